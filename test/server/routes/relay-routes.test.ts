import type { LightMyRequestResponse } from "fastify";
import { describe, expect, test } from "vitest";
import { readTrail } from "../../../server/audit/trail.ts";
import { revokeDesk } from "../../../server/people/desks.ts";
import type { AuditEntry } from "../../../shared/audit/entry.ts";
import { stampOf } from "../../../shared/lib/hybrid-clock.ts";
import type { Change } from "../../../shared/sync/change.ts";
import type { Pushed } from "../../../shared/sync/wire.ts";
import { changeOf, changesOf } from "../../support/changes.ts";
import { setUp, START_MS, type Office } from "../../support/office.ts";
import { emptyApp, kindOf, officeApp, signedIn, type Browser } from "../../support/people-app.ts";
import { valueOf } from "../../support/value-of.ts";

const relay = async (by: Browser, changes: readonly unknown[]): Promise<LightMyRequestResponse> =>
  by.post("/api/relay", { changes });
const push = async (by: Browser, changes: readonly unknown[]): Promise<LightMyRequestResponse> =>
  by.post("/api/push", { changes });
const codesOf = (answer: LightMyRequestResponse): (readonly [number, string])[] =>
  answer.json<Pushed>().verdicts.map(({ deskSeq, code }) => [deskSeq, code] as const);

async function trail(office: Office, ...whats: readonly string[]): Promise<AuditEntry[]> {
  const { sql, tenant } = office.scene();
  return (await readTrail(sql, tenant, undefined, 100)).filter(({ what }) => whats.includes(what)).reverse();
}

const HOUR_MS = 3_600_000;
const FAR = "FARAWY";

/** What three desks of another network did to the same records, each having seen what was done before. */
const ONE_HISTORY = historyOf([
  ["FAR001", "attachment", { fileName: "照片.txt", sha256: "a".repeat(64) }],
  ["FAR001", "incidentEvent", { kind: "arrived" }],
  ["FAR001", "contract", { amountFen: 1 }],
  ["FAR002", "attachment", { fileName: "窗口.txt" }],
  ["FAR002", "incidentEvent", { $deleted: true }],
  ["FAR003", "incidentEvent", { $deleted: null }],
  ["FAR003", "attachment", { note: "重拍" }],
  ["FAR002", "contract", { amountFen: 2 }],
  ["FAR003", "contract", { amountFen: 3 }],
]);

function historyOf(done: readonly (readonly [string, string, Change["patch"]])[]): readonly Change[][] {
  const logs = new Map<string, Change[]>();
  for (const [at, [desk, type, patch]] of done.entries()) {
    const log = logs.get(desk) ?? [];
    const stamp = stampOf({ ms: START_MS + at, counter: 0 }, desk);
    log.push({ ...changeOf(desk, log.length + 1), stamp, type, recordId: `FAR001-${type}`, patch });
    logs.set(desk, log);
  }
  return [...logs.values()];
}

