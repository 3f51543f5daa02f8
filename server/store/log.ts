import { append } from "./append.ts";
import { compact } from "./compact.ts";
import type { Notices } from "./notices.ts";
import { bodyOf, FOLDED, floorOf, foldedOf, FROM_CHANGE, newestOf, number, text } from "./rows.ts";
import type { Database } from "./sql.ts";
import type { SnapshotPage, Store } from "./store.ts";

/** The store over either engine. */
export function storeOn(database: Database, epoch: string, notices: Notices): Store {
  return {
    epoch,
    newest: async (tenant) => newestOf(database.of(tenant), tenant),
    marks: async (tenant) => {
      const rows = await database.of(tenant).all("SELECT desk, mark FROM desks WHERE tenant = ?", [tenant]);
      return Object.fromEntries(
        rows.map((row): [string, number] => [text(row, "desk"), number(row, "mark")]),
      );
    },
    append: async (push, judge) => {
      const answer = await database
        .of(push.tenant)
        .transaction(async (sql) => append(sql, database.engine, push, judge));
      if ("judged" in answer && answer.judged.accepted.length > 0) notices.tell(push.tenant, answer.newest);
      return answer;
    },
    refusals: async (tenant, desk, after, limit) => {
      const rows = await database
        .of(tenant)
        .all(
          "SELECT desk_seq, code FROM refusals WHERE tenant = ? AND desk = ? AND desk_seq > ? ORDER BY desk_seq LIMIT ?",
          [tenant, desk, after, limit],
        );
      return rows.map((row) => ({ deskSeq: number(row, "desk_seq"), code: text(row, "code") }));
    },
    since: async (tenant, after, limit) => {
      const sql = database.of(tenant);
      const rows = await sql.all(
        "SELECT seq, body, sum FROM changes WHERE tenant = ? AND seq > ? ORDER BY seq LIMIT ?",
        [tenant, after, limit + 1],
      );
      // Asked afterwards: a floor that rose meanwhile is told too often, never too seldom.
      if ((await floorOf(sql, tenant)) > after) return undefined;
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        texts: page.map((row) => bodyOf(row)),
        cursor: last === undefined ? after : number(last, "seq"),
        more: rows.length > limit,
      };
    },
    snapshotPage: async (tenant, from, limit): Promise<SnapshotPage> => {
      const sql = database.of(tenant);
      const seq = from?.seq ?? (await newestOf(sql, tenant));
      const rows = await sql.all(
        `SELECT ${FOLDED} FROM records r ${FROM_CHANGE}
         WHERE r.tenant = ? AND (r.type, r.record_id) > (?, ?) ORDER BY r.type, r.record_id LIMIT ?`,
        [tenant, from?.type ?? "", from?.recordId ?? "", limit],
      );
      const records = rows.map((row) => ({
        type: text(row, "type"),
        recordId: text(row, "record_id"),
        folded: foldedOf(row),
      }));
      const last = records.at(-1);
      const next =
        last === undefined || records.length < limit
          ? undefined
          : { seq, type: last.type, recordId: last.recordId };
      return { records, seq, next };
    },
    remember: async (tenant, desk, cursor, nowMs) =>
      database.of(tenant).run(
        `INSERT INTO desks (tenant, desk, mark, cursor, seen_at) VALUES (?, ?, 0, ?, ?)
         ON CONFLICT (tenant, desk) DO UPDATE SET cursor = excluded.cursor, seen_at = excluded.seen_at`,
        [tenant, desk, cursor, nowMs],
      ),
    compact: async (tenant, beforeMs) =>
      database.of(tenant).transaction(async (sql) => compact(sql, tenant, beforeMs)),
    onNewest: (listener) => notices.listen(listener),
    tenants: async () => {
      const rows = await database.whole.all("SELECT tenant FROM tenants ORDER BY tenant");
      return rows.map((row) => text(row, "tenant"));
    },
    close: async () => {
      await notices.close();
      await database.close();
    },
  };
}
