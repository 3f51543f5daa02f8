import { must } from "../../shared/lib/must.ts";
import { mayWrite, type RightsRefusal } from "../../shared/rules/rights/may.ts";
import type { Holder } from "../../shared/rules/rights/roles.ts";
import { DELETED, type Change } from "../../shared/sync/change.ts";
import type { Folded } from "../../shared/sync/fold.ts";
import type { Database, Sql } from "../store/sql.ts";
import { ACCOUNT_ID, authorJudge } from "./author.ts";
import { OTHER_NETWORK, speakerOf, speakFor } from "./desks.ts";
import type { Bringer, Refuses } from "./push-rights.ts";

export type RelayRefusal =
  /** A desk that is enrolled here writes this log, and pushes it itself. */
  | "notYourLog"
  /** A change in it names an account of this office as its author: no other network has those. */
  | "ownPeople";

/**
 * Whether this log may be brought by file, and what judges it change by change. Nobody here knows its authors, so that
 * whoever brings it (the route asked for the right `relay`) stands for them, and may do no more in their name than in
 * their own: evidence stays as it is. A log that a desk enrolled here writes is refused whole, or one desk could speak
 * for another; from that desk itself it is an ordinary push.
 */
export async function relayRights(
  database: Database,
  { isSingleSeat, tenant, desk, person }: Bringer,
  log: string,
  changes: readonly unknown[],
): Promise<Refuses | RelayRefusal> {
  if (isSingleSeat) return () => undefined;
  const sql = database.of(tenant);
  const enrolled = must(desk, "the hook lets no relay through without a desk");
  const bringer = must(person, "and without a person");
  const known = await speakerOf(sql, tenant, log);
  if (known === enrolled.id) return authorJudge(sql, tenant, enrolled.id, bringer);
  if (known !== undefined && known !== OTHER_NETWORK) return "notYourLog";
  if (await namesOwnPeople(sql, tenant, changes)) return "ownPeople";
  if ((await speakFor(sql, tenant, log, OTHER_NETWORK)) !== OTHER_NETWORK) return "notYourLog";
  return bringerJudge(bringer);
}

/**
 * Judges by what whoever brings them may do. Logs of several desks come one after the other, so that a change may come
 * before the one that made its record: a field counts as typed in with it where nothing stood in that field yet.
 */
export function bringerJudge(
  bringer: Holder,
): (change: Change, isHeld: boolean, before: Folded | undefined) => RightsRefusal | undefined {
  const written = new Set<string>();
  return (change, _isHeld, before) => {
    const { type, recordId, patch } = change;
    const placeOf = (field: string): string => JSON.stringify([type, recordId, field]);
    const [standing, fresh]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}];
    for (const [field, value] of Object.entries(patch)) {
      const stands =
        (before !== undefined && Object.hasOwn(before.data, field)) || written.has(placeOf(field));
      (stands || field === DELETED ? standing : fresh)[field] = value;
    }
    const isDelete = patch[DELETED] === true;
    const parts = [
      { patch: fresh, isNew: true, isDelete: false },
      { patch: standing, isNew: false, isDelete },
    ].filter((part) => Object.keys(part.patch).length > 0);
    for (const part of parts) {
      const refusal = mayWrite(bringer, { type, isOwnDesk: true, ...part });
      if (refusal !== undefined) return refusal;
    }
    for (const field of Object.keys(patch)) written.add(placeOf(field));
    return undefined;
  };
}

async function namesOwnPeople(sql: Sql, tenant: string, changes: readonly unknown[]): Promise<boolean> {
  const named = new Set<string>();
  for (const change of changes) {
    if (typeof change !== "object" || change === null || !("author" in change)) continue;
    if (typeof change.author === "string" && ACCOUNT_ID.test(change.author)) named.add(change.author);
  }
  if (named.size === 0) return false;
  const rows = await sql.all("SELECT id FROM accounts WHERE tenant = ?", [tenant]);
  return rows.some(({ id }) => named.has(String(id)));
}
