import { fail, ok, type Result } from "../../shared/lib/result.ts";
import { passwordFailure, type PasswordFailure } from "../../shared/rules/rights/password.ts";
import { isOverdue } from "../../shared/rules/rights/profiles.ts";
import { isMerged, type Role } from "../../shared/rules/rights/roles.ts";
import type { Row, Sql } from "../store/sql.ts";
import { countedLogin, loginKey } from "./accounts.ts";
import { hashPassword, isOutdated, isPassword } from "./passwords.ts";
import { profileOf } from "./profile.ts";
import { act, type Scene } from "./scene.ts";
import { endSessions, openSession, type Person } from "./sessions.ts";
import { countAttempt, forgiveAttempt, type Counted } from "./waits.ts";

export type SignInFailure =
  /** The name or the password: which of them is nobody's business. */
  | { readonly kind: "wrongSignIn" }
  /** Too many wrong ones, for this name or on this desk. */
  | { readonly kind: "wait"; readonly waitMs: number }
  /** Said only to who knows the password. */
  | { readonly kind: "disabled" | "initialPasswordExpired" };

export interface SignedIn {
  readonly person: Person;
  /** For the cookie; only its hash is kept. */
  readonly token: string;
}

/**
 * A name and a password on an enrolled desk. The session that the desk had ends: a token is never carried over from one
 * person, or one sign-in, to the next. It takes as long for a name that nobody has.
 */
export async function signIn(
  scene: Scene,
  told: { readonly login: string; readonly password: string },
  before: Person | undefined,
): Promise<Result<SignedIn, SignInFailure>> {
  const { tenant, desk, nowMs } = scene;
  const counted: readonly Counted[] = [countedLogin(told.login), { kind: "desk", id: desk }];
  const profile = await profileOf(scene.sql, tenant);
  const waitMs = await scene.sql.transaction(async (sql) => {
    let longest = 0;
    for (const one of counted)
      longest = Math.max(longest, await countAttempt(sql, tenant, one, nowMs, profile));
    return longest;
  });
  if (waitMs > 0) {
    await act(scene, async (_, note) => note({ what: "signIn", outcome: "wait" }));
    return fail({ kind: "wait", waitMs });
  }

  const [row] = await scene.sql.all(`${SELECT} WHERE tenant = ? AND login_key = ?`, [
    tenant,
    loginKey(told.login),
  ]);
  const kept = row === undefined ? undefined : String(row["password"]);
  const isRight = await isPassword(told.password, kept);
  const refusal = isRight && row !== undefined ? refusalOf(row, nowMs) : "wrongSignIn";
  if (row === undefined || kept === undefined || refusal !== undefined) {
    const target = row === undefined ? "" : String(row["id"]);
    const kind = refusal ?? "wrongSignIn";
    await act(scene, async (_, note) => note({ what: "signIn", target, outcome: kind }));
    return fail({ kind });
  }
  const renewed = isOutdated(kept) ? await hashPassword(told.password) : undefined;
  const roles = rolesOf(row);
  const id = String(row["id"]);
  const mustChange =
    Number(row["must_change"]) === 1 || isOverdue(profile, Number(row["password_at"]), nowMs);
  return act({ ...scene, who: id, isMerged: isMerged(roles) }, async (sql, note) => {
    for (const one of counted) await forgiveAttempt(sql, tenant, one);
    if (renewed !== undefined) await keepHash(sql, tenant, id, renewed);
    if (mustChange)
      await sql.run("UPDATE accounts SET must_change = 1 WHERE tenant = ? AND id = ?", [tenant, id]);
    if (before !== undefined) await endSessions(sql, tenant, { session: before.session }, nowMs);
    const session = await openSession(sql, { tenant, account: id, desk, nowMs });
    await note({ what: "signIn", target: id });
    const person = { id, roles, login: String(row["login"]), name: String(row["name"]), session: session.id };
    return ok({ person: { ...person, mustChange }, token: session.token });
  });
}

export async function signOut(scene: Scene, person: Person): Promise<void> {
  await act(scene, async (sql, note) => {
    await endSessions(sql, scene.tenant, { session: person.session }, scene.nowMs);
    await note({ what: "signOut", target: person.id });
  });
}

export type ChangePasswordFailure = SignInFailure | PasswordFailure | { readonly kind: "sameAsBefore" };

/**
 * One's own password, with the old one at hand. Every other session of the account ends. `words` are what people who
 * know the office would try: see `passwordFailure`.
 */
export async function changePassword(
  scene: Scene,
  person: Person,
  told: { readonly old: string; readonly fresh: string },
  words: readonly string[],
): Promise<Result<undefined, ChangePasswordFailure>> {
  const { tenant, nowMs } = scene;
  const profile = await profileOf(scene.sql, tenant);
  const wrong = passwordFailure(told.fresh, [person.login, person.name, ...words], profile);
  if (wrong !== undefined) return fail(wrong);
  const counted = countedLogin(person.login);
  const waitMs = await scene.sql.transaction(async (sql) =>
    countAttempt(sql, tenant, counted, nowMs, profile),
  );
  if (waitMs > 0) return fail({ kind: "wait", waitMs });
  const [row] = await scene.sql.all(`${SELECT} WHERE tenant = ? AND id = ?`, [tenant, person.id]);
  const kept = row === undefined ? undefined : String(row["password"]);
  if (!(await isPassword(told.old, kept))) {
    await act(scene, async (_, note) =>
      note({ what: "changePassword", target: person.id, outcome: "wrongSignIn" }),
    );
    return fail({ kind: "wrongSignIn" });
  }
  if (told.old.normalize("NFC") === told.fresh.normalize("NFC")) return fail({ kind: "sameAsBefore" });
  const hash = await hashPassword(told.fresh);
  return act(scene, async (sql, note) => {
    await forgiveAttempt(sql, tenant, counted);
    await keepHash(sql, tenant, person.id, hash);
    await sql.run(
      "UPDATE accounts SET must_change = 0, initial_until = NULL, password_at = ? WHERE tenant = ? AND id = ?",
      [nowMs, tenant, person.id],
    );
    await endSessions(sql, tenant, { account: person.id, but: person.session }, nowMs);
    await note({ what: "changePassword", target: person.id });
    return ok(undefined);
  });
}

const SELECT =
  "SELECT id, login, name, roles, state, password, password_at, must_change, initial_until FROM accounts";

function refusalOf(row: Row, nowMs: number): "disabled" | "initialPasswordExpired" | undefined {
  if (row["state"] === "disabled") return "disabled";
  const until = row["initial_until"];
  return until !== null && Number(until) < nowMs ? "initialPasswordExpired" : undefined;
}

function rolesOf(row: Row): Role[] {
  return JSON.parse(String(row["roles"])) as Role[];
}

async function keepHash(sql: Sql, tenant: string, id: string, hash: string): Promise<void> {
  await sql.run("UPDATE accounts SET password = ? WHERE tenant = ? AND id = ?", [hash, tenant, id]);
}
