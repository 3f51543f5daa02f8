import { describe, expect, test } from "vitest";
import { resetPassword, setRoles, setState, unlockAccount } from "../../../server/people/accounts.ts";
import {
  endSessions,
  openSessions,
  personOf,
  SESSION_IDLE_MS,
  SESSION_LONGEST_MS,
} from "../../../server/people/sessions.ts";
import { changePassword, signIn, signOut } from "../../../server/people/sign-in.ts";
import { enrol, GOOD_PASSWORD, hire, settle, setUp, START_MS, type Office } from "../../support/office.ts";
import { valueOf } from "../../support/value-of.ts";

async function who(
  office: Office,
  token: string,
  more: { desk?: string; nowMs?: number } = {},
): Promise<string | undefined> {
  const { desk = office.desk.id, nowMs = START_MS + 60_000 } = more;
  return (await personOf(office.database.of(office.tenant), office.tenant, desk, token, nowMs))?.login;
}

describe("signing in", () => {
  test("with the one-time password opens nothing but the way to a password of one's own", async () => {
    const office = await setUp();
    const clerk = await hire(office, "LiNa", ["clerk"]);
    const told = { login: " ｌｉｎａ ", password: clerk.initialPassword };
    const { person } = valueOf(await signIn(office.scene(), told, undefined));
    expect(person).toMatchObject({ login: "LiNa", roles: ["clerk"], mustChange: true });
    const told2 = { old: clerk.initialPassword, fresh: GOOD_PASSWORD };
    valueOf(await changePassword(office.scene(), person, told2, []));
    const again = valueOf(
      await signIn(office.scene(), { login: "lina", password: GOOD_PASSWORD }, undefined),
    );
    expect(again.person.mustChange).toBe(false);
    const old = await signIn(office.scene(), told, undefined);
    expect(old).toEqual({ ok: false, failure: { kind: "wrongSignIn" } });
  });

  test("a one-time password is worth nothing after a week", async () => {
    const office = await setUp();
    const clerk = await hire(office, "lina", ["clerk"]);
    const told = { login: "lina", password: clerk.initialPassword };
    const late = await signIn(office.scene({ nowMs: START_MS + 8 * 86_400_000 }), told, undefined);
    expect(late).toEqual({ ok: false, failure: { kind: "initialPasswordExpired" } });
  });

  test("says the same for a wrong password, a name that nobody has and a disabled account's wrong password", async () => {
    const office = await setUp();
    const clerk = await hire(office, "lina", ["clerk"]);
    await settle(office, clerk);
    valueOf(await setState(office.scene(), clerk.id, "disabled"));
    for (const login of ["lina", "nobody", "", "' OR 1=1 --"]) {
      const answer = await signIn(office.scene(), { login, password: "not this one" }, undefined);
      expect(answer).toEqual({ ok: false, failure: { kind: "wrongSignIn" } });
    }
    const right = await signIn(office.scene(), { login: "lina", password: GOOD_PASSWORD }, undefined);
    expect(right).toEqual({ ok: false, failure: { kind: "disabled" } });
  });

  test("gives a new token each time, and the one before opens nothing", async () => {
    const office = await setUp();
    const first = await settle(office, await hire(office, "lina", ["clerk"]));
    const told = { login: "lina", password: GOOD_PASSWORD };
    const second = valueOf(await signIn(office.scene(), told, first.person));
    expect(second.token).not.toBe(first.token);
    expect([await who(office, first.token), await who(office, second.token)]).toEqual([undefined, "lina"]);
  });

  test("keeps neither the password nor the token where anybody could read it", async () => {
    const office = await setUp();
    const { token } = await settle(office, await hire(office, "lina", ["clerk"]));
    for (const table of ["accounts", "sessions", "audit", "waits", "codes", "enrolled_desks"]) {
      const text = JSON.stringify(await office.database.whole.all(`SELECT * FROM ${table}`));
      for (const secret of [token, GOOD_PASSWORD, office.desk.token]) expect(text).not.toContain(secret);
    }
  });
});

