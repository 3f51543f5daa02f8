/** A cell by its place. Row −1 is the header. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** What is selected: a block between where it began and where the cursor is. */
export interface Selection {
  readonly anchor: Cell;
  readonly cursor: Cell;
}

/** A block of cells, ends included. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page holds. */
  readonly page: number;
}

export interface GridKey {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
}

/** The selection after a key, as in Excel; undefined for keys that do not move. */
export function moved(selection: Selection, key: GridKey, extent: Extent): Selection | undefined {
  if (key.ctrl && key.key.toLowerCase() === "a") return everything(extent);
  const to = target(selection.cursor, key, extent);
  if (to === undefined) return undefined;
  const cursor = clamp(to, extent, key.shift ? 0 : -1);
  // The header is walked, not selected.
  const extend = key.shift && selection.cursor.row >= 0;
  return extend ? { anchor: selection.anchor, cursor } : { anchor: cursor, cursor };
}

function target(at: Cell, { key, ctrl }: GridKey, extent: Extent): Cell | undefined {
  const lastRow = extent.rows - 1;
  const lastColumn = extent.columns - 1;
  switch (key) {
    case "ArrowUp":
      return { row: ctrl ? Math.min(0, at.row) : at.row - 1, column: at.column };
    case "ArrowDown":
      return { row: ctrl ? lastRow : at.row + 1, column: at.column };
    case "ArrowLeft":
      return { row: at.row, column: ctrl ? 0 : at.column - 1 };
    case "ArrowRight":
      return { row: at.row, column: ctrl ? lastColumn : at.column + 1 };
    case "Home":
      return { row: ctrl ? 0 : at.row, column: 0 };
    case "End":
      return { row: ctrl ? lastRow : at.row, column: lastColumn };
    case "PageUp":
      return { row: Math.max(0, at.row - extent.page), column: at.column };
    case "PageDown":
      return { row: at.row + extent.page, column: at.column };
    default:
      return undefined;
  }
}

/** Keeps a cell inside; `firstRow` −1 lets it stand in the header. */
export function clamp(cell: Cell, extent: Pick<Extent, "rows" | "columns">, firstRow: -1 | 0 = -1): Cell {
  const lastRow = extent.rows - 1;
  const lowest = lastRow < 0 ? -1 : firstRow;
  return {
    row: Math.max(lowest, Math.min(cell.row, lastRow)),
    column: Math.max(0, Math.min(cell.column, extent.columns - 1)),
  };
}

function everything(extent: Extent): Selection {
  const last = { row: extent.rows - 1, column: extent.columns - 1 };
  return { anchor: clamp(last, extent), cursor: clamp({ row: 0, column: 0 }, extent) };
}

export function blockOf({ anchor, cursor }: Selection): Block {
  return {
    top: Math.max(0, Math.min(anchor.row, cursor.row)),
    bottom: Math.max(anchor.row, cursor.row),
    left: Math.min(anchor.column, cursor.column),
    right: Math.max(anchor.column, cursor.column),
  };
}

/** Cells in a block; none when it lies in the header. */
export function cellCount(block: Block): number {
  return Math.max(0, block.bottom - block.top + 1) * (block.right - block.left + 1);
}

/** Left and right end of the block in this row, or undefined when the row is outside. */
export function spanInRow(block: Block, row: number): readonly [number, number] | undefined {
  return row < block.top || row > block.bottom ? undefined : [block.left, block.right];
}
