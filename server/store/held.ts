import type { Folded } from "../../shared/sync/fold.ts";
import { FOLDED, foldedOf, FROM_CHANGE, text } from "./rows.ts";
import type { Engine, Sql } from "./sql.ts";

/** Records as they stand, by `placeOf`. `keys` are what `keyOf` gave. */
export async function heldRecords(
  sql: Sql,
  engine: Engine,
  tenant: string,
  keys: ReadonlySet<string>,
): Promise<Map<string, Folded>> {
  const records = new Map<string, Folded>();
  for (const found of await sql.all(HELD[engine], [`[${[...keys].join(",")}]`, tenant])) {
    records.set(placeOf(text(found, "type"), text(found, "record_id")), foldedOf(found));
  }
  return records;
}

/** The record that a pushed thing is about, if it says so in a way that a database can look up. */
export function keyOf(pushed: unknown): string | undefined {
  if (typeof pushed !== "object" || pushed === null || !("type" in pushed) || !("recordId" in pushed))
    return undefined;
  const { type, recordId } = pushed;
  if (typeof type !== "string" || typeof recordId !== "string") return undefined;
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  if (/[\u0000-\u001f]|\p{Surrogate}/u.test(type + recordId)) return undefined;
  return JSON.stringify([type, recordId]);
}

/** Neither part has a control character in it: `keyOf` asks for none that has, and the judge accepts none. */
export const placeOf = (type: string, recordId: string): string => `${type}\n${recordId}`;

/**
 * The records of a push, by one list of `[type, id]`. PostgreSQL is made to look each up: left to itself, it reads a table
 * that grew since its last statistics as a whole, for every push.
 */
const HELD: Readonly<Record<Engine, string>> = {
  sqlite: `SELECT ${FOLDED} FROM json_each(?) k
    CROSS JOIN records r ON r.tenant = ? AND r.type = k.value ->> 0 AND r.record_id = k.value ->> 1
    ${FROM_CHANGE}`,
  postgres: `SELECT f.* FROM json_array_elements(?::json) k
    CROSS JOIN LATERAL (
      SELECT ${FOLDED} FROM records r ${FROM_CHANGE}
      WHERE r.tenant = ? AND r.type = k.value ->> 0 AND r.record_id = k.value ->> 1 LIMIT 1
    ) f`,
};
