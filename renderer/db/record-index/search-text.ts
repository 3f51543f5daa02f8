import { candidates, gramsOf, type Grams } from "./grams.ts";
import type { IndexedRow } from "./listed-type.ts";
import { joined } from "./segment.ts";

/**
 * What only search looks in, of the rows of one segment. It lies beside the segment in the store, and is read when a
 * list stands already.
 */
export interface SearchText {
  readonly words: SoughtText;
  readonly initials: SoughtText;
}

interface SoughtText {
  /** `\0a\0b\0`. */
  readonly text: string;
  /** Where each row begins, one more at the end: leads a hit back to its row. */
  readonly starts: Uint32Array;
  /** Only where rows are many: a few are read through as fast. */
  readonly grams?: Grams;
}

export function searchTextOf(rows: readonly IndexedRow[]): SearchText {
  const words = soughtText(rows.map((row) => row.words));
  const isMany = rows.length >= MANY_ROWS;
  return {
    words: isMany ? { ...words, grams: gramsOf(words.text, words.starts) } : words,
    initials: soughtText(rows.map((row) => row.initials)),
  };
}

/** 1 for every row in which the term occurs. */
export function rowsWith(term: string, { text, starts, grams }: SoughtText): Uint8Array {
  const count = starts.length - 1;
  if (grams === undefined) return readThrough(term, text, starts);
  const found = candidates(grams, term, count);
  if (term.length <= 2) return found;
  let many = 0;
  for (const mark of found) many += mark;
  if (many * 4 > count) return readThrough(term, text, starts);
  for (let row = 0; row < count && many > 0; row++) {
    if (found[row] !== 1) continue;
    many -= 1;
    if (!text.slice(starts[row], starts[row + 1]).includes(term)) found[row] = 0;
  }
  return found;
}

/** What each row was made searchable by. */
export function textsOf({ text, starts }: SoughtText): readonly string[] {
  return Array.from(starts.subarray(1), (next, row) => text.slice(starts[row], next - 1));
}

const MANY_ROWS = 1000;

function readThrough(term: string, text: string, starts: Uint32Array): Uint8Array {
  const found = new Uint8Array(starts.length - 1);
  let row = 0;
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, starts[row] ?? text.length)) {
    while ((starts[row] ?? Infinity) <= at) row++;
    // `row` is now the row after the one that holds the hit: the search goes on there.
    found[row - 1] = 1;
  }
  return found;
}

function soughtText(parts: readonly string[]): SoughtText {
  const text = joined(parts);
  const starts = new Uint32Array(parts.length + 1);
  let at = 0;
  for (let row = 0; row <= parts.length; row++) {
    starts[row] = at + 1;
    at = text.indexOf("\0", at + 1);
  }
  return { text, starts };
}
