import type { Engine, Sql } from "./sql.ts";

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** In the order of the key. */
  readonly key: readonly string[];
}

/** Every table with its key, from the database's own catalogue: a new one is in the backup without being named. */
export async function tablesOf(sql: Sql, engine: Engine): Promise<readonly Table[]> {
  const rows = await sql.all(CATALOGUE[engine]);
  const tables = new Map<string, { columns: string[]; key: [number, string][] }>();
  for (const row of rows) {
    const name = String(row["name"]);
    const column = String(row["column_name"]);
    const table = tables.get(name) ?? { columns: [], key: [] };
    table.columns.push(column);
    if (Number(row["place"]) > 0) table.key.push([Number(row["place"]), column]);
    tables.set(name, table);
  }
  return [...tables].map(([name, { columns, key }]) => ({
    name,
    columns,
    key: key.sort(([a], [b]) => a - b).map(([, column]) => column),
  }));
}

const CATALOGUE: Readonly<Record<Engine, string>> = {
  sqlite: `SELECT m.name AS name, c.name AS column_name, c.pk AS place
    FROM sqlite_master m JOIN pragma_table_info(m.name) c
    WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' ORDER BY m.name, c.cid`,
  postgres: `SELECT c.relname AS name, a.attname AS column_name,
      coalesce(array_position(i.indkey::int2[], a.attnum) + 1, 0) AS place
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
    WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND c.relname <> 'schema_version'
    ORDER BY c.relname, a.attnum`,
};
