import "fake-indexeddb/auto";
import { afterEach, describe, expect, it } from "vitest";
import { change, create, remove } from "../../../shared/commands/edit.ts";
import { must } from "../../../shared/lib/must.ts";
import type { DexieDesk } from "../../../renderer/db/dexie-desk.ts";
import { openDesk } from "../../../renderer/db/open-desk.ts";

const label = { zh: "测试", en: "Test" };
const NOW = Date.UTC(2026, 10, 22, 1);
let stores = 0;
const opened: DexieDesk[] = [];

async function desk(name = `desk-${(stores += 1)}`): Promise<DexieDesk> {
  const one = await openDesk({ name, now: () => NOW, index: "inline" });
  opened.push(one);
  return one;
}

afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

async function newId(on: DexieDesk): Promise<string> {
  return must((await on.newIds(1))[0], "one id was asked for");
}

async function numbersOf(on: DexieDesk): Promise<number> {
  const numbers = new Set<string>();
  for await (const some of on.eachNumber()) for (const number of some) numbers.add(number);
  return numbers.size;
}

const event = (incidentId: string, kind: "reported" | "resolved" | "acknowledged", at: string) =>
  ({ incidentId, kind, at, recordedAt: at }) as const;

describe("a save", () => {
  it("writes the record and its change together, and both are there after a restart", async () => {
    const one = await desk("restart");
    const id = await newId(one);
    expect(await one.save(label, [create("vendor", id, { name: "东软" })])).toEqual({
      ok: true,
      value: null,
    });
    one.close();
    const again = await desk("restart");
    expect(again.id).toBe(one.id);
    expect((await again.get("vendor", id))?.data).toEqual({ name: "东软" });
    const history = await again.history("vendor", id);
    expect(history).toHaveLength(1);
    expect(history[0]).toMatchObject({ desk: one.id, deskSeq: 1, patch: { name: "东软" }, schemaVersion: 1 });
  });

  it("is refused whole when one of its edits is bad, and nothing is left behind", async () => {
    const one = await desk();
    const [good, bad] = await one.newIds(2);
    const refused = await one.save(label, [
      create("vendor", must(good, "id"), { name: "好" }),
      { type: "contract", id: must(bad, "id"), patch: { title: "缺日期" } },
    ]);
    expect(refused).toEqual({
      ok: false,
      failure: { kind: "invalid", type: "contract", fields: ["vendorId", "startDate", "endDate"] },
    });
    expect(await one.all("vendor")).toEqual([]);
    expect(await one.undoState()).toEqual({ undo: undefined, redo: undefined });
  });

  it.each([
    ["an unknown field", { name: "x", colour: "red" }],
    [
      "a date that does not exist",
      { title: "t", vendorId: "v", startDate: "2026-02-30", endDate: "2026-03-01" },
    ],
    [
      "half a fen",
      { title: "t", vendorId: "v", startDate: "2026-01-01", endDate: "2026-03-01", amountFen: 1.5 },
    ],
    [
      "an unknown code",
      { title: "t", vendorId: "v", startDate: "2026-01-01", endDate: "2026-03-01", kind: "forever" },
    ],
  ])("refuses %s", async (_what, patch) => {
    const one = await desk();
    const saved = await one.save(label, [{ type: "contract", id: await newId(one), patch }]);
    expect(saved.ok).toBe(false);
  });

  it("never edits a line of a timeline", async () => {
    const one = await desk();
    const id = await newId(one);
    await one.save(label, [create("incidentEvent", id, event("i", "reported", "2026-11-20T00:00:00.000Z"))]);
    const edited = await one.save(label, [change("incidentEvent", id, { note: "改写" })]);
    expect(edited).toEqual({ ok: false, failure: { kind: "appendOnly", type: "incidentEvent" } });
  });
});

