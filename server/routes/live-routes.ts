import { PassThrough } from "node:stream";
import type { FastifyInstance } from "fastify";
import type { Live } from "../sync/live.ts";

export interface LiveTimes {
  /** Below what proxies cut as idle, which begins at half a minute. */
  readonly heartbeatMs: number;
  /** Then the desk connects again and its rights are judged again. */
  readonly lastingMs: number;
}

const USUAL: LiveTimes = { heartbeatMs: 20_000, lastingMs: 10 * 60_000 };

/** What a slow reader may leave unread: it gets the next heartbeat's number instead. */
const UNREAD_BYTES = 4096;

/** Server-sent events that carry the newest sequence and nothing else: `data: 42`. The desk pulls by its cursor. */
export function liveRoutes(app: FastifyInstance, live: Live, times: LiveTimes = USUAL): void {
  app.get("/api/live", async (request, reply) => {
    const { tenant } = request;
    const stream = new PassThrough();
    const say = (newest: number): void => {
      if (stream.writableLength < UNREAD_BYTES) stream.write(`data: ${newest}\n\n`);
    };
    const leave = live.follow(tenant, say);
    const beat = setInterval(() => void live.newest(tenant).then(say, () => stream.end()), times.heartbeatMs);
    const end = setTimeout(() => stream.end(), times.lastingMs);
    stream.on("close", () => {
      leave();
      clearInterval(beat);
      clearTimeout(end);
    });
    request.raw.on("close", () => stream.destroy());
    stream.write("retry: 3000\n\n");
    say(await live.newest(tenant));
    return reply
      .type("text/event-stream; charset=utf-8")
      .header("cache-control", "no-store")
      .header("x-accel-buffering", "no")
      .send(stream);
  });
}
