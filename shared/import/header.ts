import { scanWall } from "../lib/wall-scan.ts";
import { isBlank, textOf } from "./cell-text-of.ts";
import { hashText } from "./hash-text.ts";
import { headerLines } from "./header-lines.ts";
import { isBlankRow } from "./rows/is-filled.ts";
import { isKnownHeading, plainName } from "./names.ts";
import type { Cell, Header, HeaderColumn, Sheet } from "./types.ts";

const LOOK_AT = 60;

/**
 * Where a sheet's header is: under title rows and junk lines, over one or several rows, or nowhere. `at` is the
 * row (from 1) that the user says it is, or 0 for none. Columns are those of the header and of the rows under it.
 */
export function findHeader(sheet: Sheet, at?: number): Header {
  const start = at === undefined ? headerStart(sheet) : at === 0 ? null : at - 1;
  if (start === null) return withoutHeader(sheet);
  const lines = headerLines(sheet, start);
  const width = widthFrom(sheet, start);
  const columns: HeaderColumn[] = [];
  for (let index = 0; index < width; index++) {
    const parts: string[] = [];
    for (const line of lines) {
      const text = (line[index] ?? "").replace(/\s+/g, " ").trim();
      if (text !== "" && !parts.includes(text)) parts.push(text);
    }
    columns.push({ index, header: parts.join("/") || `第${index + 1}列` });
  }
  return {
    row: start + 1,
    lines: lines.length,
    firstDataRow: start + lines.length,
    columns,
    fingerprint: fingerprintOf(columns),
  };
}

function withoutHeader(sheet: Sheet): Header {
  const width = widthFrom(sheet, 0);
  const columns = Array.from({ length: width }, (_, index) => ({ index, header: `第${index + 1}列` }));
  const first = firstFilled(sheet.rows);
  return {
    row: null,
    lines: 0,
    firstDataRow: first,
    columns,
    fingerprint: fingerprintOf(columns),
  };
}

function firstFilled(rows: Sheet["rows"]): number {
  for (let row = 0; row < rows.length; row++) if (!isBlankRow(rows, row)) return row;
  return 0;
}

interface Candidate {
  readonly at: number;
  readonly texts: readonly string[];
  readonly cells: readonly Cell[];
}

function headerStart(sheet: Sheet): number | null {
  const candidates = filledRows(sheet);
  const counts = candidates.map(({ texts }) => texts.length).sort((a, b) => a - b);
  const width = counts[Math.floor(counts.length / 2)] ?? 0;
  const named = bestNamed(candidates.slice(0, 20), width);
  if (named !== null) return named;
  if (candidates.length < 2) return null;
  const first = candidates.slice(0, 20).find((candidate) => !isTitle(candidate, width, sheet));
  return first !== undefined && looksLikeHeader(first, sheet) ? first.at : null;
}

function filledRows(sheet: Sheet): Candidate[] {
  const candidates: Candidate[] = [];
  for (let at = 0; at < sheet.rows.length && candidates.length < LOOK_AT; at++) {
    const cells = sheet.rows.at(at).filter((cell) => !isBlank(cell));
    if (cells.length > 0) candidates.push({ at, cells, texts: cells.map(textOf) });
  }
  return candidates;
}

/** The row with the most headings that the registry knows, if they are a fair part of it. */
function bestNamed(candidates: readonly Candidate[], width: number): number | null {
  let best: number | null = null;
  let most = 0;
  for (const { at, texts } of candidates) {
    const distinct = new Set(texts);
    const known = [...distinct].filter(isKnownHeading).length;
    const needed = distinct.size === 1 ? (width <= 1 ? 1 : 2) : Math.max(2, distinct.size * 0.3);
    if (known >= needed && known > most) {
      best = at;
      most = known;
    }
  }
  return best;
}

/** A line above the table: one text over all columns, or a few notes where the table is wide. */
function isTitle({ at, texts }: Candidate, width: number, sheet: Sheet): boolean {
  const isOne = texts.length === 1 || sheet.merged.some((area) => area.top === at && area.right > area.left);
  if (width >= 2 && isOne && new Set(texts).size === 1) return true;
  return width >= 4 && texts.length < width * 0.4;
}

function looksLikeHeader({ at, cells, texts }: Candidate, sheet: Sheet): boolean {
  // A heading merged sideways stands once for all its columns.
  const isMerged = sheet.merged.some((area) => area.top === at && area.right > area.left);
  const heard = isMerged ? texts.filter((text, index) => text !== texts[index - 1]) : texts;
  const areWords = cells.every((cell, index) => {
    const text = texts[index] ?? "";
    return typeof cell === "string" && text.length <= 60 && !isValue(text);
  });
  return areWords && new Set(heard).size >= heard.length / 2;
}

/** Text that is a number, a date, a flag or an error: no heading. */
function isValue(text: string): boolean {
  if (/^[-+]?[\d.,%]+$/.test(text) || /^(true|false|#n\/a)$/i.test(text)) return true;
  return scanWall(text) !== null;
}

function widthFrom(sheet: Sheet, start: number): number {
  let width = 0;
  for (let at = start; at < sheet.rows.length; at++) {
    let last = sheet.rows.cells(at);
    while (last > width && isBlank(sheet.rows.cell(at, last - 1))) last--;
    if (last <= width) continue;
    width = last;
  }
  return width;
}

/** The same table next year has the same one. */
function fingerprintOf(columns: readonly HeaderColumn[]): string {
  return hashText(columns.map((column) => plainName(column.header)).join("\u0001"));
}
