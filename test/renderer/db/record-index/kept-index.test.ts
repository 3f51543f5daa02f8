import "fake-indexeddb/auto";
import Dexie from "dexie";
import { afterEach, describe, expect, it } from "vitest";
import { change, create, remove } from "../../../../shared/commands/edit.ts";
import { must } from "../../../../shared/lib/must.ts";
import type { DexieDesk } from "../../../../renderer/db/dexie-desk.ts";
import { openDesk } from "../../../../renderer/db/open-desk.ts";

const label = { zh: "测试", en: "Test" };
const everything = { search: "", filters: {}, sort: { column: "number", descending: false } } as const;
const opened: DexieDesk[] = [];
let stores = 0;

async function desk(name: string): Promise<DexieDesk> {
  const one = await openDesk({ name, now: () => Date.UTC(2026, 10, 22), index: "inline" });
  opened.push(one);
  return one;
}
const fresh = (): string => `kept-${(stores += 1)}`;

afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

async function report(on: DexieDesk, number: string): Promise<string> {
  const [incidentId = "", eventId = ""] = await on.newIds(2);
  const at = "2026-11-20T00:00:00.000Z";
  await on.save(label, [
    create("incident", incidentId, { number, title: `故障 ${number}` }),
    create("incidentEvent", eventId, { incidentId, kind: "reported", at, recordedAt: at }),
  ]);
  return incidentId;
}

async function importSome(on: DexieDesk, count: number): Promise<string[]> {
  const writer = await on.openImport();
  const ids = await writer.newIds(count);
  const eventIds = await writer.newIds(count);
  await writer.add(
    "incident",
    ids.map((id, n) => ({
      id,
      data: { number: `旧-${n}`, title: `卡纸 ${n}`, importBatchId: writer.batchId },
    })),
  );
  const at = "2026-01-04T00:00:00.000Z";
  await writer.add(
    "incidentEvent",
    ids.map((incidentId, n) => ({
      id: must(eventIds[n], "id"),
      data: { incidentId, kind: "reported" as const, at, recordedAt: at },
    })),
  );
  const batch = {
    fileName: "旧.xlsx",
    recordType: "incident",
    state: "committed",
    rows: count,
    records: count,
    duplicates: 0,
    held: 0,
    importedAt: at,
  } as const;
  expect((await writer.commit(batch, label)).ok).toBe(true);
  return ids;
}

async function numbers(on: DexieDesk, search = ""): Promise<string[]> {
  const view = await on.incidents.query({ ...everything, search });
  return (await view.rows(0, view.count)).map(({ number }) => number);
}

/** What the store keeps of the index, looked at from outside. */
async function kept(name: string): Promise<{ segments: number; dirty: number }> {
  const raw = await new Dexie(name).open();
  const found = {
    segments: await raw.table("indexSegments").where("type").equals("incident").count(),
    dirty: await raw.table("indexDirty").where("key").startsWith("incident").count(),
  };
  raw.close();
  return found;
}

