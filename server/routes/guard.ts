import type { FastifyInstance, FastifyRequest } from "fastify";
import { refuse, type HttpFailure } from "./refuse.ts";

const WRITES = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** Exactly these: a tab, a second type or an odd parameter has got past laxer readers (CVE-2026-25223). */
const CONTENT_TYPES: Readonly<Record<string, RegExp>> = {
  POST: /^application\/json(; ?charset=utf-8)?$/i,
  PUT: /^application\/octet-stream$/i,
};

export interface Trusted {
  /** Whole origins beside loopback's own, `https://shouyue.hospital.local`. */
  readonly origins: readonly string[];
  /** What loopback's pages are loaded by. */
  readonly scheme: "http" | "https";
}

export const LOOPBACK_ONLY: Trusted = { origins: [], scheme: "http" };

/**
 * Turns away what does not come from this service's own window, before a body is read.
 *
 * The Host must be loopback or a name that was given at the start: a page of another site that has rebound its name
 * to this machine names itself there.
 * A write by a browser must come from the service's own origin; programs without an Origin are not browsers
 * carrying someone's authority, and a desk's token is in a header that no page of another site can set.
 */
export function guard(app: FastifyInstance, trusted: Trusted): void {
  app.addHook("onRequest", async (request, reply) => {
    const refusal = refusalOf(request, trusted);
    if (refusal !== undefined) return refuse(reply, refusal.status, refusal.failure);
    return undefined;
  });
}

function refusalOf(
  request: FastifyRequest,
  { origins, scheme }: Trusted,
): { status: number; failure: HttpFailure } | undefined {
  const host = request.headers.host ?? "";
  const named = origins.find((origin) => new URL(origin).host === host);
  const own = named ?? `${scheme}://${host}`;
  if (named === undefined && !/^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/.test(host)) {
    return { status: 421, failure: { kind: "wrongHost" } };
  }
  const { origin } = request.headers;
  const site = request.headers["sec-fetch-site"];
  const isApi = request.url.startsWith("/api");
  const isWrite = WRITES.has(request.method);
  const foreignOrigin = origin !== undefined && origin !== own;
  const foreignSite = site !== undefined && site !== "same-origin" && site !== "none";
  if ((isWrite && foreignOrigin) || (isApi && (foreignOrigin || foreignSite))) {
    return { status: 403, failure: { kind: "wrongOrigin" } };
  }
  const wanted = CONTENT_TYPES[request.method];
  if (wanted !== undefined && !wanted.test(request.headers["content-type"] ?? "")) {
    return { status: 415, failure: { kind: "badContentType" } };
  }
  return undefined;
}