describe("changes of another network's desk", () => {
  test("are taken in from a director, and other desks get them", async () => {
    const { app, office } = await officeApp();
    const wang = await signedIn(app, office, "wang", ["director"]);
    const answer = await relay(wang, changesOf(FAR, 1, 3));
    expect(answer.json()).toMatchObject({ mark: 3, appended: 3, verdicts: [] });
    const lina = await signedIn(app, office, "lina", ["clerk"]);
    expect((await lina.get("/api/pull?after=0")).json<{ changes: Change[] }>().changes).toEqual(
      changesOf(FAR, 1, 3),
    );
  });

  test("that authors wrote whom only their own network knows: who brings them stands for them", async () => {
    const { app, office } = await officeApp();
    const wang = await signedIn(app, office, "wang", ["director"]);
    const money = {
      type: "contract",
      recordId: `${FAR}-1`,
      patch: { amountFen: 1 },
      author: "a0123456789ABCDE",
    };
    expect(codesOf(await relay(wang, [changeOf(FAR, 1, {}, money), changeOf(FAR, 2, {}, money)]))).toEqual(
      [],
    );
  });

  test.each(["clerk", "auditor", "systemAdmin", "securityAdmin", "auditAdmin"] as const)(
    "are not taken in from somebody who is %s, and the trail says who tried",
    async (role) => {
      const { app, office, store } = await officeApp();
      const lina = await signedIn(app, office, "lina", [role]);
      const answer = await relay(lina, changesOf(FAR, 1, 3));
      expect([answer.statusCode, kindOf(answer)]).toEqual([403, "notAllowed"]);
      expect(await store.newest("office")).toBe(0);
      expect(await trail(office, "relay")).toMatchObject([{ who: lina.id, outcome: "notAllowed" }]);
    },
  );

  test("come a second time, from another desk or with other content, and change nothing", async () => {
    const { app, office, store } = await officeApp();
    const wang = await signedIn(app, office, "wang", ["director"]);
    const zhao = await signedIn(app, office, "zhao", ["director"]);
    await relay(wang, changesOf(FAR, 1, 3));
    for (const again of [changesOf(FAR, 1, 3), changesOf(FAR, 2, 3)])
      expect((await relay(zhao, again)).json()).toMatchObject({ mark: 3, appended: 0, verdicts: [] });
    const forged = changesOf(FAR, 1, 3).map((change) => ({ ...change, patch: { title: "换掉的内容" } }));
    expect((await relay(zhao, forged)).json()).toMatchObject({ mark: 3, appended: 0 });
    expect(await store.newest("office")).toBe(3);
    expect((await store.since("office", 0, 10)).texts.join("")).not.toContain("换掉的内容");
    expect(await trail(office, "relay")).toHaveLength(1);
  });

  test("with a number missing are refused whole, and it is said where to go on", async () => {
    const { app, office, store } = await officeApp();
    const wang = await signedIn(app, office, "wang", ["director"]);
    await relay(wang, changesOf(FAR, 1, 3));
    const answer = await relay(wang, changesOf(FAR, 5, 6));
    expect([answer.statusCode, answer.json()]).toEqual([409, { failure: { kind: "gap", mark: 3 } }]);
    expect(await store.newest("office")).toBe(3);
  });

  test("are judged one by one: shape, size, evidence, names, clocks", async () => {
    const { app, office, store } = await officeApp();
    const wang = await signedIn(app, office, "wang", ["director"]);
    const ahead = stampOf({ ms: START_MS + 10 * 24 * HOUR_MS, counter: 0 }, FAR);
    const event = { type: "incidentEvent", recordId: `${FAR}-9`, patch: { kind: "arrived" } };
    const answer = await relay(wang, [
      changeOf(FAR, 1),
      { desk: FAR, deskSeq: 2 },
      { ...changeOf(FAR, 3), stamp: "yesterday" },
      changeOf(FAR, 4, {}, { patch: { title: "x".repeat(1_100_000) } }),
      { ...changeOf(FAR, 5), id: "DESK99:5" },
      changeOf(FAR, 6, {}, event),
      changeOf(FAR, 7, {}, event),
      changeOf(FAR, 8, {}, { type: "account", patch: { roles: ["director"] } }),
      changeOf(FAR, 9, {}, { stamp: ahead }),
    ]);
    expect(codesOf(answer)).toEqual([
      [2, "malformed"],
      [3, "malformed"],
      [4, "tooLarge"],
      [5, "notItself"],
      [7, "appendOnly"],
      [8, "unknownType"],
      [9, "clamped"],
    ]);
    expect(await store.newest("office")).toBe(3);
    const [entry, ...more] = await trail(office, "relay");
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      who: wang.id,
      target: FAR,
      outcome: "refused",
      detail: {
        taken: "3",
        from: "1",
        to: "9",
        absent: "1",
        malformed: "1",
        notItself: "1",
        tooLarge: "1",
        appendOnly: "1",
        unknownType: "1",
        clamped: "1",
        sentStamp: ahead,
      },
    });
    expect(JSON.stringify(entry)).not.toContain("门诊收费");
  });

  test("may come before what they change: one network's logs are brought one after the other", async () => {
    const { app, office, store } = await officeApp();
    const wang = await signedIn(app, office, "wang", ["director"]);
    const entry = { type: "incidentEvent", recordId: "FAR001-1" };
    expect(
      codesOf(await relay(wang, [changeOf("FAR002", 1, {}, { ...entry, patch: { $deleted: true } })])),
    ).toEqual([]);
    expect(
      codesOf(await relay(wang, [changeOf("FAR001", 1, {}, { ...entry, patch: { kind: "arrived" } })])),
    ).toEqual([]);
    expect(await store.newest("office")).toBe(2);
  });

  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ] as const;
  test.each(orders)(
    "end as the same records in whatever order their desks' logs come: %i %i %i",
    async (...order) => {
      const { app, office, store } = await officeApp();
      const wang = await signedIn(app, office, "wang", ["director"]);
      for (const at of order) expect(codesOf(await relay(wang, ONE_HISTORY[at] ?? []))).toEqual([]);
      const dataOf = async (type: string): Promise<unknown> =>
        (await store.recordsOf("office", type, 10)).map(({ data }) => data);
      expect(await dataOf("attachment")).toEqual([
        { fileName: "窗口.txt", note: "重拍", sha256: "a".repeat(64) },
      ]);
      expect(await dataOf("incidentEvent")).toEqual([{ kind: "arrived" }]);
      expect(await dataOf("contract")).toEqual([{ amountFen: 3 }]);
    },
  );

  test("stay in the hospital of whoever brings them", async () => {
    const { app, office, store } = await officeApp();
    const other = await setUp({ database: office.database, tenant: "second" });
    const wang = await signedIn(app, other, "wang", ["director"]);
    await relay(wang, changesOf(FAR, 1, 3));
    expect([await store.newest("office"), await store.newest("second")]).toEqual([0, 3]);
    const ours = await signedIn(app, office, "wang", ["director"]);
    expect((await relay(ours, changesOf(FAR, 1, 1))).json()).toMatchObject({ mark: 1, appended: 1 });
    expect(await trail(office, "relay")).toHaveLength(1);
  });

  const shapes: readonly (readonly [string, unknown, string])[] = [
    ["no changes", { changes: [] }, "badRequest"],
    ["no body of its own", {}, "badRequest"],
    ["something beside the changes", { changes: changesOf(FAR, 1, 1), desk: FAR }, "badRequest"],
    ["a change of nobody", { changes: [{ deskSeq: 1 }] }, "notOneDesk"],
    ["changes of two desks", { changes: [changeOf(FAR, 1), changeOf("FAR002", 1)] }, "notOneDesk"],
    ["a desk with half a letter for its name", { changes: [changeOf("\ud800", 1)] }, "notOneDesk"],
  ];
  test.each(shapes)("in the wrong shape: %s", async (_name, body, kind) => {
    const { app, office, store } = await officeApp();
    const wang = await signedIn(app, office, "wang", ["director"]);
    const answer = await wang.post("/api/relay", body as object);
    expect([answer.statusCode, kindOf(answer)]).toEqual([400, kind]);
    expect(await store.newest("office")).toBe(0);
  });
});

