import { isBlank } from "../cell-text-of.ts";
import type { Rows } from "../types.ts";

/** True when a row says something at this column or behind it. */
export function isFilledFrom(rows: Rows, row: number, column: number): boolean {
  const cells = rows.cells(row);
  for (let at = column; at < cells; at++) if (!isBlank(rows.cell(row, at))) return true;
  return false;
}

/** True when any row says something. */
export function isFilled(rows: Rows): boolean {
  for (let row = 0; row < rows.length; row++) if (!isBlankRow(rows, row)) return true;
  return false;
}

export function isBlankRow(rows: Rows, row: number): boolean {
  return !isFilledFrom(rows, row, 0);
}
