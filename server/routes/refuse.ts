import type { FastifyReply } from "fastify";

export interface HttpFailure {
  readonly kind: string;
  readonly [detail: string]: string | number;
}

/** Every refusal has one shape: `{ failure: { kind, … } }`. */
export function refuse(reply: FastifyReply, status: number, failure: HttpFailure): FastifyReply {
  return reply.code(status).type("application/json; charset=utf-8").send({ failure });
}
