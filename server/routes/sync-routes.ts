import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { pushRights } from "../people/push-rights.ts";
import { trailOfPush, type Answered } from "../people/push-trail.ts";
import type { Live } from "../sync/live.ts";
import type { SyncService } from "../sync/service.ts";
import { sceneOf, type PeopleParts } from "./people-hooks.ts";
import { placeOf, refuse } from "./refuse.ts";
import { sendPacked } from "./send-packed.ts";

/** A push of 5,000 changes of the usual kilobyte, with room to spare. */
const PUSH_BYTES = 16 * 1024 * 1024;
const PAGE = 5000;
const WAIT_S = 25;

export const zPullQuery = z.strictObject({
  after: z.coerce.number().int().nonnegative(),
  limit: z.coerce.number().int().min(1).max(PAGE).default(2000),
  /** Seconds for which an answer without changes may be held back until there are some. */
  wait: z.coerce.number().int().min(0).max(WAIT_S).default(0),
});

export const zRefusalsQuery = z.strictObject({
  desk: z.string().min(1).max(16),
  after: z.coerce.number().int().nonnegative(),
});

const STATUS = { gap: 409, notOneDesk: 400 } as const;

/** No more is asked of a push as a whole: one bad change never holds up its neighbours. */
const zPushed = z.strictObject({ changes: z.array(z.unknown()).min(1).max(PAGE) });
const zFirst = z.object({
  desk: z
    .string()
    .min(1)
    .max(16)
    .regex(/^[^\p{Cc}\p{Surrogate}]+$/u),
});

/** Parse, call, reply. Shapes: shared/sync/wire.ts. */
export function syncRoutes(app: FastifyInstance, sync: SyncService, live: Live, people: PeopleParts): void {
  app.get("/api/hello", async (request) => sync.hello(request.tenant));

  app.post("/api/push", { bodyLimit: PUSH_BYTES }, async (request, reply) => {
    const push = zPushed.safeParse(request.body);
    if (!push.success) return refuse(reply, 400, { kind: "badRequest", at: placeOf(push.error) });
    const { changes } = push.data;
    const first = zFirst.safeParse(changes[0]);
    if (!first.success) return refuse(reply, 400, { kind: "notOneDesk" });
    const { desk } = first.data;
    const refuses = await pushRights(people.database, request, desk);
    // A single seat has no people, and no trail of them.
    const tell = async (answered: Answered): Promise<void> => {
      if (!request.isSingleSeat) await trailOfPush(sceneOf(request, people), desk, changes, answered);
    };
    if (refuses === "notYourLog") {
      await tell({ refused: refuses });
      return refuse(reply, 403, { kind: refuses });
    }
    const answer = await sync.push(request.tenant, desk, changes, refuses);
    await tell(answer.ok ? answer.value : { refused: answer.failure.kind });
    if (answer.ok) return answer.value;
    return refuse(reply, STATUS[answer.failure.kind], answer.failure);
  });

  app.get("/api/refusals", async (request, reply) => {
    const query = zRefusalsQuery.safeParse(request.query);
    if (!query.success) return refuse(reply, 400, { kind: "badRequest", at: placeOf(query.error) });
    return sync.refusals(request.tenant, query.data.desk, query.data.after);
  });

  app.get("/api/pull", async (request, reply) => {
    const query = zPullQuery.safeParse(request.query);
    if (!query.success) return refuse(reply, 400, { kind: "badRequest", at: placeOf(query.error) });
    const { after, limit, wait } = query.data;
    if (wait > 0) await live.wait(request.tenant, after, wait * 1000);
    const page = await sync.pull(request.tenant, after, limit);
    // The texts were made from parsed changes: they go out as they are stored.
    const body = `{"changes":[${page.texts.join(",")}],"cursor":${page.cursor},"more":${String(page.more)}}`;
    return sendPacked(request, reply.type("application/json; charset=utf-8"), body);
  });
}
