import type { Edit } from "../../shared/commands/edit.ts";
import type { Label } from "../../shared/lib/define-record.ts";
import type { Result } from "../../shared/lib/result.ts";
import type { ImportBatch, RecordData, RecordType, Stored } from "../../shared/records/index.ts";
import type { Change } from "../../shared/sync/change.ts";
import type { DeskArchive } from "./archive.ts";
import type { DeskConflicts } from "./contested-desk.ts";
import type { Scoring } from "./scoring/scoring.ts";

/** This workstation's store: all that the window may know of how records are kept. */
export interface Desk {
  /** Six characters; part of every id and number made here. */
  readonly id: string;
  get<T extends RecordType>(type: T, id: string): Promise<Stored<T> | undefined>;
  /** Those of these records that there are, in this order: hundreds at once, in one reading. */
  getMany<T extends RecordType>(type: T, ids: readonly string[]): Promise<Stored<T>[]>;
  /** Every record of a type, for types that an office has at most some thousands of. Longer ones are read through `list`. */
  all<T extends RecordType>(type: T): Promise<Stored<T>[]>;
  /** The records that belong to one parent (its definition's `parent`), in the order in which they were made. */
  childrenOf<T extends RecordType>(type: T, parentId: string): Promise<Stored<T>[]>;
  /** Fresh ids, never given before on any desk. */
  newIds(count: number): Promise<string[]>;
  /** A paper number, `PREFIX-2026-7K2M9P-0001`: unique without a network; a taken number is never given again. */
  takeNumber(prefix: string): Promise<string>;
  /** Who is writing on this desk: the author of its changes. "" until someone said. */
  author(): Promise<string>;
  setAuthor(name: string): Promise<void>;
  /** All edits or none, with their changes, durable before it resolves. One undo step, named by `label`. */
  save(label: Label, edits: readonly Edit[], options?: SaveOptions): Promise<Result<null, SaveFailure>>;
  /** Takes back this desk's newest step that still stands; works across restarts. */
  undo(): Promise<Result<Label, UndoFailure>>;
  redo(): Promise<Result<Label, UndoFailure>>;
  undoState(): Promise<{ readonly undo: Label | undefined; readonly redo: Label | undefined }>;
  /** Who changed what and when, oldest first. */
  history(type: RecordType, id: string): Promise<Change[]>;
  /** Called after anything was written, here or in another window. Returns the way to stop. */
  onChange(listener: (touched: readonly RecordType[]) => void): () => void;
  /** The list of a type, however many records it has: its columns are the fields of the definition. */
  list(type: RecordType): ListIndex;
  /** The list of incidents, with what their timelines say. */
  readonly incidents: IncidentIndex;
  readonly scoring: Scoring;
  /** Opens a bulk write that nobody sees until it is committed. */
  openImport(): Promise<ImportWriter>;
  /**
   * The numbers of all incidents, some thousands at a time and each at least once, to recognise what was imported before:
   * a million of them together would be collected and counted for a tenth of a second, again and again.
   */
  eachNumber(): AsyncIterable<readonly string[]>;
  readonly backup: DeskBackup;
  /** What was merged, what is contested, what was refused. */
  readonly conflicts: DeskConflicts;
  /** One encrypted file of everything, and files carried between networks. */
  readonly archive: DeskArchive;
  putBlob(bytes: Uint8Array): Promise<string>;
  getBlob(sha256: string): Promise<Uint8Array | undefined>;
  /** Writes the second copy anew from the store, where there is one and it was found damaged. */
  mendSecondCopy?(): void;
  close(): void;
}

/** Everything that the store holds, attachments apart, as a file that people keep. */
export interface DeskBackup {
  /** The lines of the file. */
  lines(): AsyncIterable<string>;
  /** Takes in what the store lacks of a backup, whosever desk it was; gives how many changes that were. */
  takeIn(text: string): Promise<Result<number, BackupFailure>>;
}

export type BackupFailure =
  | { readonly kind: "notABackup" }
  /** Its end is missing, or something in it is not as it was written. Nothing was taken in. */
  | { readonly kind: "cutOff" }
  | { readonly kind: "storeFailed"; readonly detail: string };

