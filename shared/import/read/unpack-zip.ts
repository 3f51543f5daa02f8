import { Inflate } from "fflate";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { ReadFailure } from "../types.ts";
import { readDirectory, type ZipEntry } from "./zip-directory.ts";

/** Of what is unpacked whole, into memory. */
const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;
/** Of what is unpacked in pieces and never held: a sheet of a million rows and twenty columns takes 1 GB. */
const MAX_STREAMED_BYTES = 4 * 1024 * 1024 * 1024;
const GRACE_BYTES = 100 * 1024;
/** Of the whole. One sheet of a real ledger that repeats itself is packed to 0.8 % beside others that are not. */
const MIN_RATIO = 0.01;
const MIN_PART_RATIO = 0.002;
/** Packed bytes that are inflated at once: a bomb is noticed after the first of them, not after it has gone off. */
const STEP = 16_384;

/**
 * Unpacks a ZIP and trusts nothing that it says of itself: every entry is inflated with a cap and must come out
 * as long as declared, the whole not more than 100 times its packed size after the first 100 KB, 200 MB in all
 * (security §3). A spreadsheet library is then given what was unpacked here, never the file itself, so that no
 * second reading of the container can find something else in it.
 */
export function unpackZip(bytes: Uint8Array): Result<Map<string, Uint8Array>, ReadFailure> {
  const entries = listZip(bytes);
  if (!entries.ok) return entries;
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries.value) {
    const part = unpackEntry(bytes, entry);
    if (!part.ok) return part;
    parts.set(entry.name, part.value);
  }
  return ok(parts);
}

/**
 * The files of a ZIP that does not declare more than may be unpacked, before any of them is. Those that `isStreamed`
 * names will only be unpacked in pieces, and may be longer.
 */
export function listZip(
  bytes: Uint8Array,
  isStreamed: (name: string) => boolean = () => false,
): Result<readonly ZipEntry[], ReadFailure> {
  const directory = readDirectory(bytes);
  if (!directory.ok) return directory;
  const sizes = { held: 0, streamed: 0 };
  for (const { name, size } of directory.value) sizes[isStreamed(name) ? "streamed" : "held"] += size;
  const declared = sizes.held + sizes.streamed;
  if (sizes.held > MAX_UNPACKED_BYTES || sizes.streamed > MAX_STREAMED_BYTES) {
    return fail({ kind: "tooLarge", detail: `unpacks to ${mebibytes(declared)} MiB` });
  }
  const packed = directory.value.reduce((sum, entry) => sum + entry.packedSize, 0);
  if (isBomb(packed, declared, MIN_RATIO)) return bomb("the archive");
  return ok(directory.value.filter(({ name }) => !name.endsWith("/")));
}

/** One file of a listed ZIP, whole. */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Result<Uint8Array, ReadFailure> {
  const out = new Uint8Array(entry.size);
  let soFar = 0;
  const whole = unpackInPieces(bytes, entry, (piece) => {
    out.set(piece, soFar);
    soFar += piece.length;
    return true;
  });
  return whole.ok ? ok(out) : whole;
}

/**
 * Hands one file of a listed ZIP to `take` a piece at a time, so that no more of it need be in memory. False when
 * `take` answered false and the rest was left; what was taken is to be believed only when this comes out true.
 */
export function unpackInPieces(
  bytes: Uint8Array,
  entry: ZipEntry,
  take: (piece: Uint8Array) => boolean,
): Result<boolean, ReadFailure> {
  const packed = bytes.subarray(entry.from, entry.from + entry.packedSize);
  if (entry.method === 0 && entry.size !== packed.length) return lying(entry);
  if (entry.method === 8 && isBomb(packed.length, entry.size, MIN_PART_RATIO)) return bomb(entry.name);
  const so = { far: 0, wanted: true };
  const onPiece = (piece: Uint8Array): void => {
    so.far += piece.length;
    if (so.wanted && so.far <= entry.size && piece.length > 0) so.wanted = take(piece);
  };
  const stream = entry.method === 8 ? new Inflate(onPiece) : null;
  try {
    for (let at = 0; at < packed.length && so.far <= entry.size && so.wanted; at += STEP) {
      const piece = packed.subarray(at, at + STEP);
      if (stream === null) onPiece(piece);
      else stream.push(piece, at + STEP >= packed.length);
    }
  } catch {
    return fail({ kind: "damaged", detail: `${entry.name} cannot be unpacked` });
  }
  if (!so.wanted) return ok(false);
  return so.far === entry.size ? ok(true) : lying(entry);
}

function lying(entry: ZipEntry): Result<never, ReadFailure> {
  return fail({ kind: "suspicious", detail: `${entry.name} is not as long as the archive says` });
}

function isBomb(packed: number, unpacked: number, minRatio: number): boolean {
  return unpacked > GRACE_BYTES && packed / unpacked < minRatio;
}

function bomb(name: string): Result<never, ReadFailure> {
  return fail({ kind: "suspicious", detail: `${name} unpacks to far more than its size` });
}

const mebibytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
