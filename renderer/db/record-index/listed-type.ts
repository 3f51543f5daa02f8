import type { RecordType } from "../../../shared/records/index.ts";

/** What a record is called; undefined where it is not known here. */
export type NameOf = (type: RecordType, id: string) => string | undefined;

/** Kept as it is, one a row: names and longer texts. */
interface TextColumn {
  readonly kind: "text";
  readonly order: "code" | "dictionary";
}

/** A column with few different values: kept once each, with a code a row. */
export interface CodedColumn {
  readonly kind: "coded";
  /** By code unit, as a dictionary has the words, or in this order and what is not in it last. */
  readonly order: "code" | "dictionary" | readonly string[];
  /** What the list shows of a value: a vendor by its name. It is sorted, filtered and searched by it. */
  readonly shown: (value: string, nameOf: NameOf) => string;
  /** Whether what is shown changes with the names of other records. */
  readonly isNamed: boolean;
  /** What search compares with, of what is shown; undefined: it is not searched. */
  readonly words: ((shown: string) => string) | undefined;
  readonly hasInitials: boolean;
}

/** Kept as a number, an instant as epoch milliseconds; NaN where nothing is known. */
interface NumberColumn {
  readonly kind: "number";
  readonly isInstant: boolean;
}

export type Column = TextColumn | CodedColumn | NumberColumn;

/** A record as the index keeps it. */
export interface IndexedRow {
  readonly id: string;
  /** By the names of the columns: numbers of number columns, texts of all others. */
  readonly cells: Readonly<Record<string, string | number>>;
  /** What search looks in beside the coded columns: `searchable` text. */
  readonly words: string;
  /** Pinyin initials of what people know it by. */
  readonly initials: string;
  /** The import that brought it, where the row is kept by itself: it is shown while that stands. */
  readonly batchId?: string | undefined;
}

/** A coded column: of plain words, unless said otherwise. */
export function codedColumn(more: Partial<CodedColumn> = {}): CodedColumn {
  return {
    kind: "coded",
    order: "dictionary",
    shown: (value) => value,
    isNamed: false,
    words: (shown) => shown,
    hasInitials: false,
    ...more,
  };
}

type Data = Readonly<Record<string, unknown>>;

/** How records of a type are listed: which columns there are, and how a row of them is made. */
export interface ListedType {
  readonly type: RecordType;
  readonly columns: Readonly<Record<string, Column>>;
  /** Types whose names the list shows. */
  readonly named: readonly RecordType[];
  /** Whether a row also depends on the records that `PARTS` gives it. */
  readonly hasParts: boolean;
  readonly row: (id: string, data: Data, parts: readonly Data[]) => IndexedRow;
}

/** As search compares: lower case, full-width forms made plain, and nothing that could end a row. */
export function searchable(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll("\0", " ");
}
