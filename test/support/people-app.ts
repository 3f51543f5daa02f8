import { join } from "node:path";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { onTestFinished } from "vitest";
import { buildApp } from "../../server/app.ts";
import type { Trusted } from "../../server/routes/guard.ts";
import { blobsIn } from "../../server/store/blobs.ts";
import type { Database } from "../../server/store/sql.ts";
import type { Store } from "../../server/store/store.ts";
import { must } from "../../shared/lib/must.ts";
import type { Role } from "../../shared/rules/rights/roles.ts";
import { enrol, hire, memoryStore, settle, setUp, START_MS, type Office } from "./office.ts";
import { tempFolder } from "./temp-folder.ts";

export const HOST = "127.0.0.1:4180";

/** A browser on a desk: keeps its cookies, and sends what browsers send. */
export interface Browser {
  readonly cookies: Map<string, string>;
  get(url: string): Promise<LightMyRequestResponse>;
  put(url: string, body: string): Promise<LightMyRequestResponse>;
  post(
    url: string,
    body?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<LightMyRequestResponse>;
}

export function browserOn(app: FastifyInstance, tokens: Readonly<Record<string, string>> = {}): Browser {
  const cookies = new Map(Object.entries(tokens));
  const headers = (): Record<string, string> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return { host: HOST, "sec-fetch-site": "same-origin", ...(cookie === "" ? {} : { cookie }) };
  };
  const keep = (answer: LightMyRequestResponse): LightMyRequestResponse => {
    for (const { name, value } of answer.cookies) cookies.set(name, value);
    return answer;
  };
  return {
    cookies,
    get: async (url) => keep(await app.inject({ url, headers: headers() })),
    put: async (url, payload) => {
      const own = { ...headers(), origin: `http://${HOST}`, "content-type": "application/octet-stream" };
      return keep(await app.inject({ method: "PUT", url, headers: own, payload }));
    },
    post: async (url, body = {}, more = {}) => {
      const own = { ...headers(), origin: `http://${HOST}`, "content-type": "application/json", ...more };
      return keep(await app.inject({ method: "POST", url, headers: own, payload: JSON.stringify(body) }));
    },
  };
}

/** A browser on a desk of the office where somebody with these roles, newly hired, is signed in. */
export async function signedIn(
  app: FastifyInstance,
  office: Office,
  login: string,
  roles: readonly Role[],
): Promise<Browser & { readonly id: string }> {
  const desk = await enrol(office, `${login} 的电脑`);
  const issued = await hire(office, login, roles);
  const { token } = await settle(office, issued, desk.id);
  return { ...browserOn(app, { "shouyue-desk": desk.token, "shouyue-session": token }), id: issued.id };
}

export function kindOf(answer: LightMyRequestResponse): string {
  if (answer.statusCode < 300) return "ok";
  return must(answer.json<{ failure?: { kind: string } }>().failure, answer.body).kind;
}

/** The real service where nobody was set up yet. */
export function emptyApp(trusted?: Trusted): {
  readonly app: FastifyInstance;
  readonly database: Database;
  readonly store: Store;
} {
  const { store, database } = memoryStore();
  const app = buildApp({
    store,
    database,
    blobs: blobsIn(join(tempFolder(), "blobs")),
    window: undefined,
    log: () => undefined,
    nowMs: () => START_MS + 3_600_000,
    ...(trusted === undefined ? {} : { trusted }),
  });
  onTestFinished(async () => app.close());
  return { app, database, store };
}

/** And with an office that was set up. */
export async function officeApp(
  options: { readonly merged?: boolean } = {},
): Promise<{ readonly app: FastifyInstance; readonly office: Office; readonly store: Store }> {
  const { app, database, store } = emptyApp();
  const office = await setUp({ ...options, database });
  await app.ready();
  return { app, office, store };
}
