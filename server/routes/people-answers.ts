import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { Result } from "../../shared/lib/result.ts";
import { refuse, type HttpFailure } from "./refuse.ts";

/** The body in its shape; undefined, and the refusal sent, where it has another. */
export function bodyOf<T>(schema: z.ZodType<T>, request: FastifyRequest, reply: FastifyReply): T | undefined {
  const read = schema.safeParse(request.body);
  if (read.success) return read.data;
  void refuse(reply, 400, { kind: "badRequest", at: read.error.issues[0]?.path.map(String).join(".") ?? "" });
  return undefined;
}

/** What a verb about people came to: its value, or 422 with the failure (429 where it is a matter of waiting). */
export function answer<T>(
  reply: FastifyReply,
  result: Result<T, { readonly kind: string }>,
  value: (done: T) => unknown = () => ({}),
): FastifyReply {
  if (result.ok) return reply.send(value(result.value));
  const failure = result.failure as HttpFailure;
  const { waitMs } = failure;
  if (typeof waitMs !== "number") return refuse(reply, 422, failure);
  return refuse(reply.header("retry-after", Math.ceil(waitMs / 1000)), 429, failure);
}