describe("undo", () => {
  it("takes back a new record, an edit and a deletion, and does them again, across restarts", async () => {
    const one = await desk("undo");
    const id = await newId(one);
    await one.save({ zh: "新建", en: "New" }, [create("vendor", id, { name: "甲", fax: "010" })]);
    await one.save({ zh: "改名", en: "Rename" }, [change("vendor", id, { name: "乙", fax: null })]);
    await one.save({ zh: "删除", en: "Delete" }, [remove("vendor", id)]);
    expect(await one.get("vendor", id)).toBeUndefined();
    await one.undo();
    expect((await one.get("vendor", id))?.data).toEqual({ name: "乙" });
    one.close();
    const again = await desk("undo");
    expect((await again.undoState()).undo?.zh).toBe("改名");
    await again.undo();
    expect((await again.get("vendor", id))?.data).toEqual({ name: "甲", fax: "010" });
    await again.undo();
    expect(await again.get("vendor", id)).toBeUndefined();
    expect(await again.undo()).toEqual({ ok: false, failure: { kind: "nothingToUndo" } });
    expect((await again.redo()).ok).toBe(true);
    expect((await again.redo()).ok).toBe(true);
    expect((await again.get("vendor", id))?.data).toEqual({ name: "乙" });
    expect((await again.history("vendor", id)).length).toBe(8);
  });

  it("does not overwrite what somebody else wrote since", async () => {
    const one = await desk();
    const id = await newId(one);
    await one.save(label, [create("vendor", id, { name: "甲" })]);
    await one.save(label, [change("vendor", id, { name: "乙" })]);
    await one.save(label, [change("vendor", id, { name: "丙" })], { silent: true });
    expect(await one.undo()).toMatchObject({ ok: false, failure: { kind: "changedSince" } });
    expect((await one.get("vendor", id))?.data.name).toBe("丙");
  });

  it("offers no redo after a new step", async () => {
    const one = await desk();
    const id = await newId(one);
    await one.save(label, [create("vendor", id, { name: "甲" })]);
    await one.undo();
    await one.save(label, [create("vendor", await newId(one), { name: "乙" })]);
    expect((await one.undoState()).redo).toBeUndefined();
  });
});

describe("numbers", () => {
  it("are never given twice, also by two windows on one store", async () => {
    const [one, two] = [await desk("numbers"), await desk("numbers")];
    const taken = await Promise.all(
      [...Array(20).keys()].map((n) => (n % 2 === 0 ? one : two).takeNumber("XXK-GZ")),
    );
    expect(new Set(taken).size).toBe(20);
    expect(taken[0]).toMatch(/^XXK-GZ-2026-[0-9A-Z]{6}-00\d\d$/);
    const ids = (await Promise.all([one.newIds(300), two.newIds(300)])).flat();
    expect(new Set(ids).size).toBe(600);
  });
});

/** 250 incidents with two events each, as an importer emits them: in the order of their ids. */
async function importSome(on: DexieDesk, count = 250): Promise<{ batchId: string; ids: string[] }> {
  const writer = await on.openImport();
  const ids = await writer.newIds(count);
  const eventIds = await writer.newIds(count * 2);
  await writer.add(
    "incident",
    ids.map((id, n) => ({
      id,
      data: { number: `旧-${n}`, title: `收费窗口打印机第${n}次卡纸`, importBatchId: writer.batchId },
    })),
  );
  await writer.add(
    "incidentEvent",
    ids.flatMap((incidentId, n) => [
      { id: must(eventIds[n * 2], "id"), data: event(incidentId, "reported", "2026-01-04T00:00:00.000Z") },
      {
        id: must(eventIds[n * 2 + 1], "id"),
        data: event(incidentId, "resolved", "2026-01-05T00:00:00.000Z"),
      },
    ]),
  );
  const committed = await writer.commit(
    {
      fileName: "旧台账.xlsx",
      recordType: "incident",
      state: "committed",
      rows: count,
      records: count,
      duplicates: 0,
      held: 0,
      importedAt: "2026-11-22T01:00:00.000Z",
    },
    { zh: "导入", en: "Import" },
  );
  expect(committed.ok).toBe(true);
  return { batchId: writer.batchId, ids };
}

