import { scanWall } from "../lib/wall-scan.ts";
import { isBlank, textOf } from "./cell-text-of.ts";
import { TextIndex } from "./text-index.ts";
import type { Cell, Header, Sheet } from "./types.ts";
import { isMissing } from "./values/words.ts";

/** What the values of a column look like; shares are of the cells that say something. */
export interface ColumnLook {
  readonly filled: number;
  /** How much of the column is filled. */
  readonly fullness: number;
  readonly dates: number;
  /** Times of day without a day. */
  readonly times: number;
  /** Short, without blanks, with a digit: what numbers of papers look like. */
  readonly codes: number;
  /** No two of the values that were looked at are the same. */
  readonly differs: boolean;
  readonly words: number;
  readonly averageLength: number;
  readonly distinct: number;
}

const SAMPLE = 400;

/** Looks at a few hundred rows spread over the sheet, all columns of one at once. */
export function lookAtColumns(sheet: Sheet, header: Header): ColumnLook[] {
  const { rows } = sheet;
  const step = Math.max(1, Math.floor((rows.length - header.firstDataRow) / SAMPLE));
  const tallies = header.columns.map(({ index }) => ({ index, tally: emptyTally() }));
  let looked = 0;
  for (let row = header.firstDataRow; row < rows.length; row += step) {
    looked++;
    for (const { index, tally } of tallies) see(rows.cell(row, index), tally);
  }
  return tallies.map(({ tally }) => lookOf(tally, looked));
}

interface Tally {
  filled: number;
  dates: number;
  times: number;
  codes: number;
  words: number;
  length: number;
  readonly seen: Set<string>;
}

function emptyTally(): Tally {
  return { filled: 0, dates: 0, times: 0, codes: 0, words: 0, length: 0, seen: new Set() };
}

function see(cell: Cell, tally: Tally): void {
  const text = textOf(cell);
  if (isBlank(cell) || isMissing(text)) return;
  tally.filled++;
  tally.length += text.length;
  tally.seen.add(text);
  const kind = kindOf(cell, text);
  if (kind !== "other") tally[kind]++;
}

function lookOf(tally: Tally, looked: number): ColumnLook {
  const share = (part: number): number => (tally.filled === 0 ? 0 : part / tally.filled);
  return {
    filled: tally.filled,
    fullness: looked === 0 ? 0 : tally.filled / looked,
    dates: share(tally.dates),
    times: share(tally.times),
    codes: share(tally.codes),
    words: share(tally.words),
    averageLength: share(tally.length),
    distinct: share(tally.seen.size),
    differs: tally.filled > 0 && tally.seen.size === tally.filled,
  };
}

function kindOf(cell: Cell, text: string): "dates" | "times" | "codes" | "words" | "other" {
  if (cell !== null && typeof cell === "object") {
    if (cell.kind === "error") return "other";
    return cell.day === null ? "times" : "dates";
  }
  if (typeof cell === "number") return Number.isInteger(cell) && cell >= 1000 ? "codes" : "other";
  if (typeof cell === "boolean") return "other";
  const scan = text.length <= 40 ? scanWall(text) : null;
  if (scan !== null) return scan.day === null && scan.epochMs === undefined ? "times" : "dates";
  if (/^[A-Za-z]{0,8}[-_/]?\d[\w-]{2,29}$/.test(text)) return "codes";
  return /\p{L}/u.test(text) ? "words" : "other";
}

/** How many cells of a column say something, and how many different things. */
export function countDifferent(
  { rows }: Sheet,
  header: Header,
  index: number,
): { readonly filled: number; readonly different: number } {
  const texts = new TextIndex((row) => textOf(rows.cell(row, index)));
  let filled = 0;
  for (let row = header.firstDataRow; row < rows.length; row++) {
    const text = textOf(rows.cell(row, index));
    if (text === "") continue;
    filled++;
    texts.put(text, row);
  }
  return { filled, different: texts.size };
}
