import { Inflate } from "fflate";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { ReadFailure } from "../types.ts";
import { readDirectory, type ZipEntry } from "./zip-directory.ts";

const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;
const GRACE_BYTES = 100 * 1024;
/** Of the whole. One sheet of a real ledger that repeats itself is packed to 0.8 % beside others that are not. */
const MIN_RATIO = 0.01;
const MIN_PART_RATIO = 0.002;

/**
 * Unpacks a ZIP and trusts nothing that it says of itself: every entry is inflated with a cap and must come out
 * as long as declared, the whole not more than 100 times its packed size after the first 100 KB, 200 MB in all
 * (security §3). A spreadsheet library is then given what was unpacked here, never the file itself, so that no
 * second reading of the container can find something else in it.
 */
export function unpackZip(bytes: Uint8Array): Result<Map<string, Uint8Array>, ReadFailure> {
  const directory = readDirectory(bytes);
  if (!directory.ok) return directory;
  const declared = directory.value.reduce((sum, entry) => sum + entry.size, 0);
  if (declared > MAX_UNPACKED_BYTES) {
    return fail({ kind: "tooLarge", detail: `unpacks to ${mebibytes(declared)} MiB` });
  }
  const packed = directory.value.reduce((sum, entry) => sum + entry.packedSize, 0);
  if (isBomb(packed, declared, MIN_RATIO)) return bomb("the archive");
  const parts = new Map<string, Uint8Array>();
  let total = 0;
  for (const entry of directory.value) {
    if (entry.name.endsWith("/")) continue;
    const part = inflate(bytes, entry, MAX_UNPACKED_BYTES - total);
    if (!part.ok) return part;
    total += part.value.length;
    parts.set(entry.name, part.value);
  }
  return ok(parts);
}

function inflate(bytes: Uint8Array, entry: ZipEntry, room: number): Result<Uint8Array, ReadFailure> {
  const packed = bytes.subarray(entry.from, entry.from + entry.packedSize);
  if (entry.method === 0) {
    return entry.size === packed.length ? ok(packed) : lying(entry);
  }
  if (isBomb(packed.length, entry.size, MIN_PART_RATIO)) return bomb(entry.name);
  // One byte more than declared is enough to catch a lie.
  const out = new Uint8Array(Math.min(entry.size, room) + 1);
  const so = { far: 0 };
  const stream = new Inflate((chunk) => {
    if (chunk.length <= out.length - so.far) out.set(chunk, so.far);
    so.far += chunk.length;
  });
  try {
    // In pieces: a bomb is noticed after the first of them, not after it has gone off.
    const step = 16_384;
    for (let at = 0; at < packed.length && so.far <= entry.size; at += step) {
      stream.push(packed.subarray(at, at + step), at + step >= packed.length);
    }
  } catch {
    return fail({ kind: "damaged", detail: `${entry.name} cannot be unpacked` });
  }
  if (so.far !== entry.size) return lying(entry);
  return ok(out.subarray(0, so.far));
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
