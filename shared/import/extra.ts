import { textOf } from "./cell-text-of.ts";
import { wallOfSerial } from "./serial.ts";
import type { Cell } from "./types.ts";
import { isMissing } from "./values/words.ts";

/** `列名：值` for a column that no field holds; values that changed from row to row stand in their order. */
export function extraLine(header: string, cells: readonly Cell[]): string[] {
  const values: string[] = [];
  for (const cell of cells) {
    const text = textOf(asDate(header, cell)).replace(/\s*\n\s*/g, " ");
    if (!isMissing(text) && text !== values.at(-1)) values.push(text);
  }
  return values.length === 0 ? [] : [`${header}：${values.join(" → ")}`];
}

const MAX_EXTRA = 200_000;

/** The lines put under what stands there already, as much of them as the field holds. */
export function withLines(before: unknown, lines: readonly string[]): string {
  const text = [...(typeof before === "string" ? [before] : []), ...lines].join("\n");
  return text.length <= MAX_EXTRA ? text : `${text.slice(0, MAX_EXTRA - 1)}…`;
}

/** Some programs lose the format of a date: under a heading that says so, a serial number is shown as one. */
function asDate(header: string, cell: Cell): Cell {
  const isSerial = typeof cell === "number" && cell > 20_000 && cell < 60_000;
  if (!isSerial || !/日期|时间|date|time/i.test(header)) return cell;
  return wallOfSerial(cell, false, { date: true, time: false }) ?? cell;
}
