import type { IncidentRow, IncidentView } from "../../db/desk.ts";

/**
 * Index of the first row for which `before` no longer holds, in a view sorted so that it holds for none after. Finds
 * it by halving: some twenty small questions for any length.
 */
export async function firstNot(view: IncidentView, before: (row: IncidentRow) => boolean): Promise<number> {
  let low = 0;
  let high = view.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const [row] = await view.rows(middle, middle + 1);
    if (row !== undefined && before(row)) low = middle + 1;
    else high = middle;
  }
  return low;
}
