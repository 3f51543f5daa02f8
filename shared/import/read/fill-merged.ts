import type { Range } from "xlsx";
import type { PackedRows } from "../rows/packed-rows.ts";
import { RowPacker } from "../rows/row-packer.ts";
import type { Cell, MergedArea, Rows } from "../types.ts";

const MAX_FILLED = 100_000;

/** An area whose value has still to be put into rows. */
interface Filling {
  /** Its place in the list: what two areas share is the earlier one's. */
  readonly no: number;
  readonly area: MergedArea;
  /** Known once its first row was met. */
  value: Cell;
}

/**
 * A merged area's value stands in its first cell only; people read it as the value of all. A cell that has a value
 * of its own under the area keeps it: what stands in the file is never lost.
 */
export function fillMerged(
  rows: PackedRows,
  merges: readonly Range[],
): { readonly rows: Rows; readonly merged: readonly MergedArea[] } {
  if (merges.length === 0) return { rows, merged: [] };
  const merged = merges.map(({ s, e }) => ({
    top: s.r,
    left: s.c,
    // Columns of a header may be merged beyond the last filled cell, rows never usefully beyond the last row.
    bottom: Math.min(e.r, rows.length - 1),
    right: Math.min(e.c, Math.max(rows.width - 1, s.c)),
  }));
  return { rows: filled(rows, merged.slice(0, MAX_FILLED)), merged };
}

/** The rows with the areas' values, in one pass; pages that no area reaches into are taken as they are. */
function filled(rows: PackedRows, areas: readonly MergedArea[]): Rows {
  const { shelf } = rows;
  const packer = new RowPacker();
  const coming = areas
    .map((area, no): Filling => ({ no, area, value: null }))
    .filter(({ area }) => area.top >= 0 && area.top <= area.bottom)
    .sort((a, b) => b.area.top - a.area.top || b.no - a.no);
  let open: Filling[] = [];
  for (let no = 0; no < shelf.pages; no++) {
    const [from, to] = [shelf.firstRow(no), shelf.firstRow(no + 1)];
    if (open.length === 0 && (coming.at(-1)?.area.top ?? to) >= to) {
      packer.addPage({ page: shelf.page(no), text: shelf.text(no) }, rows.width);
      continue;
    }
    for (let row = from; row < to; row++) {
      open = open.filter(({ area }) => area.bottom >= row);
      while (coming.at(-1)?.area.top === row) open.push(...coming.splice(-1));
      const cells = [...rows.at(row)];
      for (const filling of open.sort((a, b) => a.no - b.no)) fill(cells, row, filling);
      packer.add(cells);
    }
  }
  return packer.end();
}

function fill(cells: Cell[], row: number, filling: Filling): void {
  const { top, left, right } = filling.area;
  if (row === top) filling.value = cells[left] ?? null;
  if (filling.value === null) return;
  while (cells.length < left) cells.push(null);
  for (let at = left; at <= right; at++) cells[at] ??= filling.value;
}
