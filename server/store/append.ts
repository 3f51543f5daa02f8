import { changeId, type Change } from "../../shared/sync/change.ts";
import { fold, type Folded } from "../../shared/sync/fold.ts";
import { FOLDED, foldedOf, FROM_CHANGE, newestOf, number, sumOf, text } from "./rows.ts";
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
  const records = new Map<string, Folded>();
  for (const found of await sql.all(HELD[engine], [`[${[...keys].join(",")}]`, tenant])) {
    records.set(placeOf(text(found, "type"), text(found, "record_id")), foldedOf(found));
  }
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

/** Neither part has a control character in it: `keyOf` asks for none that has, and the judge accepts none. */
const placeOf = (type: string, recordId: string): string => `${type}\n${recordId}`;

/** The records of a push, by one list of `[type, id]`. */
const HELD: Readonly<Record<Engine, string>> = {
  sqlite: `SELECT ${FOLDED} FROM json_each(?) k
    CROSS JOIN records r ON r.tenant = ? AND r.type = k.value ->> 0 AND r.record_id = k.value ->> 1
    ${FROM_CHANGE}`,
  postgres: `SELECT ${FOLDED} FROM json_array_elements(?::json) k
    JOIN records r ON r.tenant = ? AND r.type = k.value ->> 0 AND r.record_id = k.value ->> 1
    ${FROM_CHANGE}`,
};

/** The record that a pushed thing is about, if it says so in a way that a database can look up. */
function keyOf(pushed: unknown): string | undefined {
  if (typeof pushed !== "object" || pushed === null || !("type" in pushed) || !("recordId" in pushed))
    return undefined;
  const { type, recordId } = pushed;
  if (typeof type !== "string" || typeof recordId !== "string") return undefined;
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  if (/[\u0000-\u001f]|\p{Surrogate}/u.test(type + recordId)) return undefined;
  return JSON.stringify([type, recordId]);
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
