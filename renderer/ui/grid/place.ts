import type { PlacedColumn } from "./arrange.ts";
import type { Cell } from "./selection.ts";

/** Heights in CSS pixels; `grid.css` has the same. */
export const ROW_PX = 32;
export const HEADER_PX = 36;

/** Scrolls just far enough that a cell is seen beside the frozen header and column, and gives it the focus. */
export function reveal<Row>(
  scroller: HTMLElement,
  cell: Cell,
  columns: readonly PlacedColumn<Row>[],
  frozenFirst: boolean,
): void {
  if (cell.row >= 0) {
    const top = cell.row * ROW_PX;
    const view = scroller.clientHeight - HEADER_PX;
    scroller.scrollTop = into(scroller.scrollTop, top, top + ROW_PX, view);
  }
  const frozen = frozenFirst ? (columns[0]?.width ?? 0) : 0;
  if (cell.column > 0 || !frozenFirst) {
    const left = columns.slice(0, cell.column).reduce((sum, { width }) => sum + width, 0) - frozen;
    const right = left + (columns[cell.column]?.width ?? 0);
    scroller.scrollLeft = into(scroller.scrollLeft, left, right, scroller.clientWidth - frozen);
  }
  scroller
    .querySelector<HTMLElement>(`[data-row="${cell.row}"] [data-column="${cell.column}"]`)
    ?.focus({ preventScroll: true });
}

function into(scroll: number, from: number, to: number, view: number): number {
  if (from < scroll) return from;
  return to > scroll + view ? to - view : scroll;
}

export function rowsInView(scroller: HTMLElement | null): number {
  return Math.max(1, Math.floor(((scroller?.clientHeight ?? 0) - HEADER_PX) / ROW_PX) - 1);
}

/** The cell that an event happened in. */
export function cellAt(target: EventTarget): Cell | undefined {
  if (!(target instanceof Element)) return undefined;
  const cell = target.closest<HTMLElement>("[data-column]");
  const row = cell?.closest<HTMLElement>("[data-row]");
  if (cell === null || row === null || row === undefined) return undefined;
  return { row: Number(row.dataset["row"]), column: Number(cell.dataset["column"]) };
}
