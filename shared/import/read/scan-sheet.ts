import type { Range } from "xlsx";
import type { CellContext } from "./cell-value.ts";
import type { Grid } from "./grid.ts";
import { cellTags, scanCells, type CellTags } from "./scan-cells.ts";
import { withRest, xmlPieces } from "./xml-pieces.ts";

/** What the cells part of a sheet has given so far. */
export interface SheetScan {
  readonly grid: Grid;
  readonly merges: Range[];
  /** Zero-based. */
  readonly hiddenRows: number[];
  /** Its cells have been read to their end. */
  isWhole: boolean;
}

interface Rows {
  readonly tags: CellTags;
  readonly open: string;
  readonly close: string;
  /** The last row's, from zero. */
  row: number;
  /** A row without cells was passed; the library does not count those that do not say their number. */
  hadEmpty: boolean;
}

const DATA = /<(\w+:)?sheetData(?=[\s/>])[^<>]*>/;

/** Takes a sheet's part in pieces and reads its rows, as they come, into `sheet`. False for what it does not understand. */
export function sheetScan(sheet: SheetScan, context: CellContext): (piece: Uint8Array) => boolean {
  let rows: Rows | undefined;
  const scan = withRest((text) => {
    if (sheet.isWhole) return findMerges(text, sheet.merges);
    let from = 0;
    if (rows === undefined) {
      const data = DATA.exec(text);
      if (data === null) return text.length;
      rows = rowsOf(data[1] ?? "");
      from = data.index + data[0].length;
      sheet.isWhole = data[0].endsWith("/>");
    }
    const end = sheet.isWhole ? from : text.indexOf(rows.close, from);
    const at = scanRows(text, from, end === -1 ? text.lastIndexOf(rows.open) : end, rows, sheet, context);
    if (at === -1 || end === -1) return at;
    sheet.isWhole = true;
    return findMerges(text.slice(end), sheet.merges) === -1 ? -1 : text.length;
  });
  return xmlPieces(scan);
}

function rowsOf(prefix: string): Rows {
  const [open, close] = [`<${prefix}row`, `</${prefix}sheetData>`];
  return { tags: cellTags(prefix), open, close, row: -1, hadEmpty: false };
}

function scanRows(
  text: string,
  from: number,
  limit: number,
  rows: Rows,
  sheet: SheetScan,
  context: CellContext,
): number {
  let at = from;
  while (at < limit) {
    const start = text.indexOf("<", at);
    if (start >= limit) return limit;
    const tagEnd = text.indexOf(">", start);
    if (tagEnd === -1 || !text.startsWith(rows.open, start)) return -1;
    const isEmpty = text.endsWith("/", tagEnd);
    const attributes = text.slice(start + rows.open.length, isEmpty ? tagEnd - 1 : tagEnd);
    if (!openRow(attributes, isEmpty, rows, sheet) || rows.row >= context.maxRows) return -1;
    at = isEmpty ? tagEnd + 1 : scanCells(text, tagEnd + 1, rows.row, sheet.grid, rows.tags, context);
    if (at === -1) return -1;
  }
  return at;
}

const PLACE = /(?:^|\s)r="([^"]*)"/;
const ATTRIBUTES = /^(?:\s+[\w.-]+(?::(?!r=)[\w.-]+)?="[^"<>]*")*\s*$/;
const HIDDEN = /\bhidden="(?:1|true)"/;

function openRow(attributes: string, isEmpty: boolean, rows: Rows, sheet: SheetScan): boolean {
  if (!ATTRIBUTES.test(attributes)) return false;
  const place = PLACE.exec(attributes)?.[1];
  if (isEmpty) rows.hadEmpty = true;
  if (place === undefined) {
    if (rows.hadEmpty) return isEmpty;
    rows.row++;
    return true;
  }
  if (!/^[1-9]\d{0,6}$/.test(place)) return false;
  const row = Number(place) - 1;
  if (HIDDEN.test(attributes)) sheet.hiddenRows.push(row);
  if (!isEmpty) rows.row = row;
  return true;
}

const MERGED = /<(?:\w+:)?mergeCell ref="([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?"\s*\/?>/g;
const MERGED_ANYHOW = /<(?:\w+:)?mergeCell\b/g;

function findMerges(text: string, merges: Range[]): number {
  if (!text.includes("mergeCell")) return text.length;
  const before = merges.length;
  for (const [, left = "", top = "", right = left, bottom = top] of text.matchAll(MERGED)) {
    merges.push({
      s: { r: Number(top) - 1, c: columnOf(left) },
      e: { r: Number(bottom) - 1, c: columnOf(right) },
    });
  }
  return merges.length - before === (text.match(MERGED_ANYHOW)?.length ?? 0) ? text.length : -1;
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
