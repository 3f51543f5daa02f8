import type { Change } from "../../shared/sync/change.ts";
import { compacted } from "../../shared/sync/compacted.ts";
import { heldRecords, keyOf, placeOf } from "./held.ts";
import { bodyOf, number, sumOf, text } from "./rows.ts";
import type { Database, Engine, Sql } from "./sql.ts";

/** Changes looked at in one transaction: pushes wait for it. */
const A_SLICE = 500;
/** The whole log is read each time: that is done when a tenth of it is new, so that a change costs the same in a long one. */
const WHEN_NEW = 0.1;

/** A piece at a time; where it was stopped, it begins again at its next time. Gives how many changes got shorter. */
export async function compact(database: Database, tenant: string, beforeMs: number): Promise<number> {
  const sql = database.of(tenant);
  const [row] = await sql.all(
    `SELECT t.compacted AS done, (SELECT max(seq) FROM changes WHERE tenant = t.tenant AND at < ?) AS old
     FROM tenants t WHERE t.tenant = ?`,
    [beforeMs, tenant],
  );
  if (row === undefined || row["old"] === null) return 0;
  const old = number(row, "old");
  if (old - number(row, "done") <= old * WHEN_NEW) return 0;
  let shortened = 0;
  for (let after = 0; after < old; after += A_SLICE) {
    const upTo = Math.min(old, after + A_SLICE);
    shortened += await sql.transaction(async (inside) =>
      compactSlice(inside, database.engine, tenant, after, upTo),
    );
  }
  await sql.run("UPDATE tenants SET compacted = ? WHERE tenant = ?", [old, tenant]);
  return shortened;
}

async function compactSlice(
  sql: Sql,
  engine: Engine,
  tenant: string,
  after: number,
  upTo: number,
): Promise<number> {
  // What is pushed meanwhile might replace more; it must not find a record changed under it.
  await sql.run("UPDATE tenants SET newest = newest WHERE tenant = ?", [tenant]);
  const rows = await sql.all(
    "SELECT seq, desk, desk_seq, at, body, sum FROM changes WHERE tenant = ? AND seq > ? AND seq <= ? ORDER BY seq",
    [tenant, after, upTo],
  );
  const entries = rows.map((row) => ({ row, change: JSON.parse(bodyOf(row)) as Change }));
  const keys = new Set(entries.flatMap(({ change }) => keyOf(change) ?? []));
  const records = await heldRecords(sql, engine, tenant, keys);
  const shorter = entries.flatMap(({ row, change }) => {
    const record = records.get(placeOf(change.type, change.recordId));
    const rest = record === undefined ? change : compacted(change, record);
    if (rest === change) return [];
    const body = JSON.stringify(rest);
    const [seq, deskSeq, at] = [number(row, "seq"), number(row, "desk_seq"), number(row, "at")];
    return [[tenant, seq, text(row, "desk"), deskSeq, at, body, sumOf(body)]];
  });
  if (shorter.length === 0) return 0;
  await sql.insert(
    {
      table: "changes",
      columns: ["tenant", "seq", "desk", "desk_seq", "at", "body", "sum"],
      rest: "ON CONFLICT (tenant, seq) DO UPDATE SET body = excluded.body, sum = excluded.sum",
    },
    shorter,
  );
  return shorter.length;
}
