import { describe, expect, test } from "vitest";
import { setState } from "../../../server/people/accounts.ts";
import { authorJudge } from "../../../server/people/author.ts";
import {
  enrolDesk,
  makeCode,
  OTHER_NETWORK,
  speakerOf,
  speakFor,
  takeOverLog,
} from "../../../server/people/desks.ts";
import { openSessions, personOf } from "../../../server/people/sessions.ts";
import { signIn } from "../../../server/people/sign-in.ts";
import { exportTrail, headOfTrail, readTrail, recordAct } from "../../../server/audit/trail.ts";
import { changeOf } from "../../support/changes.ts";
import { enrol, GOOD_PASSWORD, hire, settle, setUp, START_MS } from "../../support/office.ts";
import { eachStore } from "../../support/stores.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { valueOf } from "../../support/value-of.ts";

const stores = eachStore();

describe.each(stores)("people on $name", ({ name, open }) => {
  test("set up, enrol, hire, sign in, judge and shut out as on any engine", async () => {
    const { database } = await open(tempFolder());
    const office = await setUp({ database });
    const { sql, tenant } = office.scene();
    const other = await enrol(office, "二号机");
    const lina = await hire(office, "李娜", ["clerk"]);
    const { token, person } = await settle(office, lina, other.id);
    expect(await personOf(sql, tenant, other.id, token, START_MS + 60_000)).toMatchObject({ login: "李娜" });
    const [session] = await openSessions(sql, tenant, lina.id, START_MS + 60_000);
    expect(session).toMatchObject({ id: person.session, desk: other.id });
    expect(await speakFor(sql, tenant, "AAAAAA", other.id)).toBe(other.id);
    expect(await speakFor(sql, tenant, "AAAAAA", office.desk.id)).toBe(other.id);
    expect(await speakFor(sql, tenant, "FARAWY", OTHER_NETWORK)).toBe(OTHER_NETWORK);
    await takeOverLog(office.scene({ desk: other.id }), "FARAWY");
    await takeOverLog(office.scene(), "FARAWY");
    expect(await speakerOf(sql, tenant, "FARAWY")).toBe(other.id);
    const judge = await authorJudge(sql, tenant, other.id, person);
    expect(judge(changeOf("AAAAAA", 1, {}, { author: lina.id }), false)).toBeUndefined();
    expect(judge(changeOf("AAAAAA", 2, {}, { author: "a000000000000000" }), false)).toBe("unknownAuthor");
    valueOf(await setState(office.scene(), lina.id, "disabled"));
    expect(await personOf(sql, tenant, other.id, token, START_MS + 60_000)).toBeUndefined();
    const head = await headOfTrail(sql, tenant);
    expect((await readTrail(sql, tenant, undefined, 1))[0]).toMatchObject({
      n: head.n,
      what: "disableAccount",
    });
    const lines: string[] = [];
    for await (const line of exportTrail(sql, tenant, START_MS)) lines.push(line);
    expect(lines).toHaveLength(head.n + 1);
  });

  test("many at once: the trail does not fork, a code counts once, guesses are counted", async () => {
    const { database } = await open(tempFolder());
    const office = await setUp({ database });
    const { sql, tenant } = office.scene();
    await settle(office, await hire(office, "lina", ["clerk"]));
    const { n } = await headOfTrail(sql, tenant);
    const note = async (at: number): Promise<unknown> =>
      sql.transaction(async (inside) => recordAct(inside, tenant, START_MS + at, { what: "signIn" }));
    await Promise.all(Array.from({ length: 30 }, async (_, at) => note(at)));
    expect((await headOfTrail(sql, tenant)).n).toBe(n + 30);
    const entries = await readTrail(sql, tenant, undefined, 30);
    for (const [at, entry] of entries.entries())
      expect(entry.previous).toBe(entries[at + 1]?.hash ?? entry.previous);

    const { code } = await makeCode(office.scene(), "desk");
    const desks = await Promise.all(
      [1, 2, 3, 4].map(async (at) => enrolDesk(office.scene({ desk: "" }), { code, name: `机${at}` })),
    );
    expect(desks.filter(({ ok }) => ok)).toHaveLength(1);

    const nowMs = START_MS + 3_600_000;
    const guess = async (): Promise<string> => {
      const answer = await signIn(office.scene({ nowMs }), { login: "lina", password: "wrong" }, undefined);
      return answer.ok ? "in" : answer.failure.kind;
    };
    const guesses = await Promise.all(Array.from({ length: 12 }, guess));
    expect(guesses.filter((kind) => kind === "wrongSignIn")).toHaveLength(5);
    const right = await signIn(
      office.scene({ nowMs }),
      { login: "lina", password: GOOD_PASSWORD },
      undefined,
    );
    expect(right).toMatchObject({ failure: { kind: "wait" } });
  });

  test.runIf(name === "postgres")(
    "the database itself keeps hospitals apart and the trail unchanged",
    async () => {
      const { database } = await open(tempFolder());
      const office = await setUp({ database });
      await setUp({ database, tenant: "second" });
      const { sql } = office.scene();
      for (const table of [
        "offices",
        "accounts",
        "enrolled_desks",
        "codes",
        "sessions",
        "audit",
        "audit_heads",
      ]) {
        const tenants = await sql.all(`SELECT DISTINCT tenant FROM ${table}`);
        expect(tenants.filter(({ tenant }) => tenant !== "office")).toEqual([]);
      }
      await expect(sql.run("UPDATE audit SET body = 'x'")).rejects.toThrow();
      await expect(sql.run("DELETE FROM audit")).rejects.toThrow();
      const foreign = "INSERT INTO audit_heads (tenant, n, hash) VALUES ('third', 1, 'x')";
      await expect(sql.run(foreign)).rejects.toThrow();
    },
  );
});