describe("nobody speaks for a colleague by way of a file", () => {
  test("a log that a desk enrolled here writes is refused whole, also when that desk was revoked", async () => {
    const { app, office, store } = await officeApp();
    const lina = await signedIn(app, office, "lina", ["clerk"]);
    const wang = await signedIn(app, office, "wang", ["director"]);
    await push(lina, [changeOf("AAAAAA", 1)]);
    for (const deskSeq of [1, 2, 9]) {
      const forged = await relay(wang, [changeOf("AAAAAA", deskSeq, { title: "冒名" })]);
      expect([forged.statusCode, kindOf(forged)]).toEqual([403, "notYourLog"]);
    }
    const [hers] = await trail(office, "enrolDesk");
    valueOf(await revokeDesk(office.scene(), hers?.target ?? ""));
    expect(kindOf(await relay(wang, [changeOf("AAAAAA", 2)]))).toBe("notYourLog");
    expect(await store.newest("office")).toBe(1);
    expect((await trail(office, "relay")).map(({ who, target, outcome }) => [who, target, outcome])).toEqual(
      [1, 2, 9, 2].map(() => [wang.id, "AAAAAA", "notYourLog"]),
    );
  });

  test("nor one that names an account of this office, whatever else is in it", async () => {
    const { app, office, store } = await officeApp();
    const lina = await signedIn(app, office, "lina", ["clerk"]);
    const wang = await signedIn(app, office, "wang", ["director"]);
    const forged = await relay(wang, [changeOf(FAR, 1), changeOf(FAR, 2, {}, { author: lina.id })]);
    expect([forged.statusCode, kindOf(forged)]).toEqual([403, "ownPeople"]);
    expect(await store.newest("office")).toBe(0);
    // And that log is still anybody's first to push: its own desk may come yet.
    expect(kindOf(await push(lina, [changeOf(FAR, 1)]))).toBe("ok");
  });

  test("a desk that reads its own past from a file brings it as its own, judged as such", async () => {
    const { app, office } = await officeApp();
    const wang = await signedIn(app, office, "wang", ["director"]);
    await push(wang, [changeOf("AAAAAA", 1)]);
    const answer = await relay(wang, [
      changeOf("AAAAAA", 2, {}, { author: wang.id }),
      changeOf("AAAAAA", 3, {}, { author: "a0123456789ABCDE" }),
    ]);
    expect(codesOf(answer)).toEqual([[3, "unknownAuthor"]]);
  });
});

