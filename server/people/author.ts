import { mayWrite, type RightsRefusal } from "../../shared/rules/rights/may.ts";
import type { Role } from "../../shared/rules/rights/roles.ts";
import { DELETED, type Change } from "../../shared/sync/change.ts";
import type { Sql } from "../store/sql.ts";
import { OTHER_NETWORK } from "./desks.ts";
import type { Person } from "./sessions.ts";

export type AuthorRefusal =
  | RightsRefusal
  /** An account that never signed in on this desk, or none of this hospital. */
  | "unknownAuthor"
  | "authorDisabled";

/**
 * Judges changes of one push by their author's rights as they are now (sync I7). A change made offline carries the
 * account that made it, which must have signed in on this desk at some time; one that carries a plain name, from before
 * there were accounts, is judged by whoever brings it.
 *
 * Give the changes in their order: whether a record is new depends on those before. `isHeld` says whether the service
 * had the record when the push began.
 */
export async function authorJudge(
  sql: Sql,
  tenant: string,
  desk: string,
  bringer: Pick<Person, "roles">,
): Promise<(change: Change, isHeld: boolean) => AuthorRefusal | undefined> {
  const rows = await sql.all(
    `SELECT id, roles, state FROM accounts WHERE tenant = ?
     AND id IN (SELECT account FROM sessions WHERE tenant = ? AND desk = ?)`,
    [tenant, tenant, desk],
  );
  const authors = new Map(rows.map((row) => [String(row["id"]), row]));
  const logs = await sql.all("SELECT log FROM desk_logs WHERE tenant = ? AND desk <> ?", [
    tenant,
    OTHER_NETWORK,
  ]);
  const here = new Set(logs.map(({ log }) => String(log)));
  const made = new Set<string>();

  return (change, isHeld) => {
    let roles = bringer.roles;
    if (ACCOUNT_ID.test(change.author)) {
      const author = authors.get(change.author);
      if (author === undefined) return "unknownAuthor";
      if (author["state"] !== "active") return "authorDisabled";
      roles = JSON.parse(String(author["roles"])) as Role[];
    }
    const key = `${change.type} ${change.recordId}`;
    const refusal = mayWrite(
      { roles },
      {
        type: change.type,
        patch: change.patch,
        isNew: !isHeld && !made.has(key) && (here.has(makerOf(change)) || makerOf(change) === change.desk),
        isDelete: change.patch[DELETED] === true,
        isOwnDesk: makerOf(change) === change.desk,
      },
    );
    if (refusal === undefined) made.add(key);
    return refusal;
  };
}

/**
 * The log of the desk that made a record: its id begins with it (shared/lib/ids.ts). What a desk of another network made
 * is not new here because nobody has brought it yet: whoever read the file changes what stands.
 */
function makerOf({ recordId }: Change): string {
  return recordId.split("-", 1)[0] ?? "";
}

/** As `freshId("a")` draws them: nobody's name looks like this. */
export const ACCOUNT_ID = /^a[0-9A-Z]{15}$/;
