import type { FastifyInstance } from "fastify";
import { fail, ok, type Result } from "../shared/lib/result.ts";

const USUAL_PORT = 4180;
const TRIES = 20;

/**
 * Listens, and gives the port. A wanted port is that one or a failure; otherwise the last one
 * comes first, because the window's store belongs to its address, then the usual one and those after it.
 */
export async function listen(
  app: FastifyInstance,
  host: string,
  wanted: number | undefined,
  last: number | undefined,
): Promise<Result<number, { readonly kind: "portTaken"; readonly port: number }>> {
  const usual = Array.from({ length: TRIES }, (_, index) => USUAL_PORT + index);
  const ports = wanted === undefined ? [...(last === undefined ? [] : [last]), ...usual] : [wanted];
  for (const port of ports) {
    try {
      await app.listen({ host, port });
      const address = app.server.address();
      return ok(typeof address === "object" && address !== null ? address.port : port);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
    }
  }
  return fail({ kind: "portTaken", port: wanted ?? USUAL_PORT });
}
