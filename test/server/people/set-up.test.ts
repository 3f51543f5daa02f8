import { describe, expect, test } from "vitest";
import { listAccounts } from "../../../server/people/accounts.ts";
import {
  deskOf,
  enrolDesk,
  listDesks,
  makeCode,
  officeOfCode,
  revokeDesk,
  speakFor,
} from "../../../server/people/desks.ts";
import { personOf } from "../../../server/people/sessions.ts";
import { initCode, isAnyOfficeSetUp, setUpOffice } from "../../../server/people/set-up.ts";
import { enrol, hire, memoryDatabase, sceneOf, settle, setUp, START_MS } from "../../support/office.ts";
import { valueOf } from "../../support/value-of.ts";

const three = [
  { login: "system", name: "张" },
  { login: "security", name: "李" },
  { login: "audit", name: "王" },
];

describe("setting an office up", () => {
  test("takes the code that init printed, once, and makes a desk and three officers", async () => {
    const database = memoryDatabase();
    expect(await isAnyOfficeSetUp(database)).toBe(false);
    const { code, kind } = await initCode(database, "office", START_MS);
    expect(kind).toBe("setUp");
    expect(await officeOfCode(database, code.toLowerCase())).toBe("office");
    const told = { code, deskName: "一号机", officers: three };
    const done = valueOf(await setUpOffice(sceneOf(database), told));
    expect(await isAnyOfficeSetUp(database)).toBe(true);
    expect(await deskOf(database, done.desk.token)).toMatchObject({ tenant: "office", name: "一号机" });
    const accounts = await listAccounts(database.of("office"), "office");
    expect(accounts.map(({ login, roles }) => [login, ...roles])).toEqual([
      ["audit", "auditAdmin"],
      ["security", "securityAdmin"],
      ["system", "systemAdmin"],
    ]);
    const again = await setUpOffice(sceneOf(database), told);
    expect(again).toEqual({ ok: false, failure: { kind: "alreadySetUp" } });
  });

  test("one officer is all three, and the trail says so with everything they do", async () => {
    const office = await setUp({ merged: true });
    const rows = await office.database.whole.all("SELECT body FROM audit ORDER BY n");
    for (const { body } of rows) expect(String(body)).toMatch(/"merged":"yes"|"officers":"merged"/);
  });

  test.each([
    ["a code of nobody", { code: "0000-0000-0000-0000" }, "badCode"],
    ["no code", { code: "" }, "badCode"],
    ["two officers", { officers: three.slice(1) }, "officersMissing"],
    [
      "two officers of one name",
      { officers: [three[0], three[1], { login: "SYSTEM", name: "x" }] },
      "loginTaken",
    ],
    ["an officer whose name cannot be typed", { officers: [{ login: "a b", name: "x" }] }, "badLogin"],
    ["an officer without a name", { officers: [{ login: "system", name: " " }] }, "badName"],
    ["a desk without a name", { deskName: "" }, "badName"],
  ])("%s is refused, and nothing is there afterwards", async (_name, more, kind) => {
    const database = memoryDatabase();
    const { code } = await initCode(database, "office", START_MS);
    const told = { code, deskName: "一号机", officers: three, ...more } as Parameters<typeof setUpOffice>[1];
    expect(await setUpOffice(sceneOf(database), told)).toMatchObject({ ok: false, failure: { kind } });
    expect(await isAnyOfficeSetUp(database)).toBe(false);
    expect(await listAccounts(database.of("office"), "office")).toEqual([]);
    valueOf(await setUpOffice(sceneOf(database), { code, deskName: "一号机", officers: three }));
  });

  test("a code is a day old at most", async () => {
    const database = memoryDatabase();
    const { code } = await initCode(database, "office", START_MS);
    const late = sceneOf(database, { nowMs: START_MS + 25 * 3_600_000 });
    const answer = await setUpOffice(late, { code, deskName: "一号机", officers: three });
    expect(answer).toMatchObject({ failure: { kind: "badCode" } });
  });

  test("init on an office that is set up prints a desk's code: its last desk may be lost", async () => {
    const office = await setUp();
    const { code, kind } = await initCode(office.database, "office", START_MS);
    expect(kind).toBe("desk");
    valueOf(await enrolDesk(office.scene({ desk: "" }), { code, name: "新机" }));
  });
});

describe("a desk", () => {
  test("is enrolled by a code once, within the hour, and not by a code of set-up", async () => {
    const office = await setUp();
    const { code } = await makeCode(office.scene(), "desk");
    const told = { code: ` ${code.replaceAll("-", " ").toLowerCase()}`, name: "二号机" };
    valueOf(await enrolDesk(office.scene(), told));
    expect(await enrolDesk(office.scene(), told)).toMatchObject({ failure: { kind: "badCode" } });
    const old = await makeCode(office.scene(), "desk");
    const late = office.scene({ nowMs: START_MS + 2 * 3_600_000 });
    expect(await enrolDesk(late, { code: old.code, name: "三号机" })).toMatchObject({
      failure: { kind: "badCode" },
    });
    const first = await makeCode(office.scene(), "setUp");
    const answer = await enrolDesk(office.scene(), { code: first.code, name: "三号机" });
    expect(answer).toMatchObject({ failure: { kind: "badCode" } });
  });

  test("of two that type one code at once, one is enrolled", async () => {
    const office = await setUp();
    const { code } = await makeCode(office.scene(), "desk");
    const answers = await Promise.all(
      [1, 2, 3].map(async (n) => enrolDesk(office.scene(), { code, name: `机${n}` })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("that is revoked is nobody's at the next call, and so is who is signed in there", async () => {
    const office = await setUp();
    const other = await enrol(office, "二号机");
    const { token } = await settle(office, await hire(office, "lina", ["clerk"]), other.id);
    const person = async (): Promise<unknown> =>
      personOf(office.scene().sql, office.tenant, other.id, token, START_MS + 60_000);
    expect(await person()).toBeDefined();
    valueOf(await revokeDesk(office.scene(), other.id));
    expect(await deskOf(office.database, other.token)).toBeUndefined();
    expect(await person()).toBeUndefined();
    expect(await revokeDesk(office.scene(), other.id)).toMatchObject({ failure: { kind: "noSuchDesk" } });
    expect(await deskOf(office.database, office.desk.token)).toBeDefined();
  });

  test("speaks only for change logs that no other desk speaks for", async () => {
    const office = await setUp();
    const other = await enrol(office, "二号机");
    const owns = async (desk: string, log: string): Promise<boolean> =>
      (await speakFor(office.scene().sql, office.tenant, log, desk)) === desk;
    expect([await owns(office.desk.id, "AAAAAA"), await owns(other.id, "AAAAAA")]).toEqual([true, false]);
    expect([await owns(other.id, "BBBBBB"), await owns(other.id, "CCCCCC")]).toEqual([true, true]);
    expect(await owns(office.desk.id, "AAAAAA")).toBe(true);
    const lines = await listDesks(office.scene().sql, office.tenant);
    expect(lines.map(({ logs }) => logs)).toEqual([["AAAAAA"], ["BBBBBB", "CCCCCC"]]);
  });
});
