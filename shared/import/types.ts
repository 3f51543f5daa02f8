import type { CalendarDate } from "../lib/dates.ts";
import type { Instant } from "../lib/instants.ts";
import type { EventKind } from "../records/event-kinds.ts";
import type { RecordType } from "../records/index.ts";

/*
 * The stages of an import, each a pure function in a file of its own:
 *   read/read-spreadsheet.ts  readSpreadsheet(bytes, fileName, options) → Result<Workbook, ReadFailure>
 *   header.ts                 findHeader(sheet, at?)                    → Header
 *   mapping.ts                suggestMapping(sheet, header, type, remembered?) → Mapping
 *   codes.ts                  valueCodes(sheet, header, mapping)        → CodeColumn[]
 *   plan.ts                   planImport(sheet, header, mapping, options) → ImportPlan; plan.drafts() → Generator
 *   held-table.ts             heldTable(sheet, header, plan)            → Table, for read/write-xlsx.ts
 *   export-table.ts           exportTable(type, records, nameOf)        → Table; write-csv.ts, read/write-xlsx.ts
 */

/** A date, a time of day, or both, as a cell holds it: figures on a wall. `day` counts from 1970-01-01. */
export interface WallCell {
  readonly kind: "wall";
  readonly day: number | null;
  /** Milliseconds since midnight; null when the cell shows a date only. */
  readonly ms: number | null;
}

/** `#N/A` and its kin, and formulas without a stored result: nothing was there to read. */
interface ErrorCell {
  readonly kind: "error";
  readonly text: string;
}

export type Cell = string | number | boolean | null | WallCell | ErrorCell;

export type FileFormat = "xlsx" | "xlsm" | "xlsb" | "xls" | "et" | "ods" | "csv" | "tsv" | "txt";
export type Encoding = "ascii" | "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

/** A rectangle that was merged, zero-based and inclusive. Its cells all carry its value already. */
export interface MergedArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The rows of a sheet, one at a time: they are not all in memory as arrays. Counted from 0. */
export interface Rows extends Iterable<readonly Cell[]> {
  readonly length: number;
  /** Cells of the longest row. */
  readonly width: number;
  /** Rows differ in length; blank ones may be empty, and so are those that the sheet does not have. */
  at(row: number): readonly Cell[];
  /** How many cells a row has. */
  cells(row: number): number;
  /** null where there is none. */
  cell(row: number, column: number): Cell;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** `rows.at(0)` is row 1 of the sheet. */
  readonly rows: Rows;
  readonly merged: readonly MergedArea[];
  /** The workbook counts days from 1904: matters for numbers that are dates without saying so. */
  readonly date1904: boolean;
  /** Zero-based rows that a filter or the user hid; they are imported unless left out. */
  readonly hiddenRows: readonly number[];
}

/** What the user should know although the file could be read. */
export type ReadWarning = {
  readonly kind: "macros" | "externalLinks" | "embeddedObjects" | "repaired" | "strayQuotes";
};

export interface Workbook {
  readonly format: FileFormat;
  /** Text files only. `encodingSure` is false where another encoding would decode too: show the switch. */
  readonly encoding: Encoding | null;
  readonly encodingSure: boolean;
  /** Text files only: `,` tab `;` `|`. */
  readonly delimiter: string | null;
  readonly sheets: readonly Sheet[];
  readonly warnings: readonly ReadWarning[];
}

type ReadFailureKind =
  "passwordProtected" | "notASpreadsheet" | "damaged" | "tooLarge" | "suspicious" | "nothingToImport";

export interface ReadFailure {
  readonly kind: ReadFailureKind;
  /** One plain English clause for a log or the terminal; the window words the kind itself. */
  readonly detail: string;
}

export interface ReadOptions {
  /** Overrides the rule when a text file was guessed wrong. */
  readonly encoding?: Encoding;
  readonly maxRows?: number;
}

export interface HeaderColumn {
  /** Zero-based place in the sheet. */
  readonly index: number;
  /** As people read it: `父/子` for two rows, `第3列` where there is none. Two columns may share one. */
  readonly header: string;
}

export interface Header {
  /** Row of the first header line as the spreadsheet numbers it (from 1); null when there is none. */
  readonly row: number | null;
  /** How many rows the header takes: 0, 1, 2 … */
  readonly lines: number;
  /** Zero-based first row under the header. */
  readonly firstDataRow: number;
  readonly columns: readonly HeaderColumn[];
  /** Same headings, same text: the key under which a mapping is remembered. */
  readonly fingerprint: string;
}

export type DateOrder = "ymd" | "dmy" | "mdy";

/** How a column of text dates was understood. `evidence` counts the cells that allow no other order. */
export interface DateReading {
  readonly order: DateOrder;
  readonly evidence: number;
  readonly ambiguous: boolean;
  /** First and last year written in full; a year of two figures is only read when it falls near them. */
  readonly years?: readonly [number, number];
}

