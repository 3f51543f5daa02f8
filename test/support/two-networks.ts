import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { onTestFinished } from "vitest";
import type { Checked, TakenIn } from "../../renderer/db/archive.ts";
import type { DexieDesk } from "../../renderer/db/dexie-desk.ts";
import { openDesk } from "../../renderer/db/open-desk.ts";
import { voucherOf } from "../../renderer/screens/people/voucher.ts";
import { syncBlobs, type BlobFetch } from "../../renderer/sync/blob-sync.ts";
import { relayOnce } from "../../renderer/sync/relay.ts";
import { runRound } from "../../renderer/sync/round.ts";
import { serviceClient, type FetchLike, type ServiceClient } from "../../renderer/sync/service-client.ts";
import { buildApp } from "../../server/app.ts";
import { readTrail } from "../../server/audit/trail.ts";
import { blobsIn } from "../../server/store/blobs.ts";
import type { Store } from "../../server/store/store.ts";
import type { AuditEntry } from "../../shared/audit/entry.ts";
import { zMe } from "../../shared/people/wire.ts";
import type { Role } from "../../shared/rules/rights/roles.ts";
import { asFile, bytesOf, PASSPHRASE } from "./archive.ts";
import { setUp, START_MS, type Office } from "./office.ts";
import { HOST, signedIn, type Browser } from "./people-app.ts";
import { openFile } from "./service-app.ts";
import { tempFolder } from "./temp-folder.ts";
import { valueOf } from "./value-of.ts";

const never = new AbortController().signal;
const quiet = (): void => undefined;
const LIMITS = { batchLimit: 2000, batchBytes: 8 * 1024 * 1024, pageLimit: 2000 };

/** An office of its own in a network of its own: the real service on a real file, people set up. */
export interface Network {
  readonly name: string;
  readonly app: FastifyInstance;
  readonly store: Store;
  readonly office: Office;
  /** What the trail says of this. */
  trail(what: string): Promise<AuditEntry[]>;
}

export async function network(name: string): Promise<Network> {
  const folder = tempFolder();
  const { store, database } = openFile(join(folder, "shouyue.sqlite"));
  const app = buildApp({
    store,
    database,
    blobs: blobsIn(join(folder, "blobs")),
    window: undefined,
    log: () => undefined,
    nowMs: () => START_MS + 3_600_000,
  });
  onTestFinished(async () => app.close());
  const office = await setUp({ database });
  await app.ready();
  const trail = async (what: string): Promise<AuditEntry[]> => {
    const entries = await readTrail(office.scene().sql, office.tenant, undefined, 1000);
    return entries.filter((entry) => entry.what === what).reverse();
  };
  return { name, app, store, office, trail };
}

/** An enrolled desk of a network with somebody at it, as the window runs it. */
export class Workplace {
  readonly desk: DexieDesk;
  readonly account: string;
  /** Pushes of what came by file. */
  relayed = 0;
  readonly #app: FastifyInstance;
  readonly #browser: Browser;
  readonly #settled = new Set<string>();

  private constructor(desk: DexieDesk, app: FastifyInstance, browser: Browser & { readonly id: string }) {
    this.desk = desk;
    this.account = browser.id;
    this.#app = app;
    this.#browser = browser;
  }

  static async open(
    { name, app, office }: Network,
    login: string,
    roles: readonly Role[],
    aheadMs = 0,
  ): Promise<Workplace> {
    let ms = START_MS + aheadMs;
    const desk = await openDesk({
      name: `${name}-${login}-${START_MS}`,
      now: () => (ms += 1000),
      index: "inline",
      archiveWorkFactor: 4,
    });
    onTestFinished(() => desk.close());
    await desk.setAuthor(login);
    return new Workplace(desk, app, await signedIn(app, office, login, roles));
  }

  /** A round as the window runs it: push and pull, then what came by file, then attachments. */
  async round(): Promise<void> {
    const service = this.#service();
    valueOf(await runRound(this.desk.syncSource(), service, LIMITS, quiet));
    const by = await this.#voucher();
    const refusal = await relayOnce(this.desk.archive.relay, service, by);
    if (refusal !== undefined) throw new Error(refusal);
    const source = {
      referenced: async () => (await this.desk.all("attachment")).map(({ data }) => data.sha256),
      get: (sha256: string) => this.desk.getBlob(sha256),
      put: (bytes: Uint8Array) => this.desk.putBlob(bytes),
    };
    await syncBlobs(source, this.#fetchBlob, this.#settled);
  }

  async write(onlyJudged = true): Promise<Uint8Array> {
    const [known] = await this.desk.archive.links();
    const link = known ?? (await this.desk.archive.addLink("对方"));
    const made = await this.desk.archive.makeFerry(link, PASSPHRASE, quiet, { onlyJudged });
    const bytes = await bytesOf(made.stream);
    await made.complete?.();
    return bytes;
  }

  async read(bytes: Uint8Array): Promise<TakenIn> {
    const told = { by: await this.#voucher() };
    const opener = { passphrase: PASSPHRASE };
    const { archive } = this.desk;
    return valueOf(await archive.takeIn(asFile(bytes), opener, await this.check(bytes), quiet, never, told));
  }

  async check(bytes: Uint8Array): Promise<Checked> {
    const opener = { passphrase: PASSPHRASE };
    return valueOf(await this.desk.archive.check(asFile(bytes), opener, quiet, never));
  }

  async #voucher(): Promise<string | undefined> {
    return voucherOf(zMe.parse((await this.#browser.get("/api/people/me")).json()));
  }

  #service(): ServiceClient {
    const fetchLike: FetchLike = async (path, { method, body }) => {
      const answer =
        method === "GET"
          ? await this.#browser.get(path)
          : await this.#browser.post(path, JSON.parse(body ?? "{}") as object);
      return { status: answer.statusCode, json: async () => Promise.resolve(answer.json<unknown>()) };
    };
    const service = serviceClient(fetchLike, never);
    return {
      ...service,
      relay: async (entries) => {
        this.relayed += 1;
        return service.relay(entries);
      },
    };
  }

  readonly #fetchBlob: BlobFetch = async (url, { method, body }) => {
    const cookie = [...this.#browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const own = { host: HOST, origin: `http://${HOST}`, "sec-fetch-site": "same-origin", cookie };
    const answer = await this.#app.inject({
      method,
      url,
      headers: body === undefined ? own : { ...own, "content-type": "application/octet-stream" },
      ...(body === undefined ? {} : { payload: Buffer.from(body) }),
    });
    return {
      status: answer.statusCode,
      bytes: async () => Promise.resolve(new Uint8Array(answer.rawPayload)),
    };
  };
}
