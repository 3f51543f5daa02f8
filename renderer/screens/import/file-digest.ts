/** SHA-256 of a file, 64 hex digits; undefined where the browser has no `crypto.subtle` (plain http in an intranet). */
export async function fileDigest(bytes: Uint8Array): Promise<string | undefined> {
  // Only a secure context has it, whatever the types say.
  const subtle = (crypto as { readonly subtle?: SubtleCrypto }).subtle;
  if (subtle === undefined) return undefined;
  const digest = await subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
