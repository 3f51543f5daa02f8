import type { Range } from "xlsx";
import type { Cell, MergedArea } from "../types.ts";

/**
 * A merged area's value stands in its first cell only; people read it as the value of all. A cell that has a value
 * of its own under the area keeps it: what stands in the file is never lost.
 */
export function fillMerged(rows: Cell[][], merges: readonly Range[]): MergedArea[] {
  const areas: MergedArea[] = [];
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  for (const { s, e } of merges) {
    // Columns of a header may be merged beyond the last filled cell, rows never usefully beyond the last row.
    const area = {
      top: s.r,
      left: s.c,
      bottom: Math.min(e.r, rows.length - 1),
      right: Math.min(e.c, Math.max(widest - 1, s.c)),
    };
    const value = rows[s.r]?.[s.c] ?? null;
    areas.push(area);
    if (value === null || areas.length > 100_000) continue;
    for (let r = area.top; r <= area.bottom; r++) {
      const row = rows[r];
      if (row === undefined) continue;
      while (row.length < area.left) row.push(null);
      for (let c = area.left; c <= area.right; c++) row[c] ??= value;
    }
  }
  return areas;
}
