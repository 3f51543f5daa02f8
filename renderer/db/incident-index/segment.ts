import {
  CODED_COLUMNS,
  TEXT_COLUMNS,
  TIME_COLUMNS,
  type CodedColumn,
  type IndexedRow,
  type TextColumn,
  type TimeColumn,
} from "./indexed-row.ts";

/** Rows of one segment: small enough to be rebuilt in a blink, large enough that a million are two hundred. */
export const SEGMENT_ROWS = 5000;

/**
 * Up to `SEGMENT_ROWS` rows, column by column, in the form in which the browser stores and loads them fastest: long
 * texts and typed arrays. Never changed once made; a row that changed is marked dead beside it and kept elsewhere.
 * Texts of a row stand between `\0`s: `\0a\0b\0`.
 */
export interface Segment {
  readonly count: number;
  readonly ids: string;
  readonly texts: Readonly<Record<TextColumn, string>>;
  readonly words: string;
  readonly initials: string;
  /** Where each row begins in `words` and in `initials`, one more at the end: leads a hit back to its row. */
  readonly starts: { readonly words: Uint32Array; readonly initials: Uint32Array };
  readonly coded: Readonly<Record<CodedColumn, CodedValues>>;
  readonly times: Readonly<Record<TimeColumn, Float64Array>>;
  readonly imported: Uint8Array;
}

interface CodedValues {
  readonly values: readonly string[];
  readonly codes: Uint16Array;
}

/** At most 65,536 rows: codes have two bytes. */
export function segmentOf(rows: readonly IndexedRow[]): Segment {
  const texts = Object.fromEntries(
    TEXT_COLUMNS.map((column) => [
      column,
      joined(rows.map((row) => row.texts[column].replaceAll("\0", " "))),
    ]),
  );
  const coded = Object.fromEntries(
    CODED_COLUMNS.map((column) => [column, codedValues(rows.map((row) => row.coded[column]))]),
  );
  const times = Object.fromEntries(
    TIME_COLUMNS.map((column) => [column, Float64Array.from(rows, (row) => row.times[column])]),
  );
  const words = joined(rows.map((row) => row.words));
  const initials = joined(rows.map((row) => row.initials));
  return {
    count: rows.length,
    ids: joined(rows.map(({ id }) => id)),
    texts: texts as Segment["texts"],
    words,
    initials,
    starts: { words: startsOf(words, rows.length), initials: startsOf(initials, rows.length) },
    coded: coded as Segment["coded"],
    times: times as Segment["times"],
    imported: Uint8Array.from(rows, ({ isImported }) => (isImported ? 1 : 0)),
  };
}

/** The texts of `\0a\0b\0`. */
export function split(text: string): string[] {
  const parts = text.split("\0");
  return parts.slice(1, -1);
}

function startsOf(text: string, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  let at = 0;
  for (let row = 0; row <= count; row++) {
    starts[row] = at + 1;
    at = text.indexOf("\0", at + 1);
  }
  return starts;
}

/** The place of an id in the segment, or -1. */
export function placeOf({ ids }: Segment, id: string): number {
  const at = id.includes("\0") ? -1 : ids.indexOf(`\0${id}\0`);
  if (at < 0) return -1;
  let place = 0;
  for (let before = ids.indexOf("\0"); before < at; before = ids.indexOf("\0", before + 1)) place++;
  return place;
}

function joined(parts: readonly string[]): string {
  return `\0${parts.join("\0")}\0`;
}

function codedValues(cells: readonly string[]): CodedValues {
  const known = new Map<string, number>();
  const codes = Uint16Array.from(cells, (cell) => {
    const code = known.get(cell);
    if (code !== undefined) return code;
    known.set(cell, known.size);
    return known.size - 1;
  });
  return { values: [...known.keys()], codes };
}
