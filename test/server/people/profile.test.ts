import { describe, expect, test } from "vitest";
import { readTrail } from "../../../server/audit/trail.ts";
import { setProfile } from "../../../server/people/profile.ts";
import { changePassword, signIn } from "../../../server/people/sign-in.ts";
import { GOOD_PASSWORD, hire, settle, setUp, START_MS } from "../../support/office.ts";
import { kindOf, officeApp, signedIn } from "../../support/people-app.ts";
import { valueOf } from "../../support/value-of.ts";

const KINDS = "雨后Old老城墙7安静啊";
const DAY_MS = 86_400_000;

describe("an office under the rules of level three", () => {
  test("asks everybody for a new password, of three kinds of characters", async () => {
    const office = await setUp();
    await settle(office, await hire(office, "lina", ["clerk"]));
    await setProfile(office.scene(), "levelThree");
    const { person } = valueOf(
      await signIn(office.scene(), { login: "lina", password: GOOD_PASSWORD }, undefined),
    );
    expect(person.mustChange).toBe(true);
    const plain = { old: GOOD_PASSWORD, fresh: "又一句很长而没有人猜得到的话" };
    expect(await changePassword(office.scene(), person, plain, [])).toMatchObject({
      failure: { kind: "tooFewKinds", kinds: 3 },
    });
    valueOf(await changePassword(office.scene(), person, { old: GOOD_PASSWORD, fresh: KINDS }, []));
    const again = valueOf(await signIn(office.scene(), { login: "lina", password: KINDS }, undefined));
    expect(again.person.mustChange).toBe(false);
  });

  test("asks again after ninety days, at the sign-in", async () => {
    const office = await setUp();
    await setProfile(office.scene(), "levelThree");
    const first = await hire(office, "lina", ["clerk"]);
    const told = { login: "lina", password: first.initialPassword };
    const { person } = valueOf(await signIn(office.scene(), told, undefined));
    valueOf(await changePassword(office.scene(), person, { old: first.initialPassword, fresh: KINDS }, []));
    const at = async (days: number): Promise<boolean> => {
      const scene = office.scene({ nowMs: START_MS + days * DAY_MS });
      return valueOf(await signIn(scene, { login: "lina", password: KINDS }, undefined)).person.mustChange;
    };
    expect([await at(89), await at(91)]).toEqual([false, true]);
  });

  test("locks a name for half an hour after five wrong ones, known or not", async () => {
    const office = await setUp();
    await setProfile(office.scene(), "levelThree");
    for (const login of ["lina", "nobody"]) {
      const wrong = async (nowMs: number): Promise<unknown> =>
        signIn(office.scene({ nowMs }), { login, password: "not this one" }, undefined);
      for (let n = 0; n < 5; n += 1) await wrong(START_MS);
      expect(await wrong(START_MS + 1)).toMatchObject({ failure: { kind: "wait", waitMs: 30 * 60_000 - 1 } });
      expect(await wrong(START_MS + 30 * 60_000)).toMatchObject({ failure: { kind: "wrongSignIn" } });
    }
  });

  test("goes back to the usual rules without asking anybody, and both stand in the trail", async () => {
    const office = await setUp();
    await setProfile(office.scene(), "levelThree");
    await setProfile(office.scene(), "standard");
    const { sql, tenant } = office.scene();
    const acts = (await readTrail(sql, tenant, undefined, 2)).map(({ what, detail }) => [what, detail]);
    expect(acts).toEqual([
      ["setProfile", { before: "levelThree", after: "standard" }],
      ["setProfile", { before: "standard", after: "levelThree" }],
    ]);
  });
});

test("whoever chooses stricter rules is asked for a new password before anything else", async () => {
  const { app, office } = await officeApp();
  const watch = await signedIn(app, office, "watch", ["securityAdmin"]);
  expect(kindOf(await watch.post("/api/people/profile", { profile: "none" }))).toBe("badRequest");
  expect(kindOf(await watch.post("/api/people/profile", { profile: "levelThree" }))).toBe("ok");
  expect(kindOf(await watch.get("/api/people/accounts"))).toBe("passwordMustChange");
  const me = (await watch.get("/api/people/me")).json<{ profile: string; person: { mustChange: boolean } }>();
  expect([me.profile, me.person.mustChange]).toEqual(["levelThree", true]);
});
