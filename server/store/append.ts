import { changeId, type Change } from "../../shared/sync/change.ts";
import { fold, type Folded } from "../../shared/sync/fold.ts";
import { heldRecords, keyOf, placeOf } from "./held.ts";
import { newestOf, number, sumOf } from "./rows.ts";
import type { Engine, Sql } from "./sql.ts";
import type { Before, Judged, Pushing } from "./store.ts";

/**
 * The tenant's row of `tenants` is taken first and held to the end, so that sequences become visible in their order:
 * a reader by cursor misses nothing, however many processes write.
 */
export async function append<J extends Judged, R>(
  sql: Sql,
  engine: Engine,
  { tenant, desk, changes, nowMs }: Pushing,
  judge: (before: Before) => J | { readonly refused: R },
): Promise<{ readonly judged: J; readonly newest: number } | { readonly refused: R }> {
  await sql.run(
    `INSERT INTO tenants (tenant, newest, floor) VALUES (?, 0, 0)
     ON CONFLICT (tenant) DO UPDATE SET newest = tenants.newest`,
    [tenant],
  );
  const newest = await newestOf(sql, tenant);
  const [row] = await sql.all("SELECT mark FROM desks WHERE tenant = ? AND desk = ?", [tenant, desk]);
  const mark = row === undefined ? 0 : number(row, "mark");
  const keys = new Set(changes.map(keyOf).filter((key) => key !== undefined));
  const records = await heldRecords(sql, engine, tenant, keys);
  const judged = judge({ mark, held: (type, recordId) => records.get(placeOf(type, recordId)) });
  if ("refused" in judged) return judged;

  const { accepted } = judged;
  let last = mark;
  for (const change of accepted) {
    if (change.desk !== desk || change.deskSeq <= last || change.deskSeq > judged.mark) {
      throw new Error(`out of order: ${change.id} after ${changeId(desk, last)}, mark ${judged.mark}`);
    }
    last = change.deskSeq;
  }
  await sql.insert(
    { table: "changes", columns: ["tenant", "seq", "desk", "desk_seq", "at", "body", "sum"] },
    accepted.map((change, index) => {
      const body = JSON.stringify(change);
      return [tenant, newest + index + 1, desk, change.deskSeq, nowMs, body, sumOf(body)];
    }),
  );
  await foldIn(sql, tenant, newest, accepted, records);
  if (judged.mark > mark) {
    const taken = new Set(accepted.map((change) => change.deskSeq));
    const codes = new Map(judged.verdicts?.map(({ deskSeq, code }) => [deskSeq, code]));
    const refused: number[] = [];
    for (let n = mark + 1; n <= judged.mark; n += 1) if (!taken.has(n)) refused.push(n);
    await sql.insert(
      { table: "refusals", columns: ["tenant", "desk", "desk_seq", "code"] },
      refused.map((deskSeq) => [tenant, desk, deskSeq, codes.get(deskSeq) ?? ""]),
    );
    await sql.run(
      `INSERT INTO desks (tenant, desk, mark, seen_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (tenant, desk) DO UPDATE SET mark = excluded.mark, seen_at = excluded.seen_at`,
      [tenant, desk, judged.mark, nowMs],
    );
  }
  const after = newest + accepted.length;
  if (after > newest) await sql.run("UPDATE tenants SET newest = ? WHERE tenant = ?", [after, tenant]);
  return { judged, newest: after };
}

/** A record that this push makes with one change gets no body: its change is right there in the log. */
async function foldIn(
  sql: Sql,
  tenant: string,
  newest: number,
  accepted: readonly Change[],
  records: Map<string, Folded>,
): Promise<void> {
  const touched = new Map<string, { readonly change: Change; readonly seq: number; folded?: Folded }>();
  for (const [index, change] of accepted.entries()) {
    const key = placeOf(change.type, change.recordId);
    const known = touched.get(key);
    const before = known === undefined ? records.get(key) : (known.folded ?? fold(undefined, known.change));
    const seq = newest + index + 1;
    touched.set(key, before === undefined ? { change, seq } : { change, seq, folded: fold(before, change) });
  }
  await sql.insert(
    {
      table: "records",
      columns: ["tenant", "type", "record_id", "seq", "body", "sum"],
      rest: "ON CONFLICT (tenant, type, record_id) DO UPDATE SET seq = excluded.seq, body = excluded.body, sum = excluded.sum",
    },
    [...touched.values()].map(({ change, seq, folded }) => {
      const body = folded === undefined ? null : JSON.stringify(folded);
      return [tenant, change.type, change.recordId, seq, body, body === null ? null : sumOf(body)];
    }),
  );
}