export interface SaveOptions {
  /** Not offered to undo, such as settings of the product itself. */
  readonly silent?: boolean;
}

export type SaveFailure =
  | { readonly kind: "invalid"; readonly type: RecordType; readonly fields: readonly string[] }
  | { readonly kind: "appendOnly"; readonly type: RecordType }
  | { readonly kind: "storeFull" }
  | { readonly kind: "storeFailed"; readonly detail: string };

export type UndoFailure =
  | { readonly kind: "nothingToUndo" }
  /** Someone changed the same field since; taking it back would take theirs too. */
  | { readonly kind: "changedSince"; readonly label: Label }
  | { readonly kind: "storeFailed"; readonly detail: string };

/** Rows of an import, kept out of sight until `commit`. */
export interface ImportWriter {
  readonly batchId: string;
  newIds(count: number): Promise<string[]>;
  add<T extends RecordType>(
    type: T,
    records: readonly { readonly id: string; readonly data: RecordData<T> }[],
  ): Promise<void>;
  /** One strict commit makes the whole batch count, as one undo step. */
  commit(batch: ImportBatch, label: Label): Promise<Result<null, SaveFailure>>;
  /** Leaves nothing behind. */
  cancel(): Promise<void>;
}

/** One row of a list: what each column says, instants as stored, `""` where nothing is known. */
export type ListRow<C extends string = string> = { readonly id: string } & Readonly<Record<C, string>>;

/**
 * From `from` on and before `to`, either of them open. Instants as ISO text, numbers and dates as they are written; where
 * nothing is known is in no range.
 */
export interface ListRange {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface ListQuery<C extends string = string> {
  /** Words that must all occur; Chinese of any length, pinyin initials, numbers. */
  readonly search: string;
  /** Column → wanted codes or texts; what points at a record by its name or its id. Empty list: no filter. */
  readonly filters: Readonly<Partial<Record<C, readonly string[]>>>;
  readonly ranges?: Readonly<Partial<Record<C, ListRange>>>;
  /** Absent: in the order in which the records were made. */
  readonly sort?: { readonly column: C; readonly descending: boolean } | undefined;
}

/** The list of one type, kept in a worker: sorted, filtered and searched without touching the window's thread. */
export interface ListIndex<C extends string = string> {
  query(query: ListQuery<C>): Promise<ListView<C>>;
  /** The values of a column with how often each occurs, most frequent first, at most 200. */
  values(column: C): Promise<readonly { readonly value: string; readonly count: number }[]>;
  /** Resolves once every row that was on disk at opening is in the index. */
  ready(): Promise<void>;
}

export interface ListView<C extends string = string> {
  readonly count: number;
  /** How many there are without search, filters and ranges. */
  readonly total: number;
  /** The first rows of this view, come with the answer: what a screen shows, or all where there are fewer. */
  readonly first: readonly ListRow<C>[];
  /** Rows [from, to) of this view; fewer when the view is shorter. */
  rows(from: number, to: number): Promise<readonly ListRow<C>[]>;
  /** The ids of rows [from, to) alone: ten thousand come over in a millisecond or two. */
  ids(from: number, to: number): Promise<readonly string[]>;
  /** What one column says in rows [from, to); nothing where so much was asked since that this view was let go. */
  texts(column: C, from: number, to: number): Promise<readonly string[]>;
}

export type IncidentColumn =
  | "number"
  | "title"
  | "system"
  | "vendor"
  | "severity"
  | "status"
  | "reportedAt"
  | "respondedAt"
  | "resolvedAt"
  | "department"
  | "reporter"
  | "handler"
  | "category"
  | "evidence"
  /** `yes` for what an old ledger brought, else `""`. */
  | "imported";

export type IncidentRow = ListRow<IncidentColumn>;
export type IncidentView = ListView<IncidentColumn>;

export interface IncidentIndex extends ListIndex<IncidentColumn> {
  /** Ids of incidents that are not resolved or signed off and not imported, oldest report first, at most `limit`. */
  open(limit: number): Promise<readonly string[]>;
}
