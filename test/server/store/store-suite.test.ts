import { describe, expect, test } from "vitest";
import type { Change, Patch } from "../../../shared/sync/change.ts";
import { appendAll } from "../../support/append-all.ts";
import { changeOf, changesOf } from "../../support/changes.ts";
import { eachStore } from "../../support/stores.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const stores = eachStore();
const T = "office";

describe.each(stores)("the log of changes on $name", ({ open }) => {
  test("is empty at first and has a name", async () => {
    const { store } = await open(tempFolder());
    expect(store.epoch).not.toBe("");
    expect(await store.newest(T)).toBe(0);
    expect(await store.marks(T)).toEqual({});
    expect(await store.since(T, 0, 10)).toEqual({ texts: [], cursor: 0, more: false });
  });

  test("keeps what was appended, with its name, across a restart", async () => {
    const folder = tempFolder();
    const { store: first } = await open(folder);
    const changes = changesOf("AAAAAA", 1, 5);
    expect(await appendAll(first, "AAAAAA", changes)).toBe(5);
    await first.close();
    const { store: second } = await open(folder);
    expect(second.epoch).toBe(first.epoch);
    expect(await second.marks(T)).toEqual({ AAAAAA: 5 });
    const page = await second.since(T, 0, 10);
    expect(page.texts.map((text) => JSON.parse(text) as unknown)).toEqual(changes);
  });

  test("remembers what of a desk was refused and why, across a restart, and tells it page by page", async () => {
    const folder = tempFolder();
    const { store: first } = await open(folder);
    const [one, two, three, four] = changesOf("AAAAAA", 1, 4);
    const pushed = [one, two, three, four];
    await first.append({ tenant: T, desk: "AAAAAA", changes: pushed, nowMs: 1 }, () => ({
      accepted: [two, four].filter((change) => change !== undefined),
      verdicts: [{ deskSeq: 1, code: "readOnly" }],
      mark: 4,
    }));
    await first.close();
    const { store } = await open(folder);
    expect(await store.refusals(T, "AAAAAA", 0, 10)).toEqual([
      { deskSeq: 1, code: "readOnly" },
      { deskSeq: 3, code: "" },
    ]);
    expect(await store.refusals(T, "AAAAAA", 0, 1)).toHaveLength(1);
    expect(await store.refusals(T, "AAAAAA", 1, 10)).toEqual([{ deskSeq: 3, code: "" }]);
    expect(await store.refusals(T, "BBBBBB", 0, 10)).toEqual([]);
    expect(await store.refusals("other", "AAAAAA", 0, 10)).toEqual([]);
  });

  test("hands out pages in the order of acceptance, none missing and none twice", async () => {
    const { store } = await open(tempFolder());
    for (let n = 0; n < 7; n += 1) {
      for (const desk of ["AAAAAA", "BBBBBB"]) {
        await appendAll(store, desk, changesOf(desk, n * 3 + 1, n * 3 + 3));
      }
    }
    const seen: string[] = [];
    let cursor = 0;
    for (let more = true; more;) {
      const page = await store.since(T, cursor, 4);
      seen.push(...page.texts.map((text) => (JSON.parse(text) as { id: string }).id));
      ({ cursor, more } = page);
    }
    expect(seen).toHaveLength(42);
    expect(new Set(seen).size).toBe(42);
    expect(cursor).toBe(42);
  });

  test("leaves nothing behind of what is refused or fails half-way", async () => {
    const { store } = await open(tempFolder());
    const push = { tenant: T, desk: "AAAAAA", changes: changesOf("AAAAAA", 1, 3), nowMs: 0 };
    expect(await store.append(push, () => ({ refused: "no" }))).toEqual({ refused: "no" });
    const twice = [...push.changes, ...changesOf("AAAAAA", 3, 3)];
    await expect(store.append(push, () => ({ accepted: twice, mark: 3 }))).rejects.toThrow();
    expect(await store.newest(T)).toBe(0);
    expect(await store.marks(T)).toEqual({});
  });

  test("keeps each hospital's changes, sequences and marks apart", async () => {
    const { store } = await open(tempFolder());
    expect(await appendAll(store, "AAAAAA", changesOf("AAAAAA", 1, 3), "east")).toBe(3);
    expect(await appendAll(store, "AAAAAA", changesOf("AAAAAA", 1, 2), "west")).toBe(2);
    expect(await store.marks("east")).toEqual({ AAAAAA: 3 });
    expect((await store.since("west", 0, 10)).texts).toHaveLength(2);
    expect(await store.recordsOf("west", "incident", 10)).toHaveLength(2);
    expect(await store.newest(T)).toBe(0);
    expect(await store.tenants()).toEqual(["east", "west"]);
  });

  test("counts a refused change as settled, and shows a judge the record as it stands", async () => {
    const { store } = await open(tempFolder());
    const changes = changesOf("AAAAAA", 1, 3);
    const push = { tenant: T, desk: "AAAAAA", changes, nowMs: 0 };
    await store.append(push, () => ({ accepted: changes.filter((change) => change.deskSeq !== 2), mark: 3 }));
    expect(await store.marks(T)).toEqual({ AAAAAA: 3 });
    const edit = changeOf("AAAAAA", 4, { severity: "high" }, { recordId: "AAAAAA-000000001" });
    let title: unknown;
    await store.append({ ...push, changes: [edit] }, ({ mark, held }) => {
      title = held("incident", "AAAAAA-000000001")?.data["title"];
      expect(held("incident", "AAAAAA-000000002")).toBeUndefined();
      return { accepted: [edit], mark: mark + 1 };
    });
    expect(title).toBe("门诊收费无法登录 1");
  });

  test("tells listeners the newest sequence after each push, until they leave", async () => {
    const { store } = await open(tempFolder());
    const told: unknown[] = [];
    const leave = store.onNewest((tenant, newest) => told.push([tenant, newest]));
    await appendAll(store, "AAAAAA", changesOf("AAAAAA", 1, 2));
    await expect.poll(() => told).toEqual([[T, 2]]);
    leave();
  });
});

