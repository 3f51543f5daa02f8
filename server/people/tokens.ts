import { createHash, randomBytes, randomInt } from "node:crypto";

/** 256 bits that say nothing. The holder has the only copy: what is kept is `hashOfToken`. */
export function freshToken(): string {
  return randomBytes(32).toString("base64url");
}

/** A token or code is random enough that a plain hash hides it: nobody can try them all. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** An id for accounts, desks and sessions: no secret, and no count of how many there are. */
export function freshId(kind: "a" | "d" | "s"): string {
  return `${kind}${letters(15)}`;
}

/** `7K2M-9PQR-…`: eighty bits that can be read over a telephone. */
export function freshCode(): string {
  return groups(16);
}

/** The code as typed: lower case, blanks and forgotten hyphens are forgiven. */
export function readCode(typed: string): string {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/[IL]/g, "1")
    .replace(/O/g, "0");
  return (plain.match(/.{1,4}/g) ?? []).join("-");
}

/** The password of the first sign-in, which has to be changed there. */
export function initialPassword(): string {
  return groups(12);
}

/** No I, L, O, U: they survive a telephone and a bad print. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

function letters(count: number): string {
  return Array.from({ length: count }, () => ALPHABET[randomInt(ALPHABET.length)] ?? "").join("");
}

function groups(count: number): string {
  return (letters(count).match(/.{4}/g) ?? []).join("-");
}
