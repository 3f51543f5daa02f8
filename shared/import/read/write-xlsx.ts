import { Zip, ZipDeflate } from "fflate";
import { dayNumber } from "../../lib/dates.ts";
import { epochMs, wallOf } from "../../lib/instants.ts";
import { isPlainWall, outText } from "../cell-text.ts";
import { joinedBytes } from "../joined-bytes.ts";
import { serialOfWall } from "../serial.ts";
import type { OutCell, SheetWriter, Table, TableHead } from "../types.ts";
import { encodeUtf8 } from "./utf8.ts";
import { frameOf, STYLE, xmlText } from "./xlsx-frame.ts";

const ROWS_AT_ONCE = 1000;
const MAX_ROWS = 1_048_575;
/** Excel calls a file damaged that has a longer text in a cell. */
const MAX_CELL = 32_767;

/** A table as an `.xlsx` file, all at once: see `xlsxWriter`. */
export function writeXlsx(table: Table): Uint8Array<ArrayBuffer> {
  const writer = xlsxWriter(table);
  writer.add(table.rows);
  return writer.end();
}

/**
 * An `.xlsx` file as its rows come: bold frozen header, real dates, text as text (ids keep their zeros), widths by
 * the first rows added. Written by hand: the library can neither freeze nor colour. Beyond 1,048,575 rows `add`
 * throws `RangeError`.
 */
export function xlsxWriter(head: TableHead): SheetWriter {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
  });
  for (const [name, text] of frameOf(head.name)) {
    const part = new ZipDeflate(name, { level: 6 });
    zip.add(part);
    part.push(encodeUtf8(text), true);
  }
  const sheet = new ZipDeflate("xl/worksheets/sheet1.xml", { level: 6 });
  zip.add(sheet);
  let written = -1;
  const begin = (rows: Table["rows"]): void => {
    sheet.push(encodeUtf8(sheetHead(head, rows)), false);
    written = 0;
  };
  return {
    add: (rows) => {
      if (Math.max(0, written) + rows.length > MAX_ROWS) throw new RangeError("more rows than a sheet has");
      if (written === -1) begin(rows);
      for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
        const some = rows.slice(at, at + ROWS_AT_ONCE);
        const first = written + 2;
        sheet.push(encodeUtf8(some.map((row, index) => rowXml(row, first + index)).join("")), false);
        written += some.length;
      }
    },
    end: () => {
      if (written === -1) begin([]);
      sheet.push(encodeUtf8("</sheetData></worksheet>"), true);
      zip.end();
      return joinedBytes(chunks);
    },
  };
}

function sheetHead(head: TableHead, rows: Table["rows"]): string {
  const red = new Set(head.redColumns ?? []);
  const widths = head.header.map((name, index) => {
    const longest = rows.slice(0, 100).reduce((most, row) => Math.max(most, width(row[index] ?? null)), 0);
    return Math.min(60, Math.max(8, width(name), longest) + 2);
  });
  const cols = widths.map((w, at) => `<col min="${at + 1}" max="${at + 1}" width="${w}" customWidth="1"/>`);
  const header = head.header.map((name, at) => textXml(name, red.has(at) ? STYLE.red : STYLE.head)).join("");
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `${cols.length === 0 ? "" : `<cols>${cols.join("")}</cols>`}<sheetData><row r="1">${header}</row>`
  );
}

/** In letters; Han takes two. */
function width(cell: OutCell): number {
  const line = outText(cell).split("\n")[0] ?? "";
  return line.length + (line.match(/[\u2e80-\uffee]/g)?.length ?? 0);
}

function rowXml(row: readonly OutCell[], number: number): string {
  return `<row r="${number}">${row.map(cellXml).join("")}</row>`;
}

function cellXml(cell: OutCell): string {
  if (cell === null) return "<c/>";
  if (typeof cell === "string") return textXml(cell, STYLE.text);
  if (typeof cell === "number") return numberXml(cell, STYLE.plain);
  if (cell.kind === "yuan") return numberXml(cell.fen / 100, STYLE.money);
  const serial = cell.kind === "date" ? serialOfWall(dayNumber(cell.date), 0) : serialOfInstant(cell.at);
  if (serial === null) return textXml(outText(cell), STYLE.text);
  if (cell.kind === "date") return numberXml(serial, STYLE.date);
  return numberXml(serial, epochMs(cell.at) % 60_000 === 0 ? STYLE.minute : STYLE.second);
}

function serialOfInstant(at: string): number | null {
  if (!isPlainWall(at)) return null;
  const ms = epochMs(at);
  const { year, month, day, hour, minute, second } = wallOf(ms);
  const rest = ((ms % 1000) + 1000) % 1000;
  const days = Date.UTC(year, month - 1, day) / 86_400_000;
  return serialOfWall(days, ((hour * 60 + minute) * 60 + second) * 1000 + rest);
}

function numberXml(value: number, style: number): string {
  return `<c s="${style}"><v>${value}</v></c>`;
}

function textXml(text: string, style: number): string {
  if (text === "") return "<c/>";
  const fits = text.length <= MAX_CELL ? text : `${text.slice(0, MAX_CELL - 1)}…`;
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(fits)}</t></is></c>`;
}
