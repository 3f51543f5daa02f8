import { FOLDED, foldedOf, number, sumOf, text } from "./rows.ts";
import type { Sql } from "./sql.ts";

/** Records that lean on a change get a body before it goes. */
export async function compact(sql: Sql, tenant: string, beforeMs: number): Promise<number> {
  await sql.run("UPDATE tenants SET newest = newest WHERE tenant = ?", [tenant]);
  const [row] = await sql.all(
    `SELECT t.floor AS floor,
       (SELECT max(seq) FROM changes WHERE tenant = t.tenant AND at < ?) AS old,
       (SELECT min(cursor) FROM desks WHERE tenant = t.tenant AND seen_at >= ?) AS needed
     FROM tenants t WHERE t.tenant = ?`,
    [beforeMs, beforeMs, tenant],
  );
  if (row === undefined) return 0;
  const floor = number(row, "floor");
  const old = row["old"] === null ? 0 : number(row, "old");
  const to = row["needed"] === null ? old : Math.min(old, number(row, "needed"));
  if (to <= floor) return floor;
  for (;;) {
    const rows = await sql.all(
      `SELECT r.seq, ${FOLDED} FROM changes c
       JOIN records r ON r.tenant = c.tenant AND r.seq = c.seq AND r.body IS NULL
       WHERE c.tenant = ? AND c.seq <= ? LIMIT 1000`,
      [tenant, to],
    );
    if (rows.length === 0) break;
    await sql.insert(
      {
        table: "records",
        columns: ["tenant", "type", "record_id", "seq", "body", "sum"],
        rest: "ON CONFLICT (tenant, type, record_id) DO UPDATE SET body = excluded.body, sum = excluded.sum",
      },
      rows.map((found) => {
        const body = JSON.stringify(foldedOf(found));
        return [
          tenant,
          text(found, "type"),
          text(found, "record_id"),
          number(found, "seq"),
          body,
          sumOf(body),
        ];
      }),
    );
  }
  await sql.run("DELETE FROM changes WHERE tenant = ? AND seq <= ?", [tenant, to]);
  await sql.run("UPDATE tenants SET floor = ? WHERE tenant = ?", [to, tenant]);
  return to;
}
