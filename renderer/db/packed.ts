import { stampOf } from "../../shared/lib/hybrid-clock.ts";
import { registry, type RecordType } from "../../shared/records/index.ts";
import { changeId, type Change } from "../../shared/sync/change.ts";
import type { Folded } from "../../shared/sync/fold.ts";
import { NO_BATCH, type Batch, type Head, type PackedRecord, type Row } from "./store.ts";

const PAGE_RECORDS = 100;
/**
 * Types whose records are so much larger or smaller that another number does better (`bench pages`): events are short, two
 * hundred weigh half of a page of incidents, and a million faults have four million of them.
 */
const BY_TYPE: Readonly<Partial<Record<RecordType, number>>> = { incidentEvent: 200 };

/** Records in one page of a type: 15 ms for fifty scattered reads, 1.8 ms to rewrite one (performance, page size table). */
export function pageRecordsOf(type: RecordType): number {
  return BY_TYPE[type] ?? PAGE_RECORDS;
}

/** The definition's version that a packed record was last written in. */
export function versionIn(head: Head, record: PackedRecord): number {
  return record.schemaVersion ?? head.schemaVersion;
}

/** A packed record as the store's readers know it; `at` is its place in the page. */
export function unpacked(head: Head, record: PackedRecord, at: number, batch: Batch | undefined): Folded {
  const { data, fieldStamps, versions } = record;
  const batchId = record.batchId ?? head.batchId;
  return {
    data,
    stamp: record.stamp ?? (batch === undefined ? "" : stampAt(batch, head.offset + at)),
    ...(fieldStamps === undefined ? {} : { fieldStamps }),
    schemaVersion: versionIn(head, record),
    ...(batchId === NO_BATCH ? {} : { batchId }),
    ...(versions === undefined ? {} : { versions }),
  };
}

/** Everything that a row may hold and a page can keep. A row with more is nobody's to move. */
const KEPT = new Set(["id", "data", "stamp", "fieldStamps", "schemaVersion", "batchId", "versions"]);

export function canBePacked(row: Row): boolean {
  return Object.keys(row).every((key) => KEPT.has(key));
}

/** A row as a record of a page of no import, whose head has this version. */
export function packed(row: Row, schemaVersion: number): PackedRecord {
  return {
    id: row.id,
    data: row.data,
    stamp: row.stamp,
    ...(row.fieldStamps === undefined ? {} : { fieldStamps: row.fieldStamps }),
    ...(row.versions === undefined ? {} : { versions: row.versions }),
    ...(row.schemaVersion === schemaVersion ? {} : { schemaVersion: row.schemaVersion }),
    ...(row.batchId === undefined ? {} : { batchId: row.batchId }),
  };
}

/** An edited copy in the place where its original lies. What an import brought stays beside it. */
export function repacked(head: Head, original: PackedRecord, row: Row): PackedRecord {
  const record = packed(row, head.schemaVersion);
  if (head.batchId === NO_BATCH) return record;
  const { batchId, ...rest } = record;
  const kept = batchId === head.batchId || batchId === undefined ? rest : record;
  return { ...kept, first: original.first ?? original.data };
}

export function stampAt(batch: Batch, n: number): string {
  return stampOf({ ms: batch.ms, counter: batch.counter + n }, batch.desk);
}

/** The change that a packed record of an import is: what the import brought, whatever was edited since. */
export function firstChange(batch: Batch, head: Head, record: PackedRecord, n: number): Change {
  return {
    id: changeId(batch.desk, batch.baseSeq + n),
    desk: batch.desk,
    deskSeq: batch.baseSeq + n,
    stamp: stampAt(batch, n),
    author: batch.author,
    type: head.type,
    recordId: record.id,
    schemaVersion: head.schemaVersion,
    patch: (record.first ?? record.data) as Change["patch"],
    batchId: batch.batchId,
  };
}

/** The head of a page that is about to be written. */
export function headOf(
  no: number,
  type: RecordType,
  batchId: string,
  offset: number,
  schemaVersion: number,
  records: readonly PackedRecord[],
): Head {
  return { no, type, batchId, ...rangeOf(type, records), count: records.length, offset, schemaVersion };
}

/** The head of a page of settled records: their parents lie far apart, so each is named. */
export function settledHead(
  no: number,
  type: RecordType,
  gen: number,
  records: readonly PackedRecord[],
): Head {
  const head = { ...headOf(no, type, NO_BATCH, 0, registry[type].version, records), gen };
  const parent: string | undefined = registry[type].parent;
  if (parent === undefined) return head;
  return { ...head, parents: [...new Set(records.map(({ data }) => ownerOf(data, parent)))].sort() };
}

function ownerOf(data: PackedRecord["data"], parent: string): string {
  const owner = data[parent];
  return typeof owner === "string" ? owner : "";
}

/** Least and greatest id and parent of some records. */
function rangeOf(
  type: RecordType,
  records: readonly PackedRecord[],
): Pick<Head, "firstId" | "lastId" | "firstParent" | "lastParent"> {
  const parent: string | undefined = registry[type].parent;
  let [firstId, lastId, firstParent, lastParent] = ["\uffff", "", "\uffff", ""];
  for (const record of records) {
    if (record.id < firstId) firstId = record.id;
    if (record.id > lastId) lastId = record.id;
    const owner = parent === undefined ? "" : record.data[parent];
    if (typeof owner !== "string") continue;
    if (owner < firstParent) firstParent = owner;
    if (owner > lastParent) lastParent = owner;
  }
  return { firstId, lastId, firstParent, lastParent };
}

/** The head of a page that was written anew, one of its records edited or gone. */
export function headAgain(head: Head, gen: number, records: readonly PackedRecord[]): Head {
  const { no, type, batchId, offset, schemaVersion } = head;
  if (batchId === NO_BATCH) return { ...settledHead(no, type, gen, records), schemaVersion };
  return { ...headOf(no, type, batchId, offset, schemaVersion, records), gen };
}
