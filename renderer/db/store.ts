import Dexie, { type EntityTable, type Table } from "dexie";
import type { Label } from "../../shared/lib/define-record.ts";
import { RECORD_TYPES, registry, type RecordType } from "../../shared/records/index.ts";
import type { Change } from "../../shared/sync/change.ts";
import { findContests } from "./contested-upgrade.ts";
import type { SearchText } from "./record-index/search-text.ts";
import type { Segment } from "./record-index/segment.ts";
import type { Folded } from "../../shared/sync/fold.ts";

/** A record that was written or edited by itself. It hides a packed copy of the same id. */
export interface Row extends Folded {
  readonly id: string;
}

/** Imported history, a hundred records a value: measured to write fifteen times faster than rows (sync §1). */
export interface Page {
  readonly no: number;
  readonly records: readonly PackedRecord[];
}

/** A record in a page. What follows `data` is there only where it differs from what the page's head and its import say. */
export interface PackedRecord {
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly stamp?: string;
  readonly fieldStamps?: NonNullable<Folded["fieldStamps"]>;
  readonly versions?: NonNullable<Folded["versions"]>;
  readonly schemaVersion?: number;
  readonly batchId?: string;
  /** What the import brought, where the record was edited since: the record's first change goes on saying this. */
  readonly first?: Readonly<Record<string, unknown>>;
}

/** What a page holds, small enough for all of them to be kept in memory. */
export interface Head {
  readonly no: number;
  readonly type: RecordType;
  /** The import that brought these records; `NO_BATCH` for records that were packed when they had settled. */
  readonly batchId: string;
  readonly firstId: string;
  readonly lastId: string;
  /** Least and greatest parent id in the page; "" where the type has no parent. */
  readonly firstParent: string;
  readonly lastParent: string;
  readonly count: number;
  /** How many records of the batch come before this page. */
  readonly offset: number;
  readonly schemaVersion: number;
  /** The generation of pages in which this one was last written; absent while its import is not committed yet. */
  readonly gen?: number;
  /** The parents that have records here, where they do not follow one another as those of an import do. */
  readonly parents?: readonly string[];
}

/** In the place of an import: records made or edited one by one. */
export const NO_BATCH = "";

/**
 * Where a batch stands in its desk's changes: its n-th record is the desk's change `baseSeq + n`,
 * made at (`ms`, `counter + n`). So a packed record is its own first change, and none is written twice.
 */
export interface Batch {
  readonly batchId: string;
  readonly desk: string;
  readonly baseSeq: number;
  readonly ms: number;
  readonly counter: number;
  readonly author: string;
  readonly count: number;
}

export interface StoredChange extends Change {
  /** `type:recordId`. */
  readonly recordKey: string;
}

/** An own change that the service refused for good: it no longer counts, and is kept to be read and made again. */
export interface Refused {
  readonly deskSeq: number;
  readonly recordKey: string;
  readonly change: Change;
  /** A code of the judge, of rights, or "" where nobody knows why. */
  readonly code: string;
  /** When this desk heard of it, in milliseconds. */
  readonly at: number;
  readonly isDismissed: boolean;
}

/** A record with fields in which several versions stand: kept with the record, so that they are found without reading all. */
export interface Contest {
  /** `type:id`. */
  readonly key: string;
  readonly fields: readonly string[];
}

/** What one save did, field by field, so that it can be taken back after a restart. */
export interface Step {
  readonly no: number;
  readonly label: Label;
  readonly state: "done" | "undone";
  readonly edits: readonly StepEdit[];
}

export interface StepEdit {
  readonly type: RecordType;
  readonly id: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** A piece of a list's index, kept so that opening need not read the history. Copies of facts, never facts. */
export interface StoredSegment {
  readonly no: number;
  readonly type: RecordType;
  /** "" for rows of no import. */
  readonly batchId: string;
  readonly segment: Segment;
}

/** What search looks in, apart from the segment of this number: a list opens without it. */
export interface StoredWords {
  readonly no: number;
  readonly search: SearchText;
}

/** What of a segment is no longer true: 1 where the row is kept elsewhere since. */
export interface StoredDead {
  readonly no: number;
  readonly dead: Uint8Array;
}

/** Written with the change itself: what the index has not taken in yet. `n` tells a later change from an earlier. */
export interface Dirty {
  /** `type:id`, or `type#` and the id of an import. */
  readonly key: string;
  readonly n: number;
}

interface Meta {
  readonly key: string;
  readonly value: unknown;
}

/**
 * Raised whenever a record type or an index is added, or an old window's database would lack its table.
 * Dexie compares with the tables that are there, so earlier versions need not be told. `store-version.test.ts` pins it.
 */
export const STORE_VERSION = 7;

const INDEX_TABLES = ["indexSegments", "indexWords", "indexDead", "indexDirty"];

/** The one door to IndexedDB. Its version carries tables and indexes only: records are migrated when read. */
export class Store extends Dexie {
  declare heads: EntityTable<Head, "no">;
  declare pages: Table<Page, number>;
  declare batches: Table<Batch, string>;
  declare changes: Table<StoredChange, string>;
  declare steps: EntityTable<Step, "no">;
  declare meta: Table<Meta, string>;
  declare indexSegments: EntityTable<StoredSegment, "no">;
  declare indexWords: Table<StoredWords, number>;
  declare indexDead: Table<StoredDead, number>;
  declare indexDirty: Table<Dirty, string>;
  declare refused: Table<Refused, number>;
  declare contests: Table<Contest, string>;
  declare blobs: Table<{ readonly sha256: string; readonly bytes: Uint8Array }, string>;

  /**
   * `strict`: a write is on the disk before it is acknowledged. `relaxed` lost up to seven seconds of them at
   * a power cut; it serves bulk pages alone, which nobody sees until a strict commit makes them count (sync §1).
   */
  constructor(name: string, durability: "strict" | "relaxed") {
    super(name, { chromeTransactionDurability: durability });
    const version = this.version(STORE_VERSION).stores({
      ...Object.fromEntries(RECORD_TYPES.map((type) => [type, rowIndexes(type)])),
      heads: "++no, batchId, gen",
      pages: "no",
      batches: "batchId",
      changes: "id, [desk+deskSeq], recordKey",
      steps: "++no, state",
      meta: "key",
      indexSegments: "++no, type, [type+batchId]",
      indexWords: "no",
      indexDead: "no",
      indexDirty: "key",
      refused: "deskSeq, recordKey",
      contests: "key",
      blobs: "sha256",
    });
    // The index is a copy: where its tables may have another shape, it is made again.
    version.upgrade(async (upgrade) => {
      for (const table of INDEX_TABLES) await upgrade.table(table).clear();
      await findContests(upgrade, NO_BATCH);
    });
  }

  rowsOf(type: RecordType): Table<Row, string> {
    return this.table<Row, string>(type);
  }
}

function rowIndexes(type: RecordType): string {
  const definition = registry[type];
  const indexes: readonly string[] = definition.indexes;
  return ["id", ...indexes.map((field) => `data.${field}`)].join(", ");
}
