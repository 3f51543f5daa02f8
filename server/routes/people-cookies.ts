import type { FastifyReply, FastifyRequest } from "fastify";
import { SESSION_LONGEST_MS } from "../people/sessions.ts";

/**
 * A browser's tokens travel in cookies that scripts cannot read and no other site's page sends: the edition is served
 * by the service itself, so there is nothing for a header to be better at, and a script that got into the page would
 * find no token to carry off. Never in an address: those end up in logs and histories.
 */
const NAMES = { desk: "shouyue-desk", session: "shouyue-session" } as const;

/** As long as browsers keep any cookie; renewed with every sign-in. */
const DESK_SECONDS = 400 * 24 * 3600;

export interface Tokens {
  readonly desk: string | undefined;
  readonly session: string | undefined;
}

/** A token has exactly this form: what else came is not looked up. */
export const TOKEN = /^[\w-]{43}$/;

export function readCookies(request: FastifyRequest): Tokens {
  const found = new Map<string, string>();
  for (const pair of (request.headers.cookie ?? "").split(";")) {
    const [name = "", value = ""] = pair.trim().split("=", 2);
    // The first one counts, as browsers send the more specific first.
    if (TOKEN.test(value) && !found.has(name)) found.set(name, value);
  }
  return { desk: found.get(NAMES.desk), session: found.get(NAMES.session) };
}

export function setDeskCookie(reply: FastifyReply, token: string): void {
  setCookie(reply, NAMES.desk, token, DESK_SECONDS);
}

export function setSessionCookie(reply: FastifyReply, token: string): void {
  setCookie(reply, NAMES.session, token, SESSION_LONGEST_MS / 1000);
}

export function dropSessionCookie(reply: FastifyReply): void {
  setCookie(reply, NAMES.session, "", 0);
}

function setCookie(reply: FastifyReply, name: string, value: string, seconds: number): void {
  // Plain http is for loopback, where there is no wire to listen on. The page's origin tells of a proxy that speaks TLS.
  const { protocol, headers } = reply.request;
  const secure = protocol === "https" || headers.origin?.startsWith("https:") === true ? "; Secure" : "";
  const line = `${name}=${value}; Path=/api; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`;
  const already = reply.getHeader("set-cookie");
  const before = already === undefined ? [] : [already].flat().map(String);
  reply.header("set-cookie", [...before, line]);
}
