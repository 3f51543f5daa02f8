import fastify, { type FastifyError, type FastifyInstance } from "fastify";
import { blobRoutes } from "./routes/blob-routes.ts";
import { guard } from "./routes/guard.ts";
import { securityHeaders } from "./routes/headers.ts";
import { refuse } from "./routes/refuse.ts";
import { syncRoutes } from "./routes/sync-routes.ts";
import { windowRoutes } from "./routes/window-routes.ts";
import type { Blobs } from "./store/blobs.ts";
import type { Store } from "./store/store.ts";
import { syncService } from "./sync/service.ts";

export interface Parts {
  readonly store: Store;
  readonly blobs: Blobs;
  /** The folder of the built window; undefined serves the interface alone. */
  readonly window: string | undefined;
  /** Takes one line for a person to read; never what people wrote. */
  readonly log: (line: string) => void;
}

/** The service, put together but not listening. */
export function buildApp(parts: Parts): FastifyInstance {
  const app = fastify({ bodyLimit: 64 * 1024, trustProxy: false, forceCloseConnections: true });
  app.removeContentTypeParser("text/plain");
  app.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, body, done) => {
    done(null, body);
  });
  securityHeaders(app);
  guard(app);
  answerErrors(app, parts.log);
  app.get("/api/health", async () => Promise.resolve({ ok: true }));
  // Registered, not called: routes get the hooks of the plugins above only when those have loaded.
  void app.register(async (inside) => {
    syncRoutes(inside, syncService(parts.store));
    blobRoutes(inside, parts.blobs);
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
    return refuse(reply, isFull(error) ? 507 : 500, { kind: isFull(error) ? "diskFull" : "ourFault" });
  });
}

const KINDS: Readonly<Record<number, string>> = { 413: "tooLarge", 415: "badContentType" };

/** A full disk is told apart: people can do something about it. SQLITE_FULL is 13. */
function isFull(error: FastifyError & { errcode?: unknown }): boolean {
  return error.code === "ENOSPC" || error.errcode === 13;
}
