import { fail, ok, type Result } from "../../shared/lib/result.ts";
import { OFFICERS, type Role, type Separation } from "../../shared/rules/rights/roles.ts";
import { freshKeys } from "../audit/trail.ts";
import type { Database, Sql } from "../store/sql.ts";
import { accountFailure, createAccount, loginKey, type AccountFailure, type Issued } from "./accounts.ts";
import { enrolBy, makeCode, type DeskFailure, type EnrolledDesk } from "./desks.ts";
import { noteOnly, type Scene } from "./scene.ts";

export interface SetUp {
  readonly code: string;
  readonly deskName: string;
  /** The three officers, in the order system, security, audit; merged: one. */
  readonly officers: readonly { readonly login: string; readonly name: string }[];
}

export interface SetUpDone {
  readonly desk: EnrolledDesk & { readonly token: string };
  readonly officers: readonly Issued[];
}

export type SetUpFailure =
  DeskFailure | AccountFailure | { readonly kind: "alreadySetUp" | "officersMissing" };

/** Whether any office on this service has people: until then a service on loopback is open to whoever sits there. */
export async function isAnyOfficeSetUp(database: Database): Promise<boolean> {
  return (await database.whole.all("SELECT tenant FROM offices LIMIT 1")).length > 0;
}

async function isSetUp(sql: Sql, tenant: string): Promise<boolean> {
  return (await sql.all("SELECT tenant FROM offices WHERE tenant = ?", [tenant])).length > 0;
}

/**
 * The code that `init` prints: it sets an office up, or, where that has been done, enrols a desk, so that whoever runs
 * the machine can let the office in again after its last desk was lost.
 */
export async function initCode(
  database: Database,
  tenant: string,
  nowMs: number,
): Promise<{ readonly code: string; readonly until: number; readonly kind: "setUp" | "desk" }> {
  const sql = database.of(tenant);
  const kind = (await isSetUp(sql, tenant)) ? "desk" : "setUp";
  const scene: Scene = { sql, tenant, nowMs, who: "", desk: "", isMerged: false };
  return { ...(await makeCode(scene, kind)), kind };
}

/** The first desk and the first officers, in one go. Their one-time passwords are given this once. */
export async function setUpOffice(scene: Scene, told: SetUp): Promise<Result<SetUpDone, SetUpFailure>> {
  const { tenant, nowMs } = scene;
  const separation: Separation = told.officers.length === 1 ? "merged" : "separate";
  if (separation === "separate" && told.officers.length !== OFFICERS.length) {
    return fail({ kind: "officersMissing" });
  }
  const wrong = told.officers.map(accountFailure).find((failure) => failure !== undefined);
  if (wrong !== undefined) return fail(wrong);
  if (new Set(told.officers.map(({ login }) => loginKey(login))).size < told.officers.length) {
    return fail({ kind: "loginTaken" });
  }
  return scene.sql.transaction(async (sql) => {
    if (await isSetUp(sql, tenant)) return fail<SetUpFailure>({ kind: "alreadySetUp" });
    const enrolled = await enrolBy(sql, scene, "setUp", { code: told.code, name: told.deskName });
    if (!enrolled.ok) return enrolled;
    const { privateKey, publicKey } = freshKeys();
    await sql.run(
      "INSERT INTO offices (tenant, separation, set_up_at, private_key, public_key) VALUES (?, ?, ?, ?, ?)",
      [tenant, separation, nowMs, privateKey, publicKey],
    );
    const here: Scene = { ...scene, sql, desk: enrolled.value.id, isMerged: separation === "merged" };
    await noteOnly(here, { what: "setUp", target: enrolled.value.id, detail: { officers: separation } });
    const officers: Issued[] = [];
    for (const [index, officer] of told.officers.entries()) {
      const roles: readonly Role[] = separation === "merged" ? OFFICERS : OFFICERS.slice(index, index + 1);
      const made = await createAccount(here, { ...officer, roles });
      // Names were looked at above, and there is no other account yet.
      if (!made.ok) throw new Error(`set-up: ${made.failure.kind}`);
      officers.push(made.value);
    }
    return ok({ desk: enrolled.value, officers });
  });
}