/**
 * Where a column goes: a field's name; `event.KIND` for the instant of an event on an incident's timeline;
 * `TARGET.time` for the time of day that belongs to another column's date; `rowState` and `rowTime` for what
 * one line of a status log says and when. null goes to `extra`, and `ignore` nowhere.
 */
export type Target = string | null;

export interface ColumnMapping {
  readonly index: number;
  readonly header: string;
  readonly target: Target;
  /** 0–1. Below 0.5 nothing is mapped; below 0.8 the wizard asks the user to look. */
  readonly confidence: number;
  readonly from: "name" | "values" | "remembered" | "chosen" | "none";
  /** Columns of dates and instants. Replace it to switch the order. */
  readonly dates?: DateReading;
  /** Cell text → code, where the user decided; wins over labels and `importAs`. */
  readonly codes?: Readonly<Record<string, string>>;
}

export interface Mapping {
  readonly type: RecordType;
  readonly columns: readonly ColumnMapping[];
  /** `log`: several rows tell one incident's history, grouped by its number. */
  readonly mode: "rows" | "log";
}

/** A column of codes and what each of its values means so far. */
export interface CodeColumn {
  readonly index: number;
  readonly header: string;
  readonly target: string;
  readonly values: readonly { readonly text: string; readonly rows: number; readonly code: string | null }[];
}

export type ProblemKind =
  | "badDate"
  | "yearMissing"
  | "twoDigitYear"
  | "ambiguousDate"
  | "badNumber"
  | "badFlag"
  | "unknownCode"
  | "errorValue"
  | "tooLong"
  | "missing"
  | "totalRow"
  | "nearDuplicate"
  | "differs"
  | "outOfOrder"
  | "futureDate";

export interface Problem {
  /** As the spreadsheet numbers it, from 1. */
  readonly row: number;
  readonly column: string;
  readonly kind: ProblemKind;
  readonly value: string;
  /** True when the row is held because of it. */
  readonly holds: boolean;
}

export interface DraftEvent {
  readonly kind: EventKind;
  readonly at: Instant;
  readonly dateOnly?: true;
  readonly by?: string;
  readonly note?: string;
}

/** One record to write. References carry names; the writer finds or creates the records they name. */
export interface Draft {
  readonly type: RecordType;
  /** Rows of the sheet it came from, from 1. */
  readonly rows: readonly number[];
  /** By field name, in the form of the record's schema, without references. */
  readonly data: Readonly<Record<string, unknown>>;
  /** By reference field, such as `vendorId`: the names as written. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** Incidents only: oldest first. */
  readonly events: readonly DraftEvent[];
}

export interface HeldRow {
  readonly row: number;
  readonly problems: readonly Problem[];
}

export interface PlanOptions {
  /** Today on the wall: what an incident says to have happened after tomorrow is pointed out. */
  readonly today: CalendarDate;
  /** True for what the store already has: an incident's number, or the key that `draftKey` makes of any record. */
  readonly isKnown?: (key: string) => boolean;
  readonly skipHiddenRows?: boolean;
  /** Is shown every record to write, in order: who has to see them all needs no pass of their own. */
  readonly each?: (draft: Draft) => void;
}

/** The verdict: `rows = accepted + held.length + duplicates`. */
export interface ImportPlan {
  readonly rows: number;
  readonly accepted: number;
  readonly held: readonly HeldRow[];
  readonly duplicates: number;
  /** The first 10,000; `problemCount` counts all. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  /** Records that will be written: fewer than `accepted` when rows were grouped. */
  readonly records: number;
  readonly events: number;
  /** The records, a few at a time, so that a writer can show progress and stop. May be called again. */
  readonly drafts: (size: number) => Generator<readonly Draft[], void>;
}

/** A table to be written as `.xlsx` or `.csv`. */
export type OutCell =
  | string
  | number
  | null
  /** A calendar date, `YYYY-MM-DD`. */
  | { readonly kind: "date"; readonly date: CalendarDate }
  | { readonly kind: "instant"; readonly at: Instant }
  /** Money in fen, written in yuan with two decimals. */
  | { readonly kind: "yuan"; readonly fen: number };

/** What is known of a table before its first row. */
export interface TableHead {
  readonly name: string;
  readonly header: readonly string[];
  /** Columns whose header is printed red on white. */
  readonly redColumns?: readonly number[];
}

export interface Table extends TableHead {
  readonly rows: readonly (readonly OutCell[])[];
}

/** A file that is written while its rows come: in memory are its bytes, never its rows. */
export interface SheetWriter {
  /** Throws `RangeError` when a sheet has no more room. */
  readonly add: (rows: Table["rows"]) => void;
  /** The whole file. Nothing may be added after it. */
  readonly end: () => Uint8Array<ArrayBuffer>;
}
