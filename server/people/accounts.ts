import { fail, ok, type Result } from "../../shared/lib/result.ts";
import {
  OFFICERS,
  rolesMisfit,
  type Role,
  type RolesMisfit,
  type Separation,
} from "../../shared/rules/rights/roles.ts";
import type { Row, Sql } from "../store/sql.ts";
import { hashPassword } from "./passwords.ts";
import { act, type Scene } from "./scene.ts";
import { endSessions } from "./sessions.ts";
import { freshId, hashOfToken, initialPassword } from "./tokens.ts";
import { clearWait, type Counted } from "./waits.ts";

export interface Account {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly state: "active" | "disabled";
  readonly mustChange: boolean;
}

/** A password for the first sign-in: nobody chooses it, it is shown once, and it has to be changed. */
export interface Issued {
  readonly id: string;
  readonly login: string;
  readonly initialPassword: string;
}

export type AccountFailure =
  | { readonly kind: "noSuchAccount" | "loginTaken" | "badLogin" | "badName" }
  /** Nobody grants, disables or resets themselves. */
  | { readonly kind: "ownAccount" }
  /** The office would be left without one of its three officers. */
  | { readonly kind: "lastOfficer"; readonly role: Role }
  | { readonly kind: RolesMisfit };

/** A one-time password that nobody used for a week opens nothing any more. */
const INITIAL_MS = 7 * 24 * 3_600_000;
const LOGIN = /^[\p{L}\p{N}][\p{L}\p{N}._-]{1,31}$/u;

/** Sign-in names are one whatever their case and width: `LiNa` and `ｌｉｎａ` are `lina`. */
export function loginKey(login: string): string {
  return login.normalize("NFKC").trim().toLowerCase();
}

/** What wrong passwords for a name are counted under: the name itself is not kept, somebody may have typed a password. */
export function countedLogin(login: string): Counted {
  return { kind: "login", id: hashOfToken(loginKey(login)) };
}

/** What is wrong with a sign-in name or a name; undefined where nothing is. */
export function accountFailure(told: {
  readonly login: string;
  readonly name: string;
}): AccountFailure | undefined {
  if (!LOGIN.test(told.login.normalize("NFKC").trim())) return { kind: "badLogin" };
  return isName(told.name) ? undefined : { kind: "badName" };
}

/** A new account. It may nothing until roles are granted; set-up alone grants them with it. */
export async function createAccount(
  scene: Scene,
  told: { readonly login: string; readonly name: string; readonly roles?: readonly Role[] },
): Promise<Result<Issued, AccountFailure>> {
  const wrong = accountFailure(told);
  if (wrong !== undefined) return fail(wrong);
  const [login, name] = [told.login.normalize("NFKC").trim(), told.name.trim()];
  const [id, password, roles] = [freshId("a"), initialPassword(), told.roles ?? []];
  const kept = await hashPassword(password);
  return act(scene, async (sql, note) => {
    const made = await sql.all(
      `INSERT INTO accounts (tenant, id, login, login_key, name, roles, state, password, must_change, initial_until, made_at, password_at)
       VALUES (?, ?, ?, ?, ?, ?, 'active', ?, 1, ?, ?, ?) ON CONFLICT (tenant, login_key) DO NOTHING RETURNING id`,
      [
        scene.tenant,
        id,
        login,
        loginKey(login),
        name,
        JSON.stringify(roles),
        kept,
        scene.nowMs + INITIAL_MS,
        scene.nowMs,
        scene.nowMs,
      ],
    );
    if (made.length === 0) return fail<AccountFailure>({ kind: "loginTaken" });
    await note({ what: "createAccount", target: id, detail: { roles: roles.join(" ") } });
    return ok({ id, login, initialPassword: password });
  });
}

/** Grants exactly these roles. Whoever is signed in with the old ones has to sign in again. */
export async function setRoles(
  scene: Scene,
  id: string,
  roles: readonly Role[],
): Promise<Result<undefined, AccountFailure>> {
  return act(scene, async (sql, note) => {
    const account = await lockedAccount(sql, scene.tenant, id);
    if (account === undefined) return fail<AccountFailure>({ kind: "noSuchAccount" });
    const separation = await separationOf(sql, scene.tenant);
    if (id === scene.who && separation === "separate") return fail<AccountFailure>({ kind: "ownAccount" });
    const misfit = rolesMisfit(roles, separation);
    if (misfit !== undefined) return fail<AccountFailure>({ kind: misfit });
    const stranded = await strandedBy(sql, scene.tenant, { ...account, roles });
    if (stranded !== undefined) return fail<AccountFailure>({ kind: "lastOfficer", role: stranded });
    await sql.run("UPDATE accounts SET roles = ? WHERE tenant = ? AND id = ?", [
      JSON.stringify(roles),
      scene.tenant,
      id,
    ]);
    await endSessions(sql, scene.tenant, { account: id }, scene.nowMs);
    const detail = { before: account.roles.join(" "), after: roles.join(" ") };
    await note({ what: "setRoles", target: id, detail });
    return ok(undefined);
  });
}

