import type { z } from "zod";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { Change } from "../../shared/sync/change.ts";
import { pause } from "./pause.ts";
import {
  zHello,
  zPulled,
  zPushed,
  zRefusals,
  type Hello,
  type Pulled,
  type Pushed,
  type Refusals,
} from "../../shared/sync/wire.ts";

/** As much of `fetch` as is needed: the window's own, or a double that loses answers. */
export type FetchLike = (
  path: string,
  init: {
    readonly method: "GET" | "POST";
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly signal: AbortSignal;
  },
) => Promise<{ readonly status: number; json(): Promise<unknown> }>;

export type CallFailure =
  /** No answer, or one that is not the service's: it may have been carried out all the same. */
  | { readonly kind: "offline" }
  | { readonly kind: "refused"; readonly status: number; readonly refusal: string };

/** The service as the desk sees it. Every answer is parsed; nothing throws. */
export interface ServiceClient {
  hello(): Promise<Result<Hello, CallFailure>>;
  push(changes: readonly Change[]): Promise<Result<Pushed, CallFailure>>;
  /** Of one desk of another network, in order; the service takes each entry as unknown. */
  relay(entries: readonly Pick<Change, "desk" | "deskSeq">[]): Promise<Result<Pushed, CallFailure>>;
  /** What of this desk's changes above `after` was refused. */
  refusals(desk: string, after: number): Promise<Result<Refusals, CallFailure>>;
  pull(after: number, limit: number): Promise<Result<Pulled, CallFailure>>;
}

const TIMEOUT_MS = 60_000;

export function serviceClient(fetchLike: FetchLike, stopped: AbortSignal): ServiceClient {
  const call = async <T>(
    schema: z.ZodType<T>,
    path: string,
    body?: unknown,
  ): Promise<Result<T, CallFailure>> => {
    // By hand: AbortSignal.any is younger than the oldest browser served (chrome109).
    const given = new AbortController();
    const giveUp = (): void => given.abort();
    const timer = setTimeout(giveUp, TIMEOUT_MS);
    stopped.addEventListener("abort", giveUp, { once: true });
    try {
      const response = await fetchLike(path, {
        method: body === undefined ? "GET" : "POST",
        headers: body === undefined ? {} : { "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: given.signal,
      });
      const answer = await response.json();
      // Two thousand changes are twenty milliseconds to read and thirty to check: not in one task.
      await pause();
      if (response.status === 200) return ok(schema.parse(answer));
      return fail(failureOf(response.status, answer));
    } catch {
      return fail({ kind: "offline" });
    } finally {
      clearTimeout(timer);
      stopped.removeEventListener("abort", giveUp);
    }
  };
  return {
    hello: async () => call(zHello, "/api/hello"),
    push: async (changes) => call(zPushed, "/api/push", { changes }),
    relay: async (changes) => call(zPushed, "/api/relay", { changes }),
    refusals: async (desk, after) => call(zRefusals, `/api/refusals?desk=${desk}&after=${after}`),
    pull: async (after, limit) => call(zPulled, `/api/pull?after=${after}&limit=${limit}`),
  };
}

/** A service in trouble (5xx, too busy) is tried again like one that is away; anything else is a refusal. */
function failureOf(status: number, answer: unknown): CallFailure {
  const refusal = kindOf(answer);
  if (refusal === undefined || status >= 500 || status === 429) return { kind: "offline" };
  return { kind: "refused", status, refusal };
}

function kindOf(answer: unknown): string | undefined {
  if (typeof answer !== "object" || answer === null || !("failure" in answer)) return undefined;
  const { failure } = answer;
  if (typeof failure !== "object" || failure === null || !("kind" in failure)) return undefined;
  return typeof failure.kind === "string" ? failure.kind : undefined;
}
