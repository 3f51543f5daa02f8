import { describe, expect, test } from "vitest";
import {
  createAccount,
  listAccounts,
  renameAccount,
  resetPassword,
  setRoles,
  setSeparation,
  setState,
} from "../../../server/people/accounts.ts";
import type { Role } from "../../../shared/rules/rights/roles.ts";
import { hire, setUp } from "../../support/office.ts";
import { valueOf } from "../../support/value-of.ts";

const kindOf = (answer: { ok: boolean } | { ok: false; failure: { kind: string } }): string =>
  "failure" in answer ? answer.failure.kind : "done";

describe("an account", () => {
  test.each([
    ["lina", "LiNa", "loginTaken"],
    ["ｌｉｎａ", "李娜", "loginTaken"],
    ["", "李娜", "badLogin"],
    ["a", "李娜", "badLogin"],
    ["-lina", "李娜", "badLogin"],
    ["li na", "李娜", "badLogin"],
    ["li\u202ena", "李娜", "badLogin"],
    ["x".repeat(33), "李娜", "badLogin"],
    ["lina2", "", "badName"],
    ["lina2", "x".repeat(61), "badName"],
    ["李娜", "李娜", "done"],
    ["li.na_2-b", "李娜", "done"],
  ])("named %s, %s: %s", async (login, name, kind) => {
    const office = await setUp();
    await hire(office, "lina", []);
    expect(kindOf(await createAccount(office.scene(), { login, name }))).toBe(kind);
  });

  test("may nothing until somebody else grants it roles", async () => {
    const office = await setUp();
    const issued = await hire(office, "lina", []);
    const roles = async (): Promise<unknown> =>
      (await listAccounts(office.scene().sql, office.tenant)).find(({ id }) => id === issued.id)?.roles;
    expect(await roles()).toEqual([]);
    valueOf(await setRoles(office.scene(), issued.id, ["director"]));
    expect(await roles()).toEqual(["director"]);
    valueOf(await renameAccount(office.scene(), issued.id, "李主任"));
    expect(kindOf(await renameAccount(office.scene(), "a0", "李主任"))).toBe("noSuchAccount");
  });

  test("nobody grants, disables or resets themselves", async () => {
    const office = await setUp();
    const { id } = office.officer("securityAdmin");
    const scene = office.scene({ who: id });
    expect(kindOf(await setRoles(scene, id, ["securityAdmin", "director"]))).toBe("ownAccount");
    expect(kindOf(await setState(scene, id, "disabled"))).toBe("ownAccount");
    expect(kindOf(await resetPassword(scene, id))).toBe("ownAccount");
  });

  test.each([
    [["director", "auditor"], "auditsOwnWork"],
    [["systemAdmin", "auditAdmin"], "officersApart"],
    [["systemAdmin", "clerk"], "officerOfOffice"],
    [["director", "clerk"], "done"],
  ] as const)("with the roles %s: %s", async (roles: readonly Role[], kind) => {
    const office = await setUp();
    const { id } = await hire(office, "lina", []);
    expect(kindOf(await setRoles(office.scene(), id, roles))).toBe(kind);
  });

  test("the office never loses its last officer, by roles or by disabling", async () => {
    const office = await setUp();
    const { id } = office.officer("auditAdmin");
    expect(await setState(office.scene(), id, "disabled")).toMatchObject({
      failure: { kind: "lastOfficer", role: "auditAdmin" },
    });
    expect(kindOf(await setRoles(office.scene(), id, []))).toBe("lastOfficer");
    await hire(office, "audit2", ["auditAdmin"]);
    expect(kindOf(await setState(office.scene(), id, "disabled"))).toBe("done");
  });

  test("of two officers who disable each other at once, one stays", async () => {
    const office = await setUp();
    const one = office.officer("securityAdmin").id;
    const two = (await hire(office, "security2", ["securityAdmin"])).id;
    const answers = await Promise.all([
      setState(office.scene({ who: one }), two, "disabled"),
      setState(office.scene({ who: two }), one, "disabled"),
    ]);
    expect(answers.map(kindOf).sort()).toEqual(["done", "lastOfficer"]);
  });

  test("officers are separated only when nobody holds what two should", async () => {
    const office = await setUp({ merged: true });
    expect(kindOf(await setSeparation(office.scene(), "separate"))).toBe("officersApart");
    const { id } = office.officer("systemAdmin");
    const self = office.scene({ who: id });
    expect(kindOf(await setRoles(self, id, ["systemAdmin", "securityAdmin", "auditAdmin", "director"]))).toBe(
      "done",
    );
    await hire(office, "security", ["securityAdmin"]);
    await hire(office, "audit", ["auditAdmin"]);
    valueOf(await setRoles(office.scene(), id, ["systemAdmin"]));
    expect(kindOf(await setSeparation(office.scene(), "separate"))).toBe("done");
  });

  test("one hospital's account is no other's", async () => {
    const office = await setUp();
    const other = await setUp({ database: office.database, tenant: "second" });
    const { id } = await hire(office, "lina", ["clerk"]);
    for (const answer of [
      await setRoles(other.scene(), id, []),
      await setState(other.scene(), id, "disabled"),
      await resetPassword(other.scene(), id),
    ])
      expect(kindOf(answer)).toBe("noSuchAccount");
    expect(kindOf(await createAccount(other.scene(), { login: "lina", name: "李娜" }))).toBe("done");
  });
});
