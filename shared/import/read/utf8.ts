/**
 * The platform's text coders: in Node, in browsers and in workers alike, but not in the bare language that
 * shared/ is checked against.
 */
declare const TextDecoder: new (
  encoding: string,
  options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };

/** The text in an encoding, or null where the bytes are none in it. `encoding` as the WHATWG names it. */
export function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** As `decodeStrictly` for UTF-8, many times over; a byte order mark stays, for a piece may begin with that letter. */
export function strictUtf8(): (bytes: Uint8Array) => string | null {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  return (bytes) => {
    try {
      return decoder.decode(bytes);
    } catch {
      return null;
    }
  };
}

/** Bytes that are none in the encoding become `�`. A byte order mark at the start is dropped. */
export function decodePatiently(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
