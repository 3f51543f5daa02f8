import { outText } from "./cell-text.ts";
import { guarded } from "./formula-guard.ts";
import { joinedBytes } from "./joined-bytes.ts";
import { encodeUtf8 } from "./read/utf8.ts";
import type { OutCell, SheetWriter, Table, TableHead } from "./types.ts";

/** UTF-8 text with a byte order mark, without which Excel reads Chinese as rubbish; no cell is a formula. */
export function writeCsv({ header, rows }: Table): string {
  return `\uFEFF${linesOf([header, ...rows])}`;
}

/** The same as a file, as its rows come. */
export function csvWriter({ header }: TableHead): SheetWriter {
  const pieces = [encodeUtf8(`\uFEFF${linesOf([header])}`)];
  return {
    add: (rows) => void pieces.push(encodeUtf8(linesOf(rows))),
    end: () => joinedBytes(pieces),
  };
}

function linesOf(rows: Table["rows"]): string {
  return rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

function field(cell: OutCell): string {
  // Our own numbers and dates are no formulas, whatever their sign.
  const text = typeof cell === "string" ? guarded(cell) : outText(cell);
  // Quotes around anything but the plainest: a `;` or tab parts cells elsewhere.
  return /^[\p{L}\p{N} .:_/-]*$/u.test(text) && text.trim() === text
    ? text
    : `"${text.replaceAll('"', '""')}"`;
}
