import type { Line } from "./backup-file.ts";
import type { Engine, Row, Sql, Value } from "./sql.ts";
import { tablesOf, type Table } from "./tables.ts";

const PAGE = 1000;
const ROWS_AT_ONCE = 500;

/** Everything in the database as one transaction sees it, a page at a time, while others write. */
export async function* dump(sql: Sql, engine: Engine): AsyncGenerator<Line> {
  for (const table of await tablesOf(sql, engine)) {
    yield { table: table.name, columns: [...table.columns] };
    let after: Row | undefined;
    do {
      const rows = await pageOf(sql, table, after);
      for (const row of rows) yield { row: table.columns.map((column) => row[column] ?? null) };
      after = rows.length < PAGE ? undefined : rows.at(-1);
    } while (after !== undefined);
  }
}

/** Puts `lines` in the place of everything that is there. Within the caller's transaction. */
export async function load(sql: Sql, engine: Engine, lines: AsyncIterable<Line>): Promise<void> {
  const known = new Map((await tablesOf(sql, engine)).map((table) => [table.name, table]));
  for (const { name } of known.values()) await sql.run(`DELETE FROM ${name}`);
  let into: { readonly table: string; readonly columns: readonly string[] } | undefined;
  let rows: Value[][] = [];
  const flush = async (): Promise<void> => {
    if (into !== undefined) await sql.insert(into, rows);
    rows = [];
  };
  for await (const line of lines) {
    if ("row" in line) rows.push(line.row);
    else {
      await flush();
      const columns = known.get(line.table)?.columns;
      if (columns === undefined || !line.columns.every((column) => columns.includes(column))) {
        throw new Error(`a backup of this version has no table ${line.table}`);
      }
      into = line;
    }
    if (rows.length >= ROWS_AT_ONCE) await flush();
  }
  await flush();
}

async function pageOf(
  sql: Sql,
  { name, columns, key }: Table,
  after: Row | undefined,
): Promise<readonly Row[]> {
  const keys = key.join(", ");
  const from = after === undefined ? "" : `WHERE (${keys}) > (${key.map(() => "?").join(", ")})`;
  const values = after === undefined ? [] : key.map((column) => after[column] ?? null);
  return sql.all(`SELECT ${columns.join(", ")} FROM ${name} ${from} ORDER BY ${keys} LIMIT ${PAGE}`, values);
}
