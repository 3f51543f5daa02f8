import type { FastifyInstance } from "fastify";
import type { FetchLike } from "../../renderer/sync/service-client.ts";

/** `fetch` into a service without a port. */
export function fetchInto(app: () => FastifyInstance): FetchLike {
  return async (path, init) => {
    const answer = await app().inject({
      method: init.method,
      url: path,
      headers: { host: "127.0.0.1:4180", origin: "http://127.0.0.1:4180", ...init.headers },
      ...(init.body === undefined ? {} : { payload: init.body }),
    });
    return { status: answer.statusCode, json: async () => Promise.resolve(answer.json<unknown>()) };
  };
}
