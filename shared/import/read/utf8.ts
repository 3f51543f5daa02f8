/**
 * The platform's text coders: in Node, in browsers and in workers alike, but not in the bare language that
 * shared/ is checked against.
 */
declare const TextDecoder: new (
  encoding: string,
  options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => { decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };

/** The text in an encoding, or null where the bytes are none in it. `encoding` as the WHATWG names it. */
export function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const PIECE = 1024 * 1024;

/** As `decodePatiently`, a megabyte at a time. */
export function* piecesOf(bytes: Uint8Array, encoding: string): Generator<string, void> {
  yield* decodeInPieces(bytes, new TextDecoder(encoding));
}

/** True where `decodeStrictly` finds a text; none of it is kept. */
export function isStrictly(bytes: Uint8Array, encoding: string): boolean {
  try {
    const pieces = decodeInPieces(bytes, new TextDecoder(encoding, { fatal: true }));
    while (pieces.next().done !== true);
    return true;
  } catch {
    return false;
  }
}

function* decodeInPieces(
  bytes: Uint8Array,
  decoder: InstanceType<typeof TextDecoder>,
): Generator<string, void> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
  }
  yield decoder.decode();
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