describe("a desk whose log came by file before it was enrolled", () => {
  test("waits for somebody who may vouch for it, once, and the trail says so", async () => {
    const { app, office, store } = await officeApp();
    const wang = await signedIn(app, office, "wang", ["director"]);
    await relay(wang, changesOf(FAR, 1, 2));
    const lina = await signedIn(app, office, "lina", ["clerk"]);
    const early = await push(lina, changesOf(FAR, 1, 3));
    expect([early.statusCode, kindOf(early)]).toEqual([403, "relayedLog"]);
    const here = await signedIn(app, office, "zhao", ["director"]);
    expect((await push(here, changesOf(FAR, 1, 3))).json()).toMatchObject({ mark: 3, appended: 1 });
    expect((await push(here, [changeOf(FAR, 4)])).json()).toMatchObject({ mark: 4 });
    expect(await store.newest("office")).toBe(4);
    expect(await trail(office, "takeOverLog")).toMatchObject([
      { who: here.id, target: FAR, outcome: "done" },
    ]);
    // From now on it speaks for itself.
    expect(kindOf(await relay(wang, [changeOf(FAR, 5)]))).toBe("notYourLog");
    expect(await trail(office, "push")).toMatchObject([{ who: lina.id, outcome: "relayedLog" }]);
  });
});

test("on a single seat whoever sits there brings a file, and no trail is kept", async () => {
  const { app, store } = emptyApp();
  const answer = await app.inject({
    method: "POST",
    url: "/api/relay",
    headers: { host: "127.0.0.1:4180", origin: "http://127.0.0.1:4180", "content-type": "application/json" },
    payload: JSON.stringify({ changes: changesOf(FAR, 1, 3) }),
  });
  expect(answer.json()).toMatchObject({ mark: 3, appended: 3 });
  expect(await store.newest("office")).toBe(3);
});
