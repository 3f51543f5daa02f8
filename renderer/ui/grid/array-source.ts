import type { GridSource } from "./grid-types.ts";

/** A list that is all in memory. */
export function arraySource<Row>(rows: readonly Row[]): GridSource<Row> {
  return {
    count: rows.length,
    row: (index) => rows[index],
    want: () => undefined,
    load: (from, to) => Promise.resolve(rows.slice(from, to)),
  };
}
