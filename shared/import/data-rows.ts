import { isBlankRow, isFilled } from "./rows/is-filled.ts";
import type { Header, Sheet, Workbook } from "./types.ts";

/** Rows of data: no title rows, no header, no wholly blank rows. */
export function countDataRows(sheet: Sheet, header: Header): number {
  let count = 0;
  for (let at = header.firstDataRow; at < sheet.rows.length; at++) {
    if (!isBlankRow(sheet.rows, at)) count++;
  }
  return count;
}

/**
 * The sheet that an import starts with: `wanted` by name, or by number from 1, whatever it holds; without it the
 * first visible sheet with a row that is filled, or a hidden one when there is no other.
 */
export function pickSheet({ sheets }: Workbook, wanted?: string): Sheet | undefined {
  if (wanted !== undefined) {
    return sheets.find(({ name }) => name === wanted) ?? sheets[Number(wanted) - 1];
  }
  const filled = sheets.filter(({ rows }) => isFilled(rows));
  return filled.find(({ hidden }) => !hidden) ?? filled[0];
}
