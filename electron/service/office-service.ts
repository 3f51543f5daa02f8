import type { Input, Output } from "../../shared/desktop/contract.ts";
import type { ShownCertificate } from "../../shared/desktop/service-channels.ts";
import {
  DESK_TOKEN_HEADER,
  SESSION_TOKEN_HEADER,
  TOKENS_IN_HEADER,
} from "../../shared/people/token-headers.ts";
import { zMe } from "../../shared/people/wire.ts";
import { serviceOrigin } from "./address.ts";
import { Answers } from "./answers.ts";
import { judge, sameFingerprint } from "./certificates.ts";
import type { Link, LinkFile } from "./link-file.ts";
import type { TokenKeeper, Tokens } from "./tokens.ts";
import type { OpenWire, Wire } from "./wire.ts";

type Refused = NonNullable<Output<"serviceState">["refused"]>;
type Called = Output<"serviceCall">;

const CONNECT_MS = 15_000;
const ENROLS = /^\/api\/people\/(enrol|set-up)$/;
const SIGNS = /^\/api\/people\/sign-(in|out)$/;
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  POST: "application/json",
  PUT: "application/octet-stream",
};
const TOLD = ["content-type", "date", "upload-offset", "retry-after"] as const;

export interface OfficeServiceParts {
  readonly file: LinkFile;
  readonly tokens: TokenKeeper;
  readonly openWire: OpenWire;
  readonly isLab: boolean;
}

/**
 * The office's service, called for the window. Address, trusted certificate and tokens live here: the window names what
 * it wants of the service and gets what the service said, without a token ever crossing to it.
 */
export class OfficeService {
  readonly #parts: OfficeServiceParts;
  readonly #answers = new Answers();
  #known: Promise<void> | undefined;
  #link: Link | undefined;
  #tokens: Tokens | undefined;
  #wire: Wire | undefined;
  #refused: Refused | undefined;

  constructor(parts: OfficeServiceParts) {
    this.#parts = parts;
  }

  async state(): Promise<Output<"serviceState">> {
    await this.#load();
    const link = this.#link && {
      address: this.#link.address,
      pin: this.#link.pin ?? null,
      isEnrolled: this.#tokens !== undefined,
      keptBy: await this.#parts.tokens.keptBy(),
    };
    return { link: link ?? null, refused: this.#refused ?? null };
  }

