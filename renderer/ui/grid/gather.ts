import type { GridColumn, GridSource } from "./grid-types.ts";
import { cellCount, type Block } from "./selection.ts";
import { toTsv } from "./tsv.ts";

const STRETCH = 5000;

/**
 * A block of cells as text for the clipboard. Rows that are not on screen are loaded; a list that changed its
 * length meanwhile gives the rows it still has.
 */
export async function blockAsTsv<Row>(
  source: GridSource<Row>,
  columns: readonly GridColumn<Row>[],
  block: Block,
  withHeaders: boolean,
): Promise<string> {
  const chosen = columns.slice(block.left, block.right + 1);
  const lines = withHeaders ? [chosen.map((column) => column.header)] : [];
  for (let from = block.top; from <= block.bottom; from += STRETCH) {
    const rows = await rowsOf(source, from, Math.min(from + STRETCH, block.bottom + 1));
    for (const row of rows) lines.push(chosen.map((column) => column.cell(row)));
  }
  return toTsv(lines);
}

/** The sum of the numbers in a block; undefined without any, or where not all its rows are at hand. */
export function sumOf<Row>(
  source: GridSource<Row>,
  columns: readonly GridColumn<Row>[],
  block: Block,
): number | undefined {
  const numbers = columns.slice(block.left, block.right + 1).flatMap((column) => column.number ?? []);
  if (numbers.length === 0 || cellCount(block) < 2) return undefined;
  let sum: number | undefined;
  for (let index = block.top; index <= block.bottom; index += 1) {
    const row = source.row(index);
    if (row === undefined) return undefined;
    for (const number of numbers) {
      const value = number(row);
      if (value !== undefined) sum = (sum ?? 0) + value;
    }
  }
  return sum;
}

async function rowsOf<Row>(source: GridSource<Row>, from: number, to: number): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let index = from; index < to; index += 1) {
    const row = source.row(index);
    if (row === undefined) return source.load === undefined ? rows : await source.load(from, to);
    rows.push(row);
  }
  return rows;
}
