/**
 * SHA-256 of an attachment as 64 hex digits. A plain-http page on a LAN is no secure context and has no
 * `crypto.subtle`: there an attachment cannot be added, and says so.
 */
export async function blobDigest(bytes: Uint8Array): Promise<string> {
  // Typed as always there; it is absent where the page is no secure context.
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined)
    throw new Error("attachments need a secure page: open this by https or on this machine");
  const digest = new Uint8Array(await subtle.digest("SHA-256", new Uint8Array(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
