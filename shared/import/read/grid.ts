import type { Cell } from "../types.ts";

/** Cells, filled or skipped over, that all sheets together may take: 160 MB of pointers. */
export const MAX_SLOTS = 20_000_000;

/** The rows of a workbook's sheets while they are read. */
export interface Grid {
  readonly rows: Cell[][];
  /** How many cells the rows take. */
  slots: number;
}

/** Puts a cell where it belongs, counting from zero, in whatever order they come. False where one stands already. */
export function putCell(grid: Grid, row: number, column: number, cell: Cell): boolean {
  if (cell === null) return true;
  while (grid.rows.length <= row) grid.rows.push([]);
  const cells = grid.rows[row] ?? [];
  const isFree = column >= cells.length || cells[column] === null;
  grid.slots += Math.max(0, column + 1 - cells.length);
  if (grid.slots > MAX_SLOTS) return false;
  while (cells.length < column) cells.push(null);
  cells[column] = cell;
  return isFree;
}
