import { fail, ok, type Result } from "../../lib/result.ts";
import type { ReadFailure } from "../types.ts";

const MAX_ENTRIES = 1000;
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const BIG = 0xffffffff;

export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: 0 | 8;
  readonly packedSize: number;
  /** As the directory declares it. */
  readonly size: number;
  /** Where the packed bytes begin. */
  readonly from: number;
}

/** What a ZIP's central directory declares, checked against its local headers before anything is unpacked. */
export function readDirectory(bytes: Uint8Array): Result<ZipEntry[], ReadFailure> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === null) return damaged("the archive has no end: it was cut off or changed");
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff) return fail({ kind: "suspicious", detail: "65,535 entries or more in the archive" });
  if (at === BIG) return damaged("a ZIP64 archive is no office spreadsheet");
  if (count > MAX_ENTRIES) return fail({ kind: "suspicious", detail: `${count} entries in the archive` });
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) return damaged("the archive's list is broken");
    const entry = readEntry(bytes, view, at);
    if (!entry.ok) return entry;
    if (names.has(entry.value.name)) {
      return fail({ kind: "suspicious", detail: `${entry.value.name} is in the archive twice` });
    }
    names.add(entry.value.name);
    entries.push(entry.value);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return ok(entries);
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): Result<ZipEntry, ReadFailure> {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const packedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const local = view.getUint32(at + 42, true);
  const name = nameAt(bytes, at + 46, view.getUint16(at + 28, true));
  if (name === null) return damaged("the archive's list is broken");
  if ((flags & 1) !== 0) return fail({ kind: "passwordProtected", detail: `${name} is encrypted` });
  if (method !== 0 && method !== 8) return damaged(`${name} is packed in an unknown way`);
  if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL)
    return damaged(`${name} is not there`);
  const nameLength = view.getUint16(local + 26, true);
  if (nameAt(bytes, local + 30, nameLength) !== name) {
    return fail({ kind: "suspicious", detail: `${name} has another name inside the archive` });
  }
  const from = local + 30 + nameLength + view.getUint16(local + 28, true);
  if (from + packedSize > bytes.length) return damaged(`${name} was cut off`);
  return ok({ name, method, packedSize, size, from });
}

/** The end record is 22 bytes and a comment of at most 65,535. */
function endRecord(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return null;
}

/** Names of the parts that matter are ASCII; other letters need only stay different from one another. */
function nameAt(bytes: Uint8Array, at: number, length: number): string | null {
  if (at + length > bytes.length || length === 0) return null;
  let name = "";
  for (let index = 0; index < length; index++) name += String.fromCharCode(bytes[at + index] ?? 0);
  return name.replaceAll("\\", "/");
}

const damaged = (detail: string): Result<never, ReadFailure> => fail({ kind: "damaged", detail });