describe("the kept index", () => {
  it("is read at the next opening instead of the history", async () => {
    const name = fresh();
    const one = await desk(name);
    await importSome(one, 250);
    expect((await numbers(one)).length).toBe(250);
    one.close();
    expect(await kept(name)).toEqual({ segments: 1, dirty: 0 });
    const again = await desk(name);
    expect((await numbers(again, "卡纸 137")).length).toBe(1);
  });

  it("takes in at the next opening what was saved and not yet kept", async () => {
    const name = fresh();
    const one = await desk(name);
    const [id = ""] = await importSome(one, 30);
    await numbers(one);
    await one.save(label, [change("incident", id, { title: "换了标题" })]);
    await report(one, "新-1");
    one.close();
    expect((await kept(name)).dirty).toBe(2);
    const again = await desk(name);
    expect(await numbers(again, "换了标题")).toEqual(["旧-0"]);
    expect(await numbers(again, "新-1")).toEqual(["新-1"]);
    expect((await numbers(again)).length).toBe(31);
  });

  it("keeps many new rows as a segment, and forgets only what it has taken in", async () => {
    const name = fresh();
    const one = await desk(name);
    await numbers(one);
    for (let n = 0; n < 120; n += 1) await report(one, `新-${String(n).padStart(3, "0")}`);
    expect((await numbers(one)).length).toBe(120);
    const { segments, dirty } = await kept(name);
    expect(segments).toBeGreaterThan(0);
    expect(dirty).toBeLessThan(60);
    one.close();
    expect((await numbers(await desk(name))).length).toBe(120);
  });

  it("shows an edit once, and a removal not at all, after its row was kept", async () => {
    const name = fresh();
    const one = await desk(name);
    await numbers(one);
    const ids: string[] = [];
    for (let n = 0; n < 110; n += 1) ids.push(await report(one, `新-${String(n).padStart(3, "0")}`));
    await one.save(label, [
      change("incident", must(ids[5], "id"), { number: "改-005" }),
      remove("incident", must(ids[6], "id")),
    ]);
    const shown = await numbers(one);
    expect([
      shown.length,
      shown.includes("改-005"),
      shown.includes("新-005"),
      shown.includes("新-006"),
    ]).toEqual([109, true, false, false]);
    one.close();
    expect((await numbers(await desk(name))).length).toBe(109);
  });

  it("hides an import that is taken back, also after a restart, and shows it again", async () => {
    const name = fresh();
    const one = await desk(name);
    await importSome(one, 40);
    await numbers(one);
    await one.undo();
    expect(await numbers(one)).toEqual([]);
    one.close();
    const again = await desk(name);
    expect(await numbers(again)).toEqual([]);
    await again.redo();
    expect((await numbers(again)).length).toBe(40);
  });

  it.each([
    ["lost a segment", async (raw: Dexie) => raw.table("indexSegments").clear()],
    ["is of another version", async (raw: Dexie) => raw.table("meta").put({ key: "indexBuilt", value: 99 })],
    [
      "has a segment twice",
      async (raw: Dexie) => {
        const [first] = (await raw.table("indexSegments").toArray()) as {
          readonly batchId: string;
          readonly segment: unknown;
        }[];
        await raw.table("indexSegments").add({ batchId: first?.batchId, segment: first?.segment });
      },
    ],
  ])("is made again from the history when it %s", async (_, harm) => {
    const name = fresh();
    const one = await desk(name);
    const [id = ""] = await importSome(one, 60);
    await one.save(label, [change("incident", id, { title: "改过" })]);
    await report(one, "新-1");
    await numbers(one);
    one.close();
    const raw = await new Dexie(name).open();
    await harm(raw);
    raw.close();
    const again = await desk(name);
    expect((await numbers(again)).length).toBe(61);
    expect(await numbers(again, "改过")).toEqual(["旧-0"]);
  });

  it.each([7, 100, 5000])(
    "shows every row of an import that another desk sent, %i changes at a time, also while it is still opening",
    async (size) => {
      const one = await desk(fresh());
      await importSome(one, 250);
      const changes = await one.syncSource().pendingChanges(0, 10_000);
      const two = await desk(fresh());
      const source = two.syncSource();
      for (let from = 0; from < changes.length; from += size) {
        const some = changes.slice(from, from + size);
        await source.applyPulled(some, { epoch: "e", cursor: from + some.length });
      }
      expect((await numbers(two)).length).toBe(250);
      expect((await numbers(two, "卡纸 249")).length).toBe(1);
    },
  );

  it("takes in an import that another desk sent when all of it is there, also by a window opened since", async () => {
    const one = await desk(fresh());
    await importSome(one, 250);
    const changes = await one.syncSource().pendingChanges(0, 10_000);
    const name = fresh();
    const two = await desk(name);
    const at = (cursor: number) => ({ epoch: "e", cursor });
    await two.syncSource().applyPulled(changes.slice(0, 120), at(120));
    await two.syncSource().applyPulled(changes.slice(120, 400), at(400));
    expect(await numbers(two)).toEqual([]);
    expect((await kept(name)).segments, "not worked out for nothing").toBe(0);
    two.close();
    const again = await desk(name);
    expect(await numbers(again)).toEqual([]);
    await again.syncSource().applyPulled(changes.slice(400), at(changes.length));
    expect((await numbers(again)).length).toBe(250);
    expect((await kept(name)).segments).toBeGreaterThan(0);
  });

  it("stays right in two windows that both write and keep", async () => {
    const name = fresh();
    const [one, two] = [await desk(name), await desk(name)];
    await importSome(one, 20);
    for (let n = 0; n < 130; n += 1)
      await report(n % 2 === 0 ? one : two, `新-${String(n).padStart(3, "0")}`);
    await new Promise((later) => setTimeout(later, 50));
    expect((await numbers(one)).length).toBe(150);
    expect((await numbers(two)).length).toBe(150);
    one.close();
    two.close();
    expect((await numbers(await desk(name))).length).toBe(150);
  });
});
