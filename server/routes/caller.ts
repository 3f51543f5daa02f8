import type { FastifyInstance } from "fastify";

declare module "fastify" {
  interface FastifyRequest {
    /** Whose rows this call is about. Whoever knows the caller sets it before any route sees the request. */
    tenant: string;
  }
}

/** The only office of a service where nobody was set up. */
export const SINGLE_OFFICE = "office";

export function callers(app: FastifyInstance): void {
  app.decorateRequest("tenant", SINGLE_OFFICE);
}
