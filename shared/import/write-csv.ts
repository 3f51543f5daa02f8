import { outText } from "./cell-text.ts";
import { guarded } from "./formula-guard.ts";
import type { OutCell, Table } from "./types.ts";

/** UTF-8 text with a byte order mark, without which Excel reads Chinese as rubbish; no cell is a formula. */
export function writeCsv({ header, rows }: Table): string {
  const lines = [header, ...rows].map((row) => row.map(field).join(","));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function field(cell: OutCell): string {
  // Our own numbers and dates are no formulas, whatever their sign.
  const text = typeof cell === "string" ? guarded(cell) : outText(cell);
  // Quotes around anything but the plainest: a `;` or tab parts cells elsewhere.
  return /^[\p{L}\p{N} .:_/-]*$/u.test(text) && text.trim() === text
    ? text
    : `"${text.replaceAll('"', '""')}"`;
}
