import type { FastifyInstance } from "fastify";
import type { Store } from "../store/store.ts";
import { SINGLE_OFFICE } from "./caller.ts";
import { refuse } from "./refuse.ts";

/** `/api/health` and `/api/health/ready`: the database answers. `/api/health/live`: the process does. */
export function healthRoutes(app: FastifyInstance, store: Store): void {
  const config = { rateLimit: false };
  app.get("/api/health/live", { config }, async () => Promise.resolve({ ok: true }));
  for (const path of ["/api/health", "/api/health/ready"]) {
    app.get(path, { config }, async (_request, reply) => {
      try {
        await store.newest(SINGLE_OFFICE);
        return { ok: true };
      } catch {
        return refuse(reply, 503, { kind: "databaseAway" });
      }
    });
  }
}