const everything = { search: "", filters: {}, sort: { column: "number", descending: false } } as const;

describe("an import", () => {
  it("is seen whole after its commit and not at all before", async () => {
    const one = await desk();
    const writer = await one.openImport();
    const [id] = await writer.newIds(1);
    await writer.add("vendor", [{ id: must(id, "id"), data: { name: "隐" } }]);
    expect(await one.all("vendor")).toEqual([]);
    await writer.cancel();
    const { ids } = await importSome(one);
    expect((await one.get("incident", must(ids[137], "id")))?.data.number).toBe("旧-137");
    const events = await one.childrenOf("incidentEvent", must(ids[137], "id"));
    expect(events.map(({ data }) => data.kind)).toEqual(["reported", "resolved"]);
    expect(await numbersOf(one)).toBe(250);
    expect((await one.incidents.query(everything)).count).toBe(250);
  });

  it("is taken back and brought again as one step, and lets its numbers be imported again", async () => {
    const one = await desk();
    const { ids } = await importSome(one);
    expect((await one.undo()).ok).toBe(true);
    expect(await one.get("incident", must(ids[0], "id"))).toBeUndefined();
    expect(await numbersOf(one)).toBe(0);
    expect((await one.incidents.query(everything)).count).toBe(0);
    expect((await one.redo()).ok).toBe(true);
    expect((await one.incidents.query(everything)).count).toBe(250);
  });

  it("leaves nothing behind when it is cancelled", async () => {
    const one = await desk("cancelled");
    const writer = await one.openImport();
    const ids = await writer.newIds(3000);
    await writer.add(
      "vendor",
      ids.map((id) => ({ id, data: { name: id } })),
    );
    await writer.cancel();
    one.close();
    const again = await desk("cancelled");
    expect(await again.all("vendor")).toEqual([]);
    expect(await again.syncSource().newestDeskSeq()).toBe(0);
  });

  it("lets one of its records be edited, and the edit undone", async () => {
    const one = await desk();
    const { ids } = await importSome(one);
    const id = must(ids[5], "id");
    await one.save(label, [change("incident", id, { severity: "urgent" })]);
    expect((await one.get("incident", id))?.data).toMatchObject({ number: "旧-5", severity: "urgent" });
    expect((await one.incidents.query(everything)).count).toBe(250);
    expect(await one.history("incident", id)).toHaveLength(2);
    await one.undo();
    expect((await one.get("incident", id))?.data.severity).toBeUndefined();
  });
});

describe("the incident list", () => {
  it("finds two-character words, initials, numbers, and several words at once", async () => {
    const one = await desk();
    await importSome(one, 30);
    const count = async (search: string): Promise<number> =>
      (await one.incidents.query({ ...everything, search })).count;
    expect(await count("打印")).toBe(30);
    expect(await count("dyj")).toBe(30);
    expect(await count("旧-2")).toBe(11);
    expect(await count("卡纸 第7次")).toBe(1);
    expect(await count("没有这个")).toBe(0);
  });

  it("sorts by urgency, not by the letters of its code, and filters by status", async () => {
    const one = await desk();
    for (const severity of ["low", "critical", "normal"] as const) {
      const id = await newId(one);
      await one.save(label, [
        create("incident", id, { number: severity, title: "t", severity }),
        create("incidentEvent", await newId(one), event(id, "reported", "2026-11-20T00:00:00.000Z")),
      ]);
    }
    const view = await one.incidents.query({
      ...everything,
      sort: { column: "severity", descending: false },
    });
    expect((await view.rows(0, 10)).map((row) => row.severity)).toEqual(["critical", "normal", "low"]);
    const open = await one.incidents.query({ ...everything, filters: { status: ["pending"] } });
    expect(open.count).toBe(3);
    expect(await one.incidents.open(2)).toHaveLength(2);
  });
});
