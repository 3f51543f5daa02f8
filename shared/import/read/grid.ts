import type { PackedRows } from "../rows/packed-rows.ts";
import { RowPacker } from "../rows/row-packer.ts";
import type { Cell } from "../types.ts";

/** Cells, filled or skipped over, that all sheets together may take (security §3). */
export const MAX_SLOTS = 100_000_000;
/** Of rows that come after a later one, which hardly any program writes: they wait unpacked. */
const MAX_LATE_SLOTS = 2_000_000;

/** The rows of a sheet while it is read: only the last is not packed yet. */
export interface Grid {
  readonly packer: RowPacker;
  /** Counted from zero; -1 before the first. */
  row: number;
  cells: Cell[];
  /** Rows that came after a later one. */
  readonly late: Map<number, Cell[]>;
  lateSlots: number;
  /** How many cells the rows of this sheet and of those before it take. */
  slots: number;
}

export function emptyGrid(slots: number): Grid {
  return { packer: new RowPacker(), row: -1, cells: [], late: new Map(), lateSlots: 0, slots };
}

/** Puts a cell where it belongs, counting from zero, in whatever order they come. False where one stands already. */
export function putCell(grid: Grid, row: number, column: number, cell: Cell): boolean {
  if (cell === null) return true;
  const cells = row < grid.row ? lateRow(grid, row) : currentRow(grid, row);
  const isFree = column >= cells.length || cells[column] === null;
  const more = Math.max(0, column + 1 - cells.length);
  grid.slots += more;
  if (row < grid.row) grid.lateSlots += more;
  if (grid.slots > MAX_SLOTS || grid.lateSlots > MAX_LATE_SLOTS) return false;
  while (cells.length < column) cells.push(null);
  cells[column] = cell;
  return isFree;
}

function currentRow(grid: Grid, row: number): Cell[] {
  if (row === grid.row) return grid.cells;
  finishRow(grid);
  while (grid.packer.length < row) grid.packer.add([]);
  grid.row = row;
  return (grid.cells = []);
}

function lateRow({ late }: Grid, row: number): Cell[] {
  const cells = late.get(row) ?? [];
  late.set(row, cells);
  return cells;
}

function finishRow(grid: Grid): void {
  if (grid.row !== -1) grid.packer.add(grid.cells);
}

/** All rows, when no more cells will come; null where one stands on another. */
export function packedGrid(grid: Grid): PackedRows | null {
  finishRow(grid);
  const rows = grid.packer.end();
  if (grid.late.size === 0) return rows;
  const packer = new RowPacker();
  for (let row = 0; row < rows.length; row++) {
    const cells = [...rows.at(row)];
    for (const [column, cell] of (grid.late.get(row) ?? []).entries()) {
      if (cell === null) continue;
      if ((cells[column] ?? null) !== null) return null;
      while (cells.length < column) cells.push(null);
      cells[column] = cell;
    }
    packer.add(cells);
  }
  return packer.end();
}
