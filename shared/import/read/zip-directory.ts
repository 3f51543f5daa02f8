import { fail, ok, type Result } from "../../lib/result.ts";
import type { ReadFailure } from "../types.ts";

const MAX_ENTRIES = 1000;
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END64 = 0x06064b50;
const END64_LOCATOR = 0x07064b50;
const ZIP64_FIELD = 1;
/** Stands where the number is too long for its place, and is told by the ZIP64 fields instead. */
const BIG = 0xffffffff;
const MANY = 0xffff;

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
  const list = listPlace(view, end);
  if (!list.ok) return list;
  const { count } = list.value;
  let { at } = list.value;
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

/** How many entries the list has and where it begins. */
function listPlace(view: DataView, end: number): Result<{ count: number; at: number }, ReadFailure> {
  const count = view.getUint16(end + 10, true);
  const at = view.getUint32(end + 16, true);
  if (count !== MANY && at !== BIG) return ok({ count, at });
  const big = zip64End(view, end);
  if (big !== null) {
    return ok({ count: count === MANY ? big.count : count, at: at === BIG ? big.at : at });
  }
  if (count === MANY) return fail({ kind: "suspicious", detail: "65,535 entries or more in the archive" });
  return damaged("the archive's ZIP64 end is broken");
}

/** The ZIP64 end record, which a locator of 20 bytes before the ordinary one points to; null for a broken one. */
function zip64End(view: DataView, end: number): { count: number; at: number } | null {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR) return null;
  const record = uint64(view, locator + 8);
  if (record + 56 > locator || view.getUint32(record, true) !== END64) return null;
  const [count, at] = [uint64(view, record + 32), uint64(view, record + 48)];
  return at < record ? { count, at } : null;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): Result<ZipEntry, ReadFailure> {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const name = nameAt(bytes, at + 46, view.getUint16(at + 28, true));
  if (name === null) return damaged("the archive's list is broken");
  const numbers = numbersOf(view, at);
  if (numbers === null) return damaged(`${name} has no ZIP64 numbers, or broken ones`);
  const { packedSize, size, local } = numbers;
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

interface EntryNumbers {
  readonly size: number;
  readonly packedSize: number;
  readonly local: number;
}

/** The entry's numbers; those that do not fit stand in its ZIP64 field, one after the other. */
function numbersOf(view: DataView, at: number): EntryNumbers | null {
  const places = [at + 24, at + 20, at + 42].map((place) => view.getUint32(place, true));
  const field = places.includes(BIG) ? zip64Field(view, at) : { from: 0, to: 0 };
  let { from } = field;
  const [size = 0, packedSize = 0, local = 0] = places.map((number) => {
    if (number !== BIG) return number;
    if (from + 8 > field.to) return Infinity;
    from += 8;
    return uint64(view, from - 8);
  });
  return [size, packedSize, local].every(Number.isSafeInteger) ? { size, packedSize, local } : null;
}

/** Where the entry's ZIP64 field begins and ends; nothing where it has none. */
function zip64Field(view: DataView, at: number): { from: number; to: number } {
  const begin = at + 46 + view.getUint16(at + 28, true);
  const end = Math.min(begin + view.getUint16(at + 30, true), view.byteLength);
  for (let field = begin; field + 4 <= end; field += 4 + view.getUint16(field + 2, true)) {
    const to = field + 4 + view.getUint16(field + 2, true);
    if (view.getUint16(field, true) === ZIP64_FIELD) return { from: field + 4, to: to <= end ? to : 0 };
  }
  return { from: 0, to: 0 };
}

/** Exact up to 2^53; beyond, still longer than any file. */
function uint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x1_0000_0000;
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
