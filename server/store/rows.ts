import type { Change } from "../../shared/sync/change.ts";
import { fold, type Folded } from "../../shared/sync/fold.ts";
import { must } from "../../shared/lib/must.ts";
import type { Row, Sql } from "./sql.ts";

export async function newestOf(sql: Sql, tenant: string): Promise<number> {
  const [row] = await sql.all("SELECT newest FROM tenants WHERE tenant = ?", [tenant]);
  return row === undefined ? 0 : number(row, "newest");
}

/** Below it, changes were compacted away. */
export async function floorOf(sql: Sql, tenant: string): Promise<number> {
  const [row] = await sql.all("SELECT floor FROM tenants WHERE tenant = ?", [tenant]);
  return row === undefined ? 0 : number(row, "floor");
}

/** From a row with `body` and, where that is null, the `change` that is the whole record; see migration 0002. */
export function foldedOf(row: Row): Folded {
  const { body, change } = row;
  if (typeof body === "string" && !body.startsWith("[")) return JSON.parse(body) as Folded;
  const list: unknown = JSON.parse(typeof body === "string" ? body : `[${String(change)}]`);
  return must(foldAll(list as readonly Change[]), "a record has a change");
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
