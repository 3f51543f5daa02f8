import { crc32 } from "node:zlib";
import type { Change } from "../../shared/sync/change.ts";
import { fold, type Folded } from "../../shared/sync/fold.ts";
import { must } from "../../shared/lib/must.ts";
import type { Row, Sql } from "./sql.ts";

export async function newestOf(sql: Sql, tenant: string): Promise<number> {
  const [row] = await sql.all("SELECT newest FROM tenants WHERE tenant = ?", [tenant]);
  return row === undefined ? 0 : number(row, "newest");
}

/** What the disk gives back is not what was written: it is told, never handed out. */
class Damaged extends Error {
  readonly code = "DAMAGED";
}

export function sumOf(body: string): number {
  return crc32(body);
}

/** The text in `column`, checked by the sum beside it where there is one. */
export function bodyOf(row: Row, column = "body", sum = "sum"): string {
  const body = text(row, column);
  const wanted = row[sum];
  if (typeof wanted === "number" && wanted !== sumOf(body))
    throw new Damaged(`a row of ${column} is damaged`);
  return body;
}

/** The columns for `foldedOf`, of `records r` and what `FROM_CHANGE` joins. */
export const FOLDED = "r.type, r.record_id, r.body, r.sum, c.body AS change, c.sum AS change_sum";
export const FROM_CHANGE = "LEFT JOIN changes c ON r.body IS NULL AND c.tenant = r.tenant AND c.seq = r.seq";

/** From a row with `body` and, where that is null, the `change` that is the whole record; see migration 0002. */
export function foldedOf(row: Row): Folded {
  if (row["body"] === null)
    return must(foldAll([JSON.parse(bodyOf(row, "change", "change_sum")) as Change]), "one change");
  const body = bodyOf(row);
  if (!body.startsWith("[")) return JSON.parse(body) as Folded;
  return must(foldAll(JSON.parse(body) as readonly Change[]), "a record has a change");
}

function foldAll(changes: readonly Change[]): Folded | undefined {
  return changes.reduce<Folded | undefined>((record, change) => fold(record, change), undefined);
}

export function text(row: Row, column: string): string {
  return String(row[column]);
}

export function number(row: Row, column: string): number {
  return Number(row[column]);
}