describe.each(stores)("the records on $name", ({ open }) => {
  test("stand folded, in the order of their ids", async () => {
    const { store } = await open(tempFolder());
    await appendAll(store, "AAAAAA", changesOf("AAAAAA", 1, 25));
    const edits = [26, 27].map((n) =>
      changeOf("AAAAAA", n, { note: `改 ${n}` }, { recordId: "AAAAAA-000000007" }),
    );
    await appendAll(store, "AAAAAA", edits);
    const records = await store.recordsOf(T, "incident", 10);
    expect(records).toHaveLength(10);
    expect(records[6]).toMatchObject({ data: { title: "门诊收费无法登录 27", note: "改 27" } });
    expect(records[0]?.data["title"]).toBe("门诊收费无法登录 1");
    expect(await store.recordsOf(T, "vendor", 10)).toEqual([]);
  });
});

describe.each(stores)("compaction on $name", ({ open }) => {
  const AT = "2026-01-05T01:00:00.000Z";
  const edit = (n: number, patch: Patch): Change =>
    changeOf("AAAAAA", n, patch, { recordId: "AAAAAA-000000001", ...(n === 4 ? { batchId: "b" } : {}) });

  test("takes out what was replaced since, and leaves every change, number and record", async () => {
    const { store } = await open(tempFolder());
    const all = [
      edit(1, { description: "一", reportedAt: AT, ofNewerDesk: 1 }),
      edit(2, { description: "二" }),
      edit(3, { description: "三", reportedAt: "2026-01-05T02:00:00.000Z", ofNewerDesk: 2 }),
      edit(4, { description: "导入" }),
      edit(5, { description: "五" }),
    ];
    await appendAll(store, "AAAAAA", all, T, 1000);
    const before = await store.recordsOf(T, "incident", 10);
    expect(await store.compact(T, 1000)).toBe(0);
    expect(await store.compact(T, 2000)).toBe(3);
    const left = (await store.since(T, 0, 10)).texts.map((text) => JSON.parse(text) as Change);
    expect(left.map(({ id, stamp }) => [id, stamp])).toEqual(all.map(({ id, stamp }) => [id, stamp]));
    expect(left.map(({ patch }) => patch)).toEqual([
      // Times stay, and what this version does not know.
      { reportedAt: AT, ofNewerDesk: 1 },
      {},
      { reportedAt: "2026-01-05T02:00:00.000Z", ofNewerDesk: 2 },
      // What an import brought stays as it was brought.
      all[3]?.patch,
      all[4]?.patch,
    ]);
    expect(await store.recordsOf(T, "incident", 10)).toEqual(before);
    expect(await store.marks(T)).toEqual({ AAAAAA: 5 });
    expect(await appendAll(store, "AAAAAA", changesOf("AAAAAA", 6, 6))).toBe(6);
  });

  test("waits until a tenth is new", async () => {
    const { store } = await open(tempFolder());
    const edits = (from: number, to: number): Change[] =>
      Array.from({ length: to - from + 1 }, (_, at) => edit(from + at + 10, { description: `${from + at}` }));
    await appendAll(store, "AAAAAA", edits(1, 1200), T, 1000);
    expect(await store.compact(T, 5000)).toBe(1199);
    await appendAll(store, "AAAAAA", edits(1201, 1300), T, 2000);
    expect(await store.compact(T, 5000)).toBe(0);
    await appendAll(store, "AAAAAA", edits(1301, 1400), T, 2000);
    expect(await store.compact(T, 5000)).toBe(200);
  });
});
