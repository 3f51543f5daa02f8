import rateLimit from "@fastify/rate-limit";
import fastify, { type FastifyError, type FastifyInstance } from "fastify";
import { blobRoutes } from "./routes/blob-routes.ts";
import { callers } from "./routes/caller.ts";
import { docsRoutes } from "./routes/docs-routes.ts";
import { guard, LOOPBACK_ONLY, type Trusted } from "./routes/guard.ts";
import { securityHeaders } from "./routes/headers.ts";
import { healthRoutes } from "./routes/health-routes.ts";
import { jsonBodies } from "./routes/json-body.ts";
import { liveRoutes, type LiveTimes } from "./routes/live-routes.ts";
import { metrics } from "./routes/metrics.ts";
import { officeWords } from "./people/office-words.ts";
import { peopleAdminRoutes } from "./routes/people-admin-routes.ts";
import { peopleHooks } from "./routes/people-hooks.ts";
import { peopleRoutes } from "./routes/people-routes.ts";
import { refuse } from "./routes/refuse.ts";
import { syncRoutes } from "./routes/sync-routes.ts";
import { windowRoutes } from "./routes/window-routes.ts";
import type { Blobs } from "./store/blobs.ts";
import type { Database } from "./store/sql.ts";
import type { Store } from "./store/store.ts";
import { attachmentsOn } from "./sync/attachments.ts";
import { liveOn } from "./sync/live.ts";
import { syncService } from "./sync/service.ts";

export interface Parts {
  readonly store: Store;
  readonly database: Database;
  readonly blobs: Blobs;
  /** The folder of the built window; undefined serves the interface alone. */
  readonly window: string | undefined;
  /** Takes one line for a person to read; never what people wrote. */
  readonly log: (line: string) => void;
  readonly nowMs?: () => number;
  /** Under which names it is called; loopback alone when left out. */
  readonly trusted?: Trusted;
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer };
  readonly liveTimes?: LiveTimes;
  /** Calls a minute from one address. Two hundred desks behind one proxy stay far below the usual. */
  readonly callsPerMinute?: number;
}

const CALLS_PER_MINUTE = 30_000;

/** The service, put together but not listening. */
export function buildApp(parts: Parts): FastifyInstance {
  const options = { bodyLimit: 64 * 1024, trustProxy: false, forceCloseConnections: true };
  // With a certificate it speaks TLS 1.2 or newer; the routes know no difference.
  const app = (
    parts.tls === undefined
      ? fastify(options)
      : fastify({ ...options, https: { ...parts.tls, minVersion: "TLSv1.2" } })
  ) as FastifyInstance;
  const live = liveOn(parts.store);
  app.removeContentTypeParser("text/plain");
  app.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, body, done) => {
    done(null, body);
  });
  jsonBodies(app);
  securityHeaders(app);
  guard(app, parts.trusted ?? LOOPBACK_ONLY);
  callers(app);
  const people = {
    database: parts.database,
    now: parts.nowMs ?? Date.now,
    isLoopback: (parts.trusted ?? LOOPBACK_ONLY).origins.length === 0,
  };
  peopleHooks(app, people);
  answerErrors(app, parts.log);
  void app.register(rateLimit, {
    max: parts.callsPerMinute ?? CALLS_PER_MINUTE,
    timeWindow: 60_000,
    errorResponseBuilder: () => Object.assign(new Error("rate limit"), { statusCode: 429 }),
  });
  // Registered, not called: routes get the hooks of the plugins above only when those have loaded.
  void app.register(async (inside) => {
    metrics(inside, live);
    healthRoutes(inside, parts.store);
    const sync = syncService(parts.store, parts.nowMs ?? Date.now);
    syncRoutes(inside, sync, live, people);
    liveRoutes(inside, live, parts.liveTimes);
    blobRoutes(inside, attachmentsOn(parts.database, parts.blobs));
    docsRoutes(inside);
    peopleRoutes(inside, people, async (tenant) => officeWords(parts.store, tenant));
    peopleAdminRoutes(inside, people);
    if (parts.window !== undefined) windowRoutes(inside, parts.window);
    return Promise.resolve();
  });
  return app;
}

/** The border where errors end: the caller gets a kind, the log an error's name; neither gets a stack or content. */
function answerErrors(app: FastifyInstance, log: Parts["log"]): void {
  app.setNotFoundHandler((_request, reply) => refuse(reply, 404, { kind: "notFound" }));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return refuse(reply, status, { kind: KINDS[status] ?? "badRequest" });
    log(`${request.method} ${request.routeOptions.url ?? "?"} failed: ${error.name} ${error.code}`);
    const [told, kind] = faultOf(error);
    return refuse(reply, told, { kind });
  });
}

const KINDS: Readonly<Record<number, string>> = {
  413: "tooLarge",
  415: "badContentType",
  429: "tooManyCalls",
};

/** What people can do something about is told apart. SQLITE_FULL is 13, SQLITE_CORRUPT 11, 53100 is PostgreSQL's. */
function faultOf(error: Error & { code?: unknown; errcode?: unknown }): readonly [number, string] {
  const sqlite = typeof error.errcode === "number" ? error.errcode & 0xff : 0;
  const code = typeof error.code === "string" ? error.code : "";
  if (code === "ENOSPC" || code === "EDQUOT" || code === "53100" || sqlite === 13) return [507, "diskFull"];
  if (code === "DAMAGED" || sqlite === 11 || sqlite === 26 || /^XX00[12]$/.test(code))
    return [500, "damaged"];
  const away = /^(ECONN(REFUSED|RESET)|ENOENT|EPIPE|ETIMEDOUT|08\w{3}|57P0[123]|53300)$/.test(code);
  if (away || /connection terminated|timeout exceeded when trying to connect/i.test(error.message)) {
    return [503, "databaseAway"];
  }
  return [500, "ourFault"];
}
