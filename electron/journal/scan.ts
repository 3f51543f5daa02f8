import { crc32 } from "node:zlib";
import type { OpenFile } from "./disk.ts";
import { FILE_HEAD } from "./file-head.ts";
import { FRAME_HEAD, FRAME_MARK, readHead } from "./frame.ts";

/** What lies in a file, in its order: whole frames, and the places where something else does. */
export type Found =
  | {
      readonly kind: "frame";
      readonly at: number;
      readonly entry: number;
      readonly sum: number;
      readonly payload: Buffer;
    }
  /** Bytes that are no whole frame. `isTail`: nothing whole comes after them. */
  | { readonly kind: "damage"; readonly at: number; readonly bytes: number; readonly isTail: boolean };

const CHUNK = 1024 * 1024;

/** Reads a file's frames up to `size`, a megabyte or a frame at a time. What is whole is given, whatever lies between. */
export async function* scan(file: OpenFile, size: number): AsyncGenerator<Found> {
  const view = new View(file, size);
  let at = FILE_HEAD;
  while (at < size) {
    const frame = await frameAt(view, at, size);
    if (frame !== undefined) {
      yield frame;
      at += FRAME_HEAD + frame.payload.length;
      continue;
    }
    const next = await nextFrame(view, at, size);
    yield { kind: "damage", at, bytes: next - at, isTail: next === size };
    at = next;
  }
}

async function frameAt(
  view: View,
  at: number,
  size: number,
): Promise<(Found & { kind: "frame" }) | undefined> {
  const head = readHead(await view.bytes(at, FRAME_HEAD));
  if (head === undefined || at + FRAME_HEAD + head.length > size) return undefined;
  const payload = await view.bytes(at + FRAME_HEAD, head.length);
  if (payload.length !== head.length || crc32(payload) !== head.sum) return undefined;
  return { kind: "frame", at, entry: head.entry, sum: head.sum, payload };
}

/** Where the next whole frame begins; the end of the file when none does. */
async function nextFrame(view: View, from: number, size: number): Promise<number> {
  const head = readHead(await view.bytes(from, FRAME_HEAD));
  const behind = from + FRAME_HEAD + (head?.length ?? 0);
  if (head !== undefined && behind < size && (await frameAt(view, behind, size)) !== undefined) return behind;
  for (let at = from + 1; at < size;) {
    const bytes = await view.bytes(at, CHUNK);
    // Somebody has cut the file since.
    if (bytes.length === 0) return size;
    const found = bytes.indexOf(FRAME_MARK);
    // The mark may lie across the end of what was read.
    if (found < 0) at += Math.max(1, bytes.length - FRAME_MARK.length + 1);
    else if ((await frameAt(view, at + found, size)) !== undefined) return at + found;
    else at += found + 1;
  }
  return size;
}

/** A window on a file that moves forward. */
class View {
  readonly #file: OpenFile;
  readonly #size: number;
  #from = 0;
  #bytes: Buffer = Buffer.alloc(0);

  constructor(file: OpenFile, size: number) {
    this.#file = file;
    this.#size = size;
  }

  async bytes(at: number, length: number): Promise<Buffer> {
    const wanted = Math.min(length, this.#size - at);
    if (at < this.#from || at + wanted > this.#from + this.#bytes.length) {
      this.#bytes = await this.#file.read(at, Math.min(Math.max(wanted, CHUNK), this.#size - at));
      this.#from = at;
    }
    return this.#bytes.subarray(at - this.#from, at - this.#from + wanted);
  }
}