/** Shuts an account out at its next call, or lets it in again. */
export async function setState(
  scene: Scene,
  id: string,
  state: Account["state"],
): Promise<Result<undefined, AccountFailure>> {
  if (id === scene.who) return fail({ kind: "ownAccount" });
  return act(scene, async (sql, note) => {
    const account = await lockedAccount(sql, scene.tenant, id);
    if (account === undefined) return fail<AccountFailure>({ kind: "noSuchAccount" });
    const stranded = await strandedBy(sql, scene.tenant, { ...account, state });
    if (stranded !== undefined) return fail<AccountFailure>({ kind: "lastOfficer", role: stranded });
    await sql.run("UPDATE accounts SET state = ? WHERE tenant = ? AND id = ?", [state, scene.tenant, id]);
    if (state === "disabled") await endSessions(sql, scene.tenant, { account: id }, scene.nowMs);
    await note({ what: state === "disabled" ? "disableAccount" : "enableAccount", target: id });
    return ok(undefined);
  });
}

/** A new one-time password in place of a forgotten one. The old one and its sessions end. */
export async function resetPassword(scene: Scene, id: string): Promise<Result<Issued, AccountFailure>> {
  if (id === scene.who) return fail({ kind: "ownAccount" });
  const password = initialPassword();
  const kept = await hashPassword(password);
  return act(scene, async (sql, note) => {
    const account = await lockedAccount(sql, scene.tenant, id);
    if (account === undefined) return fail<AccountFailure>({ kind: "noSuchAccount" });
    await sql.run(
      "UPDATE accounts SET password = ?, must_change = 1, initial_until = ?, password_at = ? WHERE tenant = ? AND id = ?",
      [kept, scene.nowMs + INITIAL_MS, scene.nowMs, scene.tenant, id],
    );
    await endSessions(sql, scene.tenant, { account: id }, scene.nowMs);
    await note({ what: "resetPassword", target: id });
    return ok({ id, login: account.login, initialPassword: password });
  });
}

export async function renameAccount(
  scene: Scene,
  id: string,
  newName: string,
): Promise<Result<undefined, AccountFailure>> {
  const name = newName.trim();
  if (!isName(name)) return fail({ kind: "badName" });
  return act(scene, async (sql, note) => {
    const account = await lockedAccount(sql, scene.tenant, id);
    if (account === undefined) return fail<AccountFailure>({ kind: "noSuchAccount" });
    await sql.run("UPDATE accounts SET name = ? WHERE tenant = ? AND id = ?", [name, scene.tenant, id]);
    await note({ what: "renameAccount", target: id });
    return ok(undefined);
  });
}

/** Ends the wait after wrong passwords. */
export async function unlockAccount(scene: Scene, id: string): Promise<Result<undefined, AccountFailure>> {
  return act(scene, async (sql, note) => {
    const account = await lockedAccount(sql, scene.tenant, id);
    if (account === undefined) return fail<AccountFailure>({ kind: "noSuchAccount" });
    await clearWait(sql, scene.tenant, countedLogin(account.login));
    await note({ what: "unlockAccount", target: id });
    return ok(undefined);
  });
}

/** Three officers, or one for all. Separating them is refused while somebody holds what two should. */
export async function setSeparation(
  scene: Scene,
  separation: Separation,
): Promise<Result<undefined, AccountFailure>> {
  return act(scene, async (sql, note) => {
    for (const { roles } of await listAccounts(sql, scene.tenant)) {
      const misfit = rolesMisfit(roles, separation);
      if (misfit !== undefined) return fail<AccountFailure>({ kind: misfit });
    }
    await sql.run("UPDATE offices SET separation = ? WHERE tenant = ?", [separation, scene.tenant]);
    await note({ what: "setSeparation", target: separation });
    return ok(undefined);
  });
}

export async function separationOf(sql: Sql, tenant: string): Promise<Separation> {
  const [row] = await sql.all("SELECT separation FROM offices WHERE tenant = ?", [tenant]);
  return row?.["separation"] === "merged" ? "merged" : "separate";
}

export async function listAccounts(sql: Sql, tenant: string): Promise<Account[]> {
  const rows = await sql.all(`${SELECT} WHERE tenant = ? ORDER BY login_key`, [tenant]);
  return rows.map(accountOf);
}

function isName(name: string): boolean {
  return name.trim() !== "" && name.trim().length <= 60;
}

const SELECT = "SELECT id, login, name, roles, state, must_change FROM accounts";

function accountOf(row: Row): Account {
  return {
    id: String(row["id"]),
    login: String(row["login"]),
    name: String(row["name"]),
    roles: JSON.parse(String(row["roles"])) as Role[],
    state: row["state"] === "disabled" ? "disabled" : "active",
    mustChange: Number(row["must_change"]) === 1,
  };
}

/** The account, with every account of the office held until the transaction ends: officers are counted over all. */
async function lockedAccount(sql: Sql, tenant: string, id: string): Promise<Account | undefined> {
  await sql.run("UPDATE offices SET separation = separation WHERE tenant = ?", [tenant]);
  const [row] = await sql.all(`${SELECT} WHERE tenant = ? AND id = ?`, [tenant, id]);
  return row === undefined ? undefined : accountOf(row);
}

/** The officer that nobody would be any more if this account became so. */
async function strandedBy(sql: Sql, tenant: string, changed: Account): Promise<Role | undefined> {
  const accounts = await listAccounts(sql, tenant);
  const after = accounts.map((account) => (account.id === changed.id ? changed : account));
  const holds = (list: readonly Account[], role: Role): boolean =>
    list.some((account) => account.state === "active" && account.roles.includes(role));
  return OFFICERS.find((role) => holds(accounts, role) && !holds(after, role));
}
