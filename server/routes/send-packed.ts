import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";

const inGzip = promisify(gzip);
const WORTH_IT = 16 * 1024;
const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/**
 * A long answer in a fifth of its bytes where it goes over a network: a first sync of years is hundreds of megabytes. On
 * this machine packing would take longer than it saves.
 */
export async function sendPacked(
  request: FastifyRequest,
  reply: FastifyReply,
  body: string,
): Promise<FastifyReply> {
  reply.header("vary", "accept-encoding");
  const isAsked = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  if (!isAsked || body.length < WORTH_IT || LOOPBACK.test(request.ip)) return reply.send(body);
  const packed = await inGzip(body, { level: constants.Z_BEST_SPEED });
  return reply.header("content-encoding", "gzip").send(packed);
}
