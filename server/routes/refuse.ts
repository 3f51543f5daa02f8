import type { FastifyReply } from "fastify";
import type { z } from "zod";

export interface HttpFailure {
  readonly kind: string;
  readonly [detail: string]: string | number;
}

/** Every refusal has one shape: `{ failure: { kind, … } }`. */
export function refuse(reply: FastifyReply, status: number, failure: HttpFailure): FastifyReply {
  return reply.code(status).type("application/json; charset=utf-8").send({ failure });
}

/** Where the shape broke, never what was there: answers and logs carry no content. */
export function placeOf(error: z.ZodError): string {
  return error.issues[0]?.path.map(String).join(".").slice(0, 100) ?? "";
}