describe("wrong passwords", () => {
  const guess = async (office: Office, login: string, nowMs: number): Promise<unknown> => {
    const answer = await signIn(office.scene({ nowMs }), { login, password: "wrong again" }, undefined);
    return answer.ok ? "in" : "waitMs" in answer.failure ? answer.failure.waitMs : answer.failure.kind;
  };

  test.each(["lina", "nobody"])(
    "make %s wait, longer each time, whether anybody has the name or not",
    async (login) => {
      const office = await setUp();
      await settle(office, await hire(office, "lina", ["clerk"]));
      let nowMs = START_MS + 3_600_000;
      for (let n = 0; n < 5; n += 1) expect(await guess(office, login, nowMs)).toBe("wrongSignIn");
      const waits: unknown[] = [];
      for (let n = 0; n < 9; n += 1) {
        const wait = await guess(office, login, nowMs);
        waits.push(wait);
        nowMs += Number(wait);
        expect(await guess(office, login, nowMs)).toBe("wrongSignIn");
      }
      expect(waits.map((ms) => Number(ms) / 1000)).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
    },
  );

  test("make even the right one wait, until the security administrator unlocks the account", async () => {
    const office = await setUp();
    const clerk = await hire(office, "lina", ["clerk"]);
    await settle(office, clerk);
    const nowMs = START_MS + 3_600_000;
    for (let n = 0; n < 5; n += 1) await guess(office, "lina", nowMs);
    const told = { login: "lina", password: GOOD_PASSWORD };
    expect((await signIn(office.scene({ nowMs }), told, undefined)).ok).toBe(false);
    valueOf(await unlockAccount(office.scene({ nowMs }), clerk.id));
    expect((await signIn(office.scene({ nowMs }), told, undefined)).ok).toBe(true);
  });

  test("a hundred at once are a hundred attempts", async () => {
    const office = await setUp();
    await settle(office, await hire(office, "lina", ["clerk"]));
    const nowMs = START_MS + 3_600_000;
    const answers = await Promise.all(Array.from({ length: 30 }, async () => guess(office, "lina", nowMs)));
    expect(answers.filter((answer) => answer === "wrongSignIn")).toHaveLength(5);
  });

  test("for many names make the desk wait; right ones are not charged to it", async () => {
    const office = await setUp();
    await settle(office, await hire(office, "lina", ["clerk"]));
    const other = await enrol(office, "二号机");
    const nowMs = START_MS + 3_600_000;
    for (let n = 0; n < 20; n += 1) expect(await guess(office, `name${n}`, nowMs)).toBe("wrongSignIn");
    const told = { login: "lina", password: GOOD_PASSWORD };
    expect(await signIn(office.scene({ nowMs }), told, undefined)).toMatchObject({
      failure: { kind: "wait" },
    });
    for (let n = 0; n < 25; n += 1)
      expect((await signIn(office.scene({ nowMs, desk: other.id }), told, undefined)).ok).toBe(true);
  });

  test("are forgotten after a quiet day", async () => {
    const office = await setUp();
    for (let n = 0; n < 5; n += 1) await guess(office, "lina", START_MS);
    expect(await guess(office, "lina", START_MS + 25 * 3_600_000)).toBe("wrongSignIn");
    expect(await guess(office, "lina", START_MS + 25 * 3_600_000)).toBe("wrongSignIn");
  });
});

