import type { NamedRecord, NewName } from "../../../shared/commands/import-links.ts";
import type { CalendarDate } from "../../../shared/lib/dates.ts";
import type { Result } from "../../../shared/lib/result.ts";
import type {
  CodeColumn,
  Draft,
  Encoding,
  FileFormat,
  Header,
  Mapping,
  Problem,
  ReadFailure,
  ReadWarning,
  Target,
} from "../../../shared/import/types.ts";
import type { RecordType } from "../../../shared/records/index.ts";

/** What the window asks of the import worker, and what comes back. The file itself never comes back. */
export interface Questions {
  readonly open: {
    /** The worker takes the content out of the blob itself: the window never holds a byte of it. */
    readonly ask: { readonly content: Blob; readonly fileName: string; readonly encoding?: Encoding };
    readonly answer: Result<OpenedFile, ReadFailure | { readonly kind: "unreadableFile" }>;
  };
  readonly look: {
    readonly ask: {
      readonly sheet: number;
      readonly type: RecordType;
      /** As the spreadsheet numbers it; 0 says that there is none; absent: find it. */
      readonly headerRow?: number;
      /** Mappings remembered for this type, by header fingerprint. */
      readonly remembered: Readonly<Record<string, Mapping>>;
    };
    readonly answer: SheetLook;
  };
  /** The user changed the mapping, or sends a column elsewhere: its values may now be other dates or codes. */
  readonly remap: {
    readonly ask: {
      readonly mapping: Mapping;
      readonly move?: { readonly index: number; readonly target: Target };
    };
    readonly answer: MappingLook;
  };
  /** Some of the keys of what the store holds already, before the check and before writing; `restart` forgets earlier ones. */
  readonly know: {
    readonly ask: { readonly keys: readonly string[]; readonly restart: boolean };
    readonly answer: number;
  };
  readonly check: {
    readonly ask: {
      readonly mapping: Mapping;
      readonly today: CalendarDate;
      readonly names: Readonly<Partial<Record<RecordType, readonly NamedRecord[]>>>;
      readonly skipHiddenRows: boolean;
    };
    readonly answer: Verdict;
  };
  /** The next drafts of the last check, in order. `restart` begins again. */
  readonly next: {
    readonly ask: { readonly size: number; readonly restart: boolean };
    readonly answer: NextDrafts;
  };
  /** The rows that the last check held, with a red 错误原因 column, as `.xlsx`. */
  readonly held: { readonly ask: { readonly format: "xlsx" }; readonly answer: Uint8Array };
}

export type Question = keyof Questions;

export type Asked = {
  readonly [Q in Question]: { readonly no: number; readonly question: Q; readonly ask: Questions[Q]["ask"] };
}[Question];

export type Answered =
  | { readonly no: number; readonly answer: unknown }
  /** The worker itself failed: our mistake, or a file that outsmarted the guard. */
  | { readonly no: number; readonly error: string };

export interface OpenedFile {
  /** 64 hex digits; undefined where the browser cannot tell. */
  readonly fileSha256: string | undefined;
  readonly format: FileFormat;
  readonly encoding: Encoding | null;
  readonly encodingSure: boolean;
  readonly sheets: readonly { readonly name: string; readonly rows: number; readonly hidden: boolean }[];
  readonly warnings: readonly ReadWarning[];
}

export interface PreviewRow {
  /** As the spreadsheet numbers it. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface SheetLook extends MappingLook {
  readonly header: Header;
  /** The first rows of the sheet, title rows and all. */
  readonly preview: readonly PreviewRow[];
  readonly hiddenRows: number;
  /** By place in the sheet: up to three different values. */
  readonly samples: Readonly<Record<number, readonly string[]>>;
}

export interface MappingLook {
  readonly mapping: Mapping;
  readonly codes: readonly CodeColumn[];
  /** Columns of dates by place in the sheet: how its first value is understood; a problem where it is not. */
  readonly reads: Readonly<Record<number, FirstRead>>;
}

export type FirstRead =
  | { readonly text: string; readonly read: string }
  | { readonly text: string; readonly problem: Problem["kind"] };

export interface NextDrafts {
  /** None when all were given. */
  readonly drafts: readonly Draft[];
  /** Incidents passed over since the last answer: the store has had their numbers since the check. */
  readonly taken: number;
}

/** The dry run: nothing was written. `rows = accepted + held + duplicates`. */
export interface Verdict {
  readonly rows: number;
  readonly accepted: number;
  readonly held: number;
  readonly duplicates: number;
  readonly records: number;
  readonly events: number;
  readonly problemCount: number;
  /** Up to 500, those that hold a row first. */
  readonly problems: readonly CheckProblem[];
  /** Records that will look like these. */
  readonly samples: readonly Draft[];
  /** Vendors and systems that will be made because rows name them. */
  readonly create: readonly NewName[];
}

/** A problem of a cell, or a name that leads to no record. */
export type CheckProblem = Omit<Problem, "kind"> & { readonly kind: Problem["kind"] | "unknownName" };
