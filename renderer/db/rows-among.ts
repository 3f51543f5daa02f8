import type { Table } from "dexie";
import type { Row } from "./store.ts";

/**
 * The rows that there are among these ids. A new desk has none, and one that hears of an import hardly any: a thousand
 * questions for single rows take ten times what the question takes whether anything lies between the first and the last.
 */
export async function rowsAmong(
  table: Table<Row, string>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Row>> {
  const sorted = [...ids].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const most = 2 * ids.length;
  const keys = await table
    .where("id")
    .between(first, last, true, true)
    .limit(most + 1)
    .primaryKeys();
  const wanted = new Set(ids);
  // Where too much else lies between, each is asked for.
  const some = keys.length > most ? ids : keys.filter((key) => wanted.has(key));
  const rows = some.length === 0 ? [] : await table.bulkGet([...some]);
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id, row] as const])));
}
