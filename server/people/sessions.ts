import type { Role } from "../../shared/rules/rights/roles.ts";
import type { Sql } from "../store/sql.ts";
import { freshId, freshToken, hashOfToken } from "./tokens.ts";

/** Nobody at the desk for a working day, or a week in any case: then the password is asked for again. */
export const SESSION_IDLE_MS = 10 * 3_600_000;
export const SESSION_LONGEST_MS = 7 * 24 * 3_600_000;
/** How finely it is remembered when a session was last used: not every call is a write. */
const SEEN_EVERY_MS = 60_000;

/** Somebody who is signed in, as the service sees them at this call. */
export interface Person {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** They came in with a one-time password: nothing else until it is changed. */
  readonly mustChange: boolean;
  readonly session: string;
}

export interface SessionLine {
  readonly id: string;
  readonly account: string;
  readonly desk: string;
  readonly startedAt: number;
  readonly seenAt: number;
}

/** A new session with a token of its own, which only its holder has from now on. */
export async function openSession(
  sql: Sql,
  { tenant, account, desk, nowMs }: { tenant: string; account: string; desk: string; nowMs: number },
): Promise<{ readonly id: string; readonly token: string }> {
  const [id, token] = [freshId("s"), freshToken()];
  const until = nowMs + SESSION_LONGEST_MS;
  await sql.run(
    "INSERT INTO sessions (tenant, id, token_hash, account, desk, started_at, seen_at, until) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    [tenant, id, hashOfToken(token), account, desk, nowMs, nowMs, until],
  );
  return { id, token };
}

/**
 * Who holds this token on this desk, as of now: an ended, idle or overlong session, a disabled account and another
 * desk's token are nobody.
 */
export async function personOf(
  sql: Sql,
  tenant: string,
  desk: string,
  token: string,
  nowMs: number,
): Promise<Person | undefined> {
  const [row] = await sql.all(
    `SELECT s.id AS session, s.seen_at, a.id, a.login, a.name, a.roles, a.must_change
     FROM sessions s JOIN accounts a ON a.tenant = s.tenant AND a.id = s.account
     WHERE s.tenant = ? AND s.token_hash = ? AND s.desk = ? AND s.ended_at IS NULL AND s.until > ? AND s.seen_at > ?
       AND a.state = 'active'`,
    [tenant, hashOfToken(token), desk, nowMs, nowMs - SESSION_IDLE_MS],
  );
  if (row === undefined) return undefined;
  const session = String(row["session"]);
  if (nowMs - Number(row["seen_at"]) >= SEEN_EVERY_MS) {
    await sql.run("UPDATE sessions SET seen_at = ? WHERE tenant = ? AND id = ?", [nowMs, tenant, session]);
  }
  return {
    id: String(row["id"]),
    login: String(row["login"]),
    name: String(row["name"]),
    roles: JSON.parse(String(row["roles"])) as Role[],
    mustChange: Number(row["must_change"]) === 1,
    session,
  };
}

/** Which sessions: one, all of an account (but for one), all on a desk. */
export type Which =
  | { readonly session: string; readonly account?: string }
  | { readonly account: string; readonly but?: string }
  | { readonly desk: string };

/** Ends them; gives how many were open. */
export async function endSessions(sql: Sql, tenant: string, which: Which, nowMs: number): Promise<number> {
  const [where, params] = whereOf(which);
  const ended = await sql.all(
    `UPDATE sessions SET ended_at = ? WHERE tenant = ? AND ended_at IS NULL AND ${where} RETURNING id`,
    [nowMs, tenant, ...params],
  );
  return ended.length;
}

/** Open sessions, the latest first; of one account, or of all. */
export async function openSessions(
  sql: Sql,
  tenant: string,
  account: string | undefined,
  nowMs: number,
): Promise<SessionLine[]> {
  const rows = await sql.all(
    `SELECT id, account, desk, started_at, seen_at FROM sessions
     WHERE tenant = ? AND ended_at IS NULL AND until > ? AND seen_at > ? AND account = coalesce(?, account)
     ORDER BY started_at DESC`,
    [tenant, nowMs, nowMs - SESSION_IDLE_MS, account ?? null],
  );
  return rows.map((row) => ({
    id: String(row["id"]),
    account: String(row["account"]),
    desk: String(row["desk"]),
    startedAt: Number(row["started_at"]),
    seenAt: Number(row["seen_at"]),
  }));
}

function whereOf(which: Which): [string, string[]] {
  if ("session" in which) {
    if (which.account === undefined) return ["id = ?", [which.session]];
    return ["id = ? AND account = ?", [which.session, which.account]];
  }
  if ("desk" in which) return ["desk = ?", [which.desk]];
  if (which.but === undefined) return ["account = ?", [which.account]];
  return ["account = ? AND id <> ?", [which.account, which.but]];
}
