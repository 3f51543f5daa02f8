import type { PasswordProfile } from "../../shared/rules/rights/profiles.ts";
import type { Sql } from "../store/sql.ts";

/** A desk may be wrong more often in a row than a name: it serves many people. */
const FREE_ON_DESK = 20;
const FORGOTTEN_AFTER_MS = 24 * 3_600_000;

/** What is counted: a sign-in name, known or not, by its hash; or a desk. */
export interface Counted {
  readonly kind: "login" | "desk";
  readonly id: string;
}

/**
 * Counts an attempt before its password is looked at, so that a hundred at once are a hundred attempts. Gives how long
 * to wait, in milliseconds, 0 where it may go on. Names that nobody has are counted alike: a lock tells nothing.
 */
export async function countAttempt(
  sql: Sql,
  tenant: string,
  counted: Counted,
  nowMs: number,
  profile: PasswordProfile,
): Promise<number> {
  const key = keyOf(counted);
  // Made first, so that there is a row to lock; then locked by writing to it.
  const columns = "INSERT INTO waits (tenant, key, fails, until, last_at) VALUES (?, ?, 0, 0, ?)";
  await sql.run(`${columns} ON CONFLICT (tenant, key) DO NOTHING`, [tenant, key, nowMs]);
  const [row] = await sql.all(
    "UPDATE waits SET fails = fails WHERE tenant = ? AND key = ? RETURNING fails, until, last_at",
    [tenant, key],
  );
  const until = Number(row?.["until"]);
  if (until > nowMs) return until - nowMs;
  const isStale = nowMs - Number(row?.["last_at"]) > FORGOTTEN_AFTER_MS;
  const fails = (isStale ? 0 : Number(row?.["fails"])) + 1;
  await sql.run("UPDATE waits SET fails = ?, until = ?, last_at = ? WHERE tenant = ? AND key = ?", [
    fails,
    nowMs + waitAfter(fails, counted.kind === "desk" ? FREE_ON_DESK : profile.free, profile),
    nowMs,
    tenant,
    key,
  ]);
  return 0;
}

/** The attempt was right: a name starts afresh, a desk is not charged for it. */
export async function forgiveAttempt(sql: Sql, tenant: string, counted: Counted): Promise<void> {
  if (counted.kind === "login") return clearWait(sql, tenant, counted);
  await sql.run("UPDATE waits SET fails = fails - 1, until = 0 WHERE tenant = ? AND key = ? AND fails > 0", [
    tenant,
    keyOf(counted),
  ]);
}

export async function clearWait(sql: Sql, tenant: string, counted: Counted): Promise<void> {
  await sql.run("DELETE FROM waits WHERE tenant = ? AND key = ?", [tenant, keyOf(counted)]);
}

function waitAfter(fails: number, free: number, { firstWaitMs, longestWaitMs }: PasswordProfile): number {
  return fails < free ? 0 : Math.min(firstWaitMs * 2 ** (fails - free), longestWaitMs);
}

function keyOf({ kind, id }: Counted): string {
  return `${kind}:${id}`;
}
