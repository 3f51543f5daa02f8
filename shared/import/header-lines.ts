import { isBlank, textOf } from "./cell-text-of.ts";
import type { Sheet } from "./types.ts";

const MAX_LINES = 6;

/**
 * The rows that the header takes, as text, from its first row on. Cells merged downwards make it higher; so does
 * a row of sub-headings under cells that were merged, or left blank, sideways.
 */
export function headerLines(sheet: Sheet, start: number): string[][] {
  let end = start + 1;
  for (;;) {
    const lowest = lowestMerge(sheet, start, end);
    const next = Math.max(lowest, hasSubHeadings(sheet, start, end) ? end + 1 : end);
    if (next === end || next - start > MAX_LINES || next >= sheet.rows.length) break;
    end = next;
  }
  const lines: string[][] = [];
  for (let at = start; at < end; at++) lines.push(sheet.rows.at(at).map(textOf));
  return lines.map((line, index) =>
    index === lines.length - 1 ? line : withParents(line, lines[index + 1]),
  );
}

/** One past the last row of the areas that begin inside the header and reach down. */
function lowestMerge(sheet: Sheet, start: number, end: number): number {
  let lowest = end;
  for (const area of sheet.merged) {
    if (area.top >= start && area.top < end) lowest = Math.max(lowest, area.bottom + 1);
  }
  return lowest;
}

function hasSubHeadings(sheet: Sheet, start: number, end: number): boolean {
  if (end !== start + 1) return false;
  const top = sheet.rows.at(start);
  const below = sheet.rows.at(end);
  const filled = below.flatMap((cell, index) => (isBlank(cell) ? [] : [index]));
  if (filled.length < 2 || filled.length >= below.length + 1) return false;
  const areWords = filled.every((index) => {
    const cell = below[index];
    return typeof cell === "string" && cell.trim().length <= 40 && !/^[-+]?[\d.,%/:-]+$/.test(cell.trim());
  });
  if (!areWords) return false;
  const spans = sheet.merged.filter(
    (area) => area.top === start && area.bottom === start && area.right > area.left,
  );
  const under = filled.filter((index) => spans.some((area) => area.left <= index && index <= area.right));
  // Merged sideways: the row speaks only under the spans, and says different things there.
  const distinct = new Set(filled.map((index) => textOf(below[index])));
  if (under.length === filled.length) {
    return distinct.size > 1 && spans.some((span) => differsUnder(below.map(textOf), span.left, span.right));
  }
  // Not merged but left blank: every sub-heading stands under a heading followed by blanks, or under a blank.
  const blanks = filled.filter((index) => isBlank(top[index]));
  const allUnderGaps = filled.every((index) => isBlank(top[index]) || isBlank(top[index + 1]));
  const hasPlain = top.some((cell, index) => !isBlank(cell) && isBlank(below[index]));
  return allUnderGaps && hasPlain && blanks.length > 0 && distinct.size === filled.length;
}

function differsUnder(texts: readonly string[], left: number, right: number): boolean {
  return new Set(texts.slice(left, right + 1).filter((text) => text !== "")).size > 1;
}

/** A blank beside a heading and above a sub-heading belongs to that heading. */
function withParents(line: readonly string[], below: readonly string[] | undefined): string[] {
  const width = Math.max(line.length, below?.length ?? 0);
  let parent = "";
  return Array.from({ length: width }, (_, index) => {
    const text = line[index] ?? "";
    if (text !== "") parent = text;
    else if ((below?.[index] ?? "") === "") parent = "";
    return text !== "" ? text : (below?.[index] ?? "") === "" ? "" : parent;
  });
}