describe("a session", () => {
  test("is nobody's on another desk, after ten idle hours, or after a week", async () => {
    const office = await setUp();
    const other = await enrol(office, "二号机");
    const { token } = await settle(office, await hire(office, "lina", ["clerk"]));
    expect(await who(office, token)).toBe("lina");
    expect(await who(office, token, { desk: other.id })).toBeUndefined();
    expect(await who(office, `${token}x`)).toBeUndefined();
    expect(await who(office, "")).toBeUndefined();
    expect(await who(office, token, { nowMs: START_MS + SESSION_IDLE_MS + 120_000 })).toBeUndefined();
    for (let hours = 0; hours * 3_600_000 < SESSION_LONGEST_MS; hours += 9) {
      expect(await who(office, token, { nowMs: START_MS + hours * 3_600_000 + 60_000 })).toBe("lina");
    }
    expect(await who(office, token, { nowMs: START_MS + SESSION_LONGEST_MS + 120_000 })).toBeUndefined();
  });

  test("ends at the next call of somebody who was disabled, given other roles or another password", async () => {
    const office = await setUp();
    const clerk = await hire(office, "lina", ["clerk"]);
    const told = { login: "lina", password: GOOD_PASSWORD };
    await settle(office, clerk);
    const acts = [
      async () => setRoles(office.scene(), clerk.id, ["auditor"]),
      async () => setState(office.scene(), clerk.id, "disabled"),
      async () => resetPassword(office.scene(), clerk.id),
    ];
    for (const doIt of acts) {
      await setState(office.scene(), clerk.id, "active");
      const { token } = valueOf(await signIn(office.scene(), told, undefined));
      expect(await who(office, token)).toBe("lina");
      valueOf(await doIt());
      expect(await who(office, token)).toBeUndefined();
    }
  });

  test("ends when its owner signs out, and when it is ended from the list; others go on", async () => {
    const office = await setUp();
    const clerk = await hire(office, "lina", ["clerk"]);
    const one = await settle(office, clerk);
    const told = { login: "lina", password: GOOD_PASSWORD };
    const two = valueOf(await signIn(office.scene(), told, undefined));
    const three = valueOf(await signIn(office.scene(), told, undefined));
    await signOut(office.scene(), one.person);
    const { sql, tenant } = office.scene();
    expect(
      await endSessions(sql, tenant, { session: two.person.session, account: "somebody" }, START_MS),
    ).toBe(0);
    expect(await endSessions(sql, tenant, { session: two.person.session }, START_MS)).toBe(1);
    const left = await openSessions(sql, tenant, clerk.id, START_MS + 60_000);
    expect(left.map(({ id }) => id)).toEqual([three.person.session]);
    expect([await who(office, one.token), await who(office, two.token)]).toEqual([undefined, undefined]);
  });

  test("a password of one's own ends every other session of the account", async () => {
    const office = await setUp();
    const clerk = await hire(office, "lina", ["clerk"]);
    const one = await settle(office, clerk);
    const two = valueOf(await signIn(office.scene(), { login: "lina", password: GOOD_PASSWORD }, undefined));
    const told = { old: GOOD_PASSWORD, fresh: "k7#vQ2p!xWz and more" };
    valueOf(await changePassword(office.scene(), two.person, told, []));
    expect([await who(office, one.token), await who(office, two.token)]).toEqual([undefined, "lina"]);
  });
});

describe("a password of one's own is refused", () => {
  test.each([
    ["when the old one is wrong", { old: "not this one", fresh: "k7#vQ2p!xWz" }, "wrongSignIn"],
    ["when nothing changed", { old: GOOD_PASSWORD, fresh: GOOD_PASSWORD }, "sameAsBefore"],
    ["when it is short", { old: GOOD_PASSWORD, fresh: "k7#vQ2p" }, "tooShort"],
    ["when it is the sign-in name", { old: GOOD_PASSWORD, fresh: "zhaolina2026" }, "guessable"],
    ["when it is the hospital", { old: GOOD_PASSWORD, fresh: "市第一人民医院123" }, "guessable"],
  ])("%s", async (_name, told, kind) => {
    const office = await setUp();
    const { person } = await settle(office, await hire(office, "zhaolina", ["clerk"]));
    const answer = await changePassword(office.scene(), person, told, ["市第一人民医院"]);
    expect(answer.ok ? "taken" : answer.failure.kind).toBe(kind);
  });
});
