import { append } from "./append.ts";
import { compact } from "./compact.ts";
import type { Notices } from "./notices.ts";
import { bodyOf, FOLDED, foldedOf, FROM_CHANGE, newestOf, number, text } from "./rows.ts";
import type { Database } from "./sql.ts";
import type { Store } from "./store.ts";

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
      const rows = await database
        .of(tenant)
        .all("SELECT seq, body, sum FROM changes WHERE tenant = ? AND seq > ? ORDER BY seq LIMIT ?", [
          tenant,
          after,
          limit + 1,
        ]);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        texts: page.map((row) => bodyOf(row)),
        cursor: last === undefined ? after : number(last, "seq"),
        more: rows.length > limit,
      };
    },
    recordsOf: async (tenant, type, limit) => {
      const rows = await database.of(tenant).all(
        `SELECT ${FOLDED} FROM records r ${FROM_CHANGE}
         WHERE r.tenant = ? AND r.type = ? ORDER BY r.record_id LIMIT ?`,
        [tenant, type, limit],
      );
      return rows.map(foldedOf);
    },
    compact: async (tenant, beforeMs) => compact(database, tenant, beforeMs),
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
