import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { SyncService } from "../sync/service.ts";
import { placeOf, refuse } from "./refuse.ts";

const PAGE = 5000;
const inGzip = promisify(gzip);

export const zSnapshotQuery = z.strictObject({
  from: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(PAGE).default(2000),
});

/** Where a page ended, as the desk hands it back: it can go on after any interruption, on any service. */
const zPlace = z.tuple([z.number().int().nonnegative(), z.string().max(40), z.string().max(64)]);

/** Folded records for a desk that is new or was away for long. It then pulls from `seq`. */
export function snapshotRoutes(app: FastifyInstance, sync: SyncService): void {
  app.get("/api/snapshot", async (request, reply) => {
    const query = zSnapshotQuery.safeParse(request.query);
    if (!query.success) return refuse(reply, 400, { kind: "badRequest", at: placeOf(query.error) });
    const { from, limit } = query.data;
    const place = from === undefined ? undefined : readPlace(from);
    if (from !== undefined && place === undefined) {
      return refuse(reply, 400, { kind: "badRequest", at: "from" });
    }
    const [seq, type, recordId] = place ?? [];
    const start =
      seq === undefined || type === undefined || recordId === undefined ? undefined : { seq, type, recordId };
    const page = await sync.snapshot(request.tenant, start, limit);
    const body = JSON.stringify({
      records: page.records,
      seq: page.seq,
      ...(page.next === undefined ? {} : { next: writePlace(page.next) }),
    });
    reply.type("application/json; charset=utf-8").header("vary", "accept-encoding");
    if (!/\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) return reply.send(body);
    const packed = await inGzip(body, { level: constants.Z_BEST_SPEED });
    return reply.header("content-encoding", "gzip").send(packed);
  });
}

function writePlace(place: {
  readonly seq: number;
  readonly type: string;
  readonly recordId: string;
}): string {
  return Buffer.from(JSON.stringify([place.seq, place.type, place.recordId])).toString("base64url");
}

function readPlace(text: string): z.infer<typeof zPlace> | undefined {
  try {
    return zPlace.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    return undefined;
  }
}
