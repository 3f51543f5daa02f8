import { randomUUID } from "node:crypto";
import { onTestFinished } from "vitest";
import { must } from "../../shared/lib/must.ts";
import type { Role } from "../../shared/rules/rights/roles.ts";
import { createAccount, setRoles, type Issued } from "../../server/people/accounts.ts";
import { enrolDesk, makeCode, type EnrolledDesk } from "../../server/people/desks.ts";
import type { Scene } from "../../server/people/scene.ts";
import { initCode, setUpOffice, type SetUpDone } from "../../server/people/set-up.ts";
import { changePassword, signIn, type SignedIn } from "../../server/people/sign-in.ts";
import type { Database } from "../../server/store/sql.ts";
import { openSqlite, type OpenedSqlite } from "../../server/store/sqlite.ts";
import { valueOf } from "./value-of.ts";

export const GOOD_PASSWORD = "雨后的老城墙很安静啊";
export const START_MS = Date.UTC(2026, 10, 23, 1);

/** A database in memory, closed after the test. */
export function memoryDatabase(): Database {
  return memoryStore().database;
}

/** The same with its log. */
export function memoryStore(): OpenedSqlite {
  const opened = valueOf(openSqlite(":memory:", randomUUID));
  onTestFinished(async () => opened.database.close());
  return opened;
}

export function sceneOf(database: Database, more: Partial<Scene> = {}): Scene {
  const tenant = more.tenant ?? "office";
  return { sql: database.of(tenant), tenant, nowMs: START_MS, who: "", desk: "", isMerged: false, ...more };
}

export interface Office extends SetUpDone {
  readonly database: Database;
  readonly tenant: string;
  /** As the first desk sees it, a moment later each time. */
  scene(more?: Partial<Scene>): Scene;
  officer(role: "systemAdmin" | "securityAdmin" | "auditAdmin"): Issued;
}

/** A hospital with three officers and one desk, as `init` and set-up leave it. */
export async function setUp(
  options: { readonly database?: Database; readonly tenant?: string; readonly merged?: boolean } = {},
): Promise<Office> {
  const database = options.database ?? memoryDatabase();
  const tenant = options.tenant ?? "office";
  const { code } = await initCode(database, tenant, START_MS);
  const three = [
    { login: "system", name: "系统管理员" },
    { login: "security", name: "安全管理员" },
    { login: "audit", name: "审计管理员" },
  ];
  const officers = options.merged === true ? three.slice(0, 1) : three;
  const done = valueOf(
    await setUpOffice(sceneOf(database, { tenant }), { code, deskName: "信息科一号机", officers }),
  );
  let nowMs = START_MS;
  return {
    ...done,
    database,
    tenant,
    scene: (more) => sceneOf(database, { tenant, nowMs: (nowMs += 1000), desk: done.desk.id, ...more }),
    officer: (role) => {
      const at = ["systemAdmin", "securityAdmin", "auditAdmin"].indexOf(role);
      return must(done.officers[options.merged === true ? 0 : at], "an officer each");
    },
  };
}

/** Somebody of the office with these roles, who has never signed in. */
export async function hire(office: Office, login: string, roles: readonly Role[]): Promise<Issued> {
  const issued = valueOf(await createAccount(office.scene(), { login, name: login }));
  if (roles.length > 0) valueOf(await setRoles(office.scene(), issued.id, roles));
  return issued;
}

/** One more desk of the office. */
export async function enrol(
  office: Office,
  name: string,
): Promise<EnrolledDesk & { readonly token: string }> {
  const { code } = await makeCode(office.scene(), "desk");
  return valueOf(await enrolDesk(office.scene({ desk: "" }), { code, name }));
}

/** Signs in for the first time, gives the account `GOOD_PASSWORD`, and stays. */
export async function settle(office: Office, issued: Issued, desk = office.desk.id): Promise<SignedIn> {
  const told = { login: issued.login, password: issued.initialPassword };
  const first = valueOf(await signIn(office.scene({ desk }), told, undefined));
  const told2 = { old: issued.initialPassword, fresh: GOOD_PASSWORD };
  valueOf(await changePassword(office.scene({ desk, who: issued.id }), first.person, told2, []));
  return first;
}
