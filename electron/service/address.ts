import { fail, ok, type Result } from "../../shared/lib/result.ts";

export type AddressFailure = "empty" | "notAnAddress" | "plainHttp" | "credentials" | "path";

/** `[::1]`, `127.0.0.1`, `localhost`: no wire to listen on. */
const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])$/;

/**
 * The origin of an office's service as somebody typed it, or copied it out of a browser. Only https leaves this machine;
 * `isLab` (the program's own flag, never a setting) is for trying things out.
 */
export function serviceOrigin(typed: string, isLab: boolean): Result<string, AddressFailure> {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return fail("empty");
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (/\s|\\/.test(withScheme) || !URL.canParse(withScheme)) return fail("notAnAddress");
  const url = new URL(withScheme);
  if (url.protocol !== "https:" && url.protocol !== "http:") return fail("notAnAddress");
  if (url.username !== "" || url.password !== "") return fail("credentials");
  if (url.protocol === "http:" && !LOOPBACK.test(url.hostname) && !isLab) return fail("plainHttp");
  if (url.pathname !== "/") return fail("path");
  return ok(url.origin);
}
