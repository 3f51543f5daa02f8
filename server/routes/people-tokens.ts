import type { FastifyReply, FastifyRequest } from "fastify";
import {
  DESK_TOKEN_HEADER,
  SESSION_TOKEN_HEADER,
  TOKENS_IN_HEADER,
} from "../../shared/people/token-headers.ts";
import {
  dropSessionCookie,
  readCookies,
  setDeskCookie,
  setSessionCookie,
  TOKEN,
  type Tokens,
} from "./people-cookies.ts";

/**
 * A browser's tokens are in cookies. The desktop program's main process, which no page can reach into, sends
 * `Authorization: Bearer DESK` or `Bearer DESK.SESSION` instead and gets its tokens in headers. Whoever sends the one is
 * not asked for the other: a page of another site can set no such header, and cookies do not count beside it.
 */
export function readTokens(request: FastifyRequest): Tokens {
  const { authorization } = request.headers;
  if (authorization === undefined) return readCookies(request);
  const [desk, session, ...rest] = /^Bearer ([\w.-]+)$/.exec(authorization)?.[1]?.split(".") ?? [];
  if (desk === undefined || !TOKEN.test(desk) || rest.length > 0)
    return { desk: undefined, session: undefined };
  return { desk, session: session !== undefined && TOKEN.test(session) ? session : undefined };
}

export function giveDeskToken(reply: FastifyReply, token: string): void {
  if (wantsHeaders(reply.request)) reply.header(DESK_TOKEN_HEADER, token);
  else setDeskCookie(reply, token);
}

export function giveSessionToken(reply: FastifyReply, token: string): void {
  if (wantsHeaders(reply.request)) reply.header(SESSION_TOKEN_HEADER, token);
  else setSessionCookie(reply, token);
}

export function dropSessionToken(reply: FastifyReply): void {
  if (wantsHeaders(reply.request)) reply.header(SESSION_TOKEN_HEADER, "");
  else dropSessionCookie(reply);
}

/** A page never gets a token into its hands, whatever it asks for: a browser says of a page's call where it is from. */
function wantsHeaders({ headers }: FastifyRequest): boolean {
  const site = headers["sec-fetch-site"];
  const isPage =
    headers.origin !== undefined || headers.cookie !== undefined || (site !== undefined && site !== "none");
  return headers[TOKENS_IN_HEADER] === "1" && !isPage;
}
