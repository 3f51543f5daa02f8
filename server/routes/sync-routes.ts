import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { zPush } from "../../shared/sync/wire.ts";
import type { SyncService } from "../sync/service.ts";
import { refuse } from "./refuse.ts";

/** A push of 5,000 changes of the usual kilobyte, with room to spare. */
const PUSH_BYTES = 16 * 1024 * 1024;
const PAGE = 5000;

const zPull = z.strictObject({
  after: z.coerce.number().int().nonnegative(),
  limit: z.coerce.number().int().min(1).max(PAGE).default(2000),
});

/** Parse, call, reply. Shapes: shared/sync/wire.ts. */
export function syncRoutes(app: FastifyInstance, sync: SyncService): void {
  app.get("/api/hello", async () => sync.hello());

  app.post("/api/push", { bodyLimit: PUSH_BYTES }, async (request, reply) => {
    const push = zPush.safeParse(request.body);
    if (!push.success) return refuse(reply, 400, { kind: "badRequest", at: placeOf(push.error) });
    const answer = await sync.push(push.data);
    if (answer.ok) return answer.value;
    return refuse(reply, answer.failure.kind === "gap" ? 409 : 400, answer.failure);
  });

  app.get("/api/pull", async (request, reply) => {
    const query = zPull.safeParse(request.query);
    if (!query.success) return refuse(reply, 400, { kind: "badRequest", at: placeOf(query.error) });
    const page = await sync.pull(query.data.after, query.data.limit);
    if (page === undefined) return refuse(reply, 410, { kind: "takeSnapshot" });
    // The texts were made from parsed changes: they go out as they are stored.
    const body = `{"changes":[${page.texts.join(",")}],"cursor":${page.cursor},"more":${String(page.more)}}`;
    return reply.type("application/json; charset=utf-8").send(body);
  });
}

/** Where the shape broke, never what was there: answers and logs carry no content. */
function placeOf(error: z.ZodError): string {
  return error.issues[0]?.path.map(String).join(".").slice(0, 100) ?? "";
}
