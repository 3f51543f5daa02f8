export type Bytes = Uint8Array<ArrayBuffer>;
export type ByteStream = ReadableStream<Uint8Array>;

export function utf8(text: string): Bytes {
  return new Uint8Array(new TextEncoder().encode(text));
}

export function joined(pieces: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** Throws on text that is not base64. */
export function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/** What a generator gives, as a stream that asks for more only when there is room. */
export function streamOf(pieces: AsyncIterator<Uint8Array>): ByteStream {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await pieces.return?.();
    },
  });
}

/** A stream piece by piece; streams of the oldest browser served cannot be iterated themselves. */
export async function* piecesOf(stream: ByteStream): AsyncGenerator<Uint8Array, undefined> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return undefined;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

export async function gzipped(bytes: Bytes): Promise<Bytes> {
  return through(bytes, new CompressionStream("gzip"), Infinity);
}

/** Rejects on what is no gzip, and as soon as more comes out than `most`. */
export async function gunzipped(bytes: Bytes, most: number): Promise<Bytes> {
  return through(bytes, new DecompressionStream("gzip"), most);
}

async function through(
  bytes: Bytes,
  transform: CompressionStream | DecompressionStream,
  most: number,
): Promise<Bytes> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const stream = new Blob([bytes]).stream().pipeThrough(transform);
  for await (const piece of piecesOf(stream)) {
    size += piece.length;
    if (size > most) throw new RangeError("more comes out of it than it may hold");
    pieces.push(piece);
  }
  return joined(pieces);
}
