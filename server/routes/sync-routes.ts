import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { Pushed } from "../../shared/sync/wire.ts";
import { pushRights, type LogRefusal, type Refuses } from "../people/push-rights.ts";
import { trailOfPush, trailOfRelay, type Answered } from "../people/push-trail.ts";
import { relayRights, type RelayRefusal } from "../people/relay-rights.ts";
import type { Live } from "../sync/live.ts";
import type { SyncService } from "../sync/service.ts";
import { sceneOf, type PeopleParts } from "./people-hooks.ts";
import { placeOf, refuse, type HttpFailure } from "./refuse.ts";
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
    const push = readPush(request.body);
    if (!push.ok) return refuse(reply, 400, push.failure);
    const { desk, changes } = push.value;
    const scene = sceneOf(request, people);
    const refuses = await pushRights(people.database, scene, request, desk);
    // A single seat has no people, and no trail of them.
    const tell = async (answered: Answered): Promise<void> => {
      if (!request.isSingleSeat) await trailOfPush(scene, desk, changes, answered);
    };
    return answerPush(reply, sync, request.tenant, push.value, refuses, tell);
  });

  // Of a desk in another network, brought by file: see docs/operations.md.
  const needs = { may: "relay" } as const;
  app.post("/api/relay", { bodyLimit: PUSH_BYTES, config: { needs } }, async (request, reply) => {
    const push = readPush(request.body);
    if (!push.ok) return refuse(reply, 400, push.failure);
    const { desk, changes } = push.value;
    const refuses = await relayRights(people.database, request, desk, changes);
    const tell = async (answered: Answered): Promise<void> => {
      if (!request.isSingleSeat) await trailOfRelay(sceneOf(request, people), desk, changes, answered);
    };
    return answerPush(reply, sync, request.tenant, push.value, refuses, tell);
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

interface ReadPush {
  readonly desk: string;
  readonly changes: readonly unknown[];
}

/** A push speaks for the desk that its first change names. */
function readPush(body: unknown): Result<ReadPush, HttpFailure> {
  const push = zPushed.safeParse(body);
  if (!push.success) return fail({ kind: "badRequest", at: placeOf(push.error) });
  const first = zFirst.safeParse(push.data.changes[0]);
  if (!first.success) return fail({ kind: "notOneDesk" });
  return ok({ desk: first.data.desk, changes: push.data.changes });
}

async function answerPush(
  reply: FastifyReply,
  sync: SyncService,
  tenant: string,
  { desk, changes }: ReadPush,
  refuses: Refuses | LogRefusal | RelayRefusal,
  tell: (answered: Answered) => Promise<void>,
): Promise<Pushed | FastifyReply> {
  if (typeof refuses === "string") {
    await tell({ refused: refuses });
    return refuse(reply, 403, { kind: refuses });
  }
  const answer = await sync.push(tenant, desk, changes, refuses);
  await tell(answer.ok ? answer.value : { refused: answer.failure.kind });
  return answer.ok ? answer.value : refuse(reply, STATUS[answer.failure.kind], answer.failure);
}
