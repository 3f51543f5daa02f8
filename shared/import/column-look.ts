import { scanWall } from "../lib/wall-scan.ts";
import { isBlank, textOf } from "./cell-text-of.ts";
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
  /** Every value of the whole column differs. */
  readonly unique: boolean;
  readonly words: number;
  readonly averageLength: number;
  readonly distinct: number;
}

const SAMPLE = 400;

/** Looks at a few hundred cells spread over the column; uniqueness is told from all of them. */
export function lookAtColumn(sheet: Sheet, header: Header, index: number): ColumnLook {
  const last = sheet.rows.length;
  const step = Math.max(1, Math.floor((last - header.firstDataRow) / SAMPLE));
  let looked = 0;
  const tally = { filled: 0, dates: 0, times: 0, codes: 0, words: 0, length: 0 };
  const seen = new Set<string>();
  for (let at = header.firstDataRow; at < last; at += step) {
    const cell = sheet.rows[at]?.[index] ?? null;
    const text = textOf(cell);
    looked++;
    if (isBlank(cell) || isMissing(text)) continue;
    tally.filled++;
    tally.length += text.length;
    seen.add(text);
    const kind = kindOf(cell, text);
    if (kind !== "other") tally[kind]++;
  }
  const share = (part: number): number => (tally.filled === 0 ? 0 : part / tally.filled);
  return {
    filled: tally.filled,
    fullness: looked === 0 ? 0 : tally.filled / looked,
    dates: share(tally.dates),
    times: share(tally.times),
    codes: share(tally.codes),
    words: share(tally.words),
    averageLength: share(tally.length),
    distinct: share(seen.size),
    // An empty column is not read to its end: there may be sixteen thousand of them.
    unique: tally.filled > 0 && seen.size === tally.filled && allDiffer(sheet, header, index),
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

function allDiffer(sheet: Sheet, header: Header, index: number): boolean {
  const seen = new Set<string>();
  for (let at = header.firstDataRow; at < sheet.rows.length; at++) {
    const text = textOf(sheet.rows[at]?.[index]);
    if (text === "") continue;
    if (seen.has(text)) return false;
    seen.add(text);
  }
  return true;
}
