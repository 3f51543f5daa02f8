import { crc32 } from "node:zlib";

/**
 * One piece of a journal's file: a head of twenty bytes, and a payload.
 * Head: mark, length of the payload, number of its (first) entry, CRC-32 of the payload, CRC-32 of the head so far;
 * all little-endian. The head has a sum of its own, so that of a flipped byte it is known whether the length can be
 * believed: then the reader goes on behind it, and else it looks for the next mark.
 */
export const FRAME_HEAD = 20;
export const FRAME_MARK = Buffer.from("SYE1", "latin1");
/** No honest frame is longer. */
const MAX_FRAME = 64 * 1024 * 1024;

export interface FrameHead {
  readonly length: number;
  readonly entry: number;
  readonly sum: number;
}

export function frameOf(entry: number, payload: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafe(FRAME_HEAD + payload.byteLength);
  FRAME_MARK.copy(frame, 0);
  frame.writeUInt32LE(payload.byteLength, 4);
  frame.writeUInt32LE(entry, 8);
  frame.writeUInt32LE(crc32(payload), 12);
  frame.writeUInt32LE(crc32(frame.subarray(0, 16)), 16);
  frame.set(payload, FRAME_HEAD);
  return frame;
}

/** What a head says; undefined when it is none, or not as it was written. */
export function readHead(bytes: Buffer): FrameHead | undefined {
  if (bytes.length < FRAME_HEAD || bytes.readUInt32LE(16) !== crc32(bytes.subarray(0, 16))) return undefined;
  const length = bytes.readUInt32LE(4);
  if (!bytes.subarray(0, 4).equals(FRAME_MARK) || length > MAX_FRAME) return undefined;
  return { length, entry: bytes.readUInt32LE(8), sum: bytes.readUInt32LE(12) };
}

/** The digest of a journal after one more frame: it depends on every frame before, and on their order. */
export function chainOn(chain: number, sum: number): number {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32LE(sum);
  return crc32(bytes, chain);
}
