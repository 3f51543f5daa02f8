import { textOf } from "./cell-text-of.ts";
import type { Cell } from "./types.ts";
import { isMissing } from "./values/words.ts";

/** `列名：值` for a column that no field holds; values that changed from row to row stand in their order. */
export function extraLine(header: string, cells: readonly Cell[]): string[] {
  const values: string[] = [];
  for (const cell of cells) {
    const text = textOf(cell).replace(/\s*\n\s*/g, " ");
    if (!isMissing(text) && text !== values.at(-1)) values.push(text);
  }
  return values.length === 0 ? [] : [`${header}：${values.join(" → ")}`];
}
