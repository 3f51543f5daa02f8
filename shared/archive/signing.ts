import { base64, fromBase64, sha256, utf8 } from "./bytes.ts";

/** ECDSA on P-256: what the oldest browser served and Node have both; Ed25519 came to browsers later. */
const ALGORITHM = { name: "ECDSA", namedCurve: "P-256" } as const;
const SIGNATURE = { name: "ECDSA", hash: "SHA-256" } as const;

/** Not every host has a global name for it. */
type PrivateKey = Parameters<typeof crypto.subtle.sign>[1];

/** A desk's key: the private half never leaves the store that keeps it. */
export interface Signer {
  readonly privateKey: PrivateKey;
  /** SPKI, base64. */
  readonly key: string;
}

export async function drawSigner(): Promise<Signer> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(ALGORITHM, false, ["sign", "verify"]);
  return { privateKey, key: base64(new Uint8Array(await crypto.subtle.exportKey("spki", publicKey))) };
}

export async function signed({ privateKey }: Signer, text: string): Promise<string> {
  return base64(new Uint8Array(await crypto.subtle.sign(SIGNATURE, privateKey, utf8(text))));
}

/** False too for a key or a signature that is none. */
export async function isSigned(text: string, key: string, signature: string): Promise<boolean> {
  try {
    const publicKey = await crypto.subtle.importKey("spki", fromBase64(key), ALGORITHM, false, ["verify"]);
    return await crypto.subtle.verify(SIGNATURE, publicKey, fromBase64(signature), utf8(text));
  } catch {
    return false;
  }
}

/** What people compare by telephone: eight groups of four. */
export async function fingerprintOf(key: string): Promise<string> {
  const digest = await sha256(utf8(key));
  return (digest.slice(0, 32).toUpperCase().match(/.{4}/g) ?? []).join("-");
}