  /** Asks who answers at an address, and goes over to it when it is a service of ours; else all stays as it was. */
  async connect({ address, trusting }: Input<"serviceConnect">): Promise<Output<"serviceConnect">> {
    await this.#load();
    const origin = serviceOrigin(address, this.#parts.isLab);
    if (!origin.ok) return { outcome: origin.failure, certificate: null };
    let seen: ShownCertificate | undefined;
    const pin = trusting ?? undefined;
    const wire = this.#parts.openWire((certificate) => judge(pin, (seen = certificate)));
    const outcome = await asks(wire, origin.value);
    if (outcome !== "connected") {
      wire.close();
      if (seen !== undefined && judge(pin, seen) === "refuse") {
        const isKnown = this.#link?.address === origin.value && this.#link.pin !== undefined;
        const isChanged = isKnown && !sameFingerprint(this.#link?.pin ?? "", seen.fingerprint);
        return { outcome: isChanged ? "changed" : "untrusted", certificate: seen };
      }
      return { outcome, certificate: null };
    }
    wire.close();
    // As it was presented, not as somebody typed it; over plain http there is none.
    const trusted = pin === undefined ? undefined : seen?.fingerprint;
    const link = { address: origin.value, ...(trusted === undefined ? {} : { pin: trusted }) };
    if (this.#link !== undefined && this.#link.address !== link.address) await this.leave();
    await this.#parts.file.keep(link);
    this.#goTo(link);
    return { outcome, certificate: seen ?? null };
  }

  async leave(): Promise<Record<string, never>> {
    await this.#load();
    // The tokens first: an address without them is harmless.
    await this.#parts.tokens.forget();
    await this.#parts.file.forget();
    this.#tokens = undefined;
    this.#goTo(undefined);
    return {};
  }

  async call(input: Input<"serviceCall">): Promise<Called> {
    await this.#load();
    const [link, wire] = [this.#link, this.#wire];
    if (link === undefined || wire === undefined) return nothing("noService");
    const { call, method, path, body, contentRange } = input;
    const type = body === null ? undefined : CONTENT_TYPES[method];
    try {
      const answer = await wire.fetch(link.address + path, {
        method,
        headers: {
          [TOKENS_IN_HEADER]: "1",
          ...this.#authority(link.address),
          ...(type === undefined ? {} : { "content-type": type }),
          ...(contentRange === null ? {} : { "content-range": contentRange }),
        },
        ...(body === null ? {} : { body: new Uint8Array(body) }),
        signal: this.#answers.begin(call),
      });
      // One that was left meanwhile has nothing to say any more.
      if (this.#wire !== wire) throw new Error("left");
      this.#refused = undefined;
      await this.#takeTokens(link.address, path.split("?")[0] ?? "", answer);
      const headers = Object.fromEntries(TOLD.flatMap((name) => pairOf(name, answer.headers.get(name))));
      return {
        outcome: "answered",
        status: answer.status,
        headers,
        ...(await this.#answers.first(call, answer)),
      };
    } catch {
      this.#answers.abort(call);
      return nothing(this.#refused?.kind ?? "unreachable");
    }
  }

  async read({ call }: Input<"serviceRead">): Promise<Output<"serviceRead">> {
    try {
      return { ...(await this.#answers.next(call)), isBroken: false };
    } catch {
      return { body: new Uint8Array(), isEnd: true, isBroken: true };
    }
  }

  abort({ call }: Input<"serviceAbort">): Record<string, never> {
    this.#answers.abort(call);
    return {};
  }

  async #load(): Promise<void> {
    this.#known ??= (async () => {
      const link = await this.#parts.file.read();
      const tokens = await this.#parts.tokens.read();
      this.#tokens = tokens?.address === link?.address ? tokens : undefined;
      this.#goTo(link);
    })();
    await this.#known;
  }

  #goTo(link: Link | undefined): void {
    this.#answers.abortAll();
    this.#wire?.close();
    this.#link = link;
    this.#refused = undefined;
    this.#wire =
      link === undefined
        ? undefined
        : this.#parts.openWire((certificate) => this.#judge(link.pin, certificate));
  }

  #judge(pin: string | undefined, certificate: ShownCertificate): ReturnType<typeof judge> {
    const judgement = judge(pin, certificate);
    if (judgement === "refuse") {
      this.#refused = { kind: pin === undefined ? "untrusted" : "changed", certificate };
    }
    return judgement;
  }

  #authority(address: string): Record<string, string> {
    if (this.#tokens === undefined || this.#tokens.address !== address) return {};
    const { desk, session } = this.#tokens;
    return { authorization: `Bearer ${desk}${session === undefined ? "" : `.${session}`}` };
  }

  /** On the disk before the window hears that it worked. */
  async #takeTokens(address: string, path: string, { headers }: Response): Promise<void> {
    const desk = headers.get(DESK_TOKEN_HEADER);
    const session = headers.get(SESSION_TOKEN_HEADER);
    const before = this.#tokens;
    if (desk !== null && ENROLS.test(path)) this.#tokens = { address, desk };
    else if (session !== null && SIGNS.test(path) && before !== undefined) {
      const { session: _ended, ...rest } = before;
      this.#tokens = session === "" ? rest : { ...rest, session };
    } else return;
    await this.#parts.tokens.keep(this.#tokens);
  }
}

/** Everybody may ask a service of ours who sits here, and nothing else answers like that. */
async function asks(wire: Wire, origin: string): Promise<"connected" | "unreachable" | "notOurs"> {
  const signal = AbortSignal.timeout(CONNECT_MS);
  let answer: Response;
  try {
    answer = await wire.fetch(`${origin}/api/people/me`, { method: "GET", headers: {}, signal });
  } catch {
    return "unreachable";
  }
  try {
    zMe.parse(await answer.json());
    return "connected";
  } catch {
    return "notOurs";
  }
}

function nothing(outcome: Exclude<Called["outcome"], "answered">): Called {
  return { outcome, status: 0, headers: {}, body: new Uint8Array(), isEnd: true };
}

function pairOf<N extends string>(name: N, value: string | null): [N, string][] {
  return value === null ? [] : [[name, value]];
}
