import "fake-indexeddb/auto";
import { afterEach, describe, expect, it } from "vitest";
import { change, create } from "../../../shared/commands/edit.ts";
import { must } from "../../../shared/lib/must.ts";
import type { Change } from "../../../shared/sync/change.ts";
import type { DexieDesk } from "../../../renderer/db/dexie-desk.ts";
import { openDesk } from "../../../renderer/db/open-desk.ts";

const label = { zh: "测试", en: "Test" };
const opened: DexieDesk[] = [];
let stores = 0;

async function desk(): Promise<DexieDesk> {
  const one = await openDesk({
    name: `sync-${(stores += 1)}`,
    now: () => Date.UTC(2026, 10, 22),
    index: "inline",
  });
  opened.push(one);
  return one;
}

afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

/** A desk with a single record, an import of 230, an edit inside the import, and a record after it. */
async function busyDesk(): Promise<{ one: DexieDesk; ids: string[] }> {
  const one = await desk();
  const [before, after] = await one.newIds(2);
  await one.save(label, [create("vendor", must(before, "id"), { name: "先" })]);
  const writer = await one.openImport();
  const ids = await writer.newIds(230);
  await writer.add(
    "incident",
    ids.map((id, n) => ({ id, data: { number: `n${n}`, title: "t" } })),
  );
  await writer.commit(
    {
      fileName: "f",
      recordType: "incident",
      state: "committed",
      rows: 230,
      records: 230,
      duplicates: 0,
      held: 0,
      importedAt: "2026-11-22T00:00:00.000Z",
    },
    label,
  );
  await one.save(label, [change("incident", must(ids[7], "id"), { title: "改过" })]);
  await one.save(label, [create("vendor", must(after, "id"), { name: "后" })]);
  return { one, ids };
}

async function allPending(one: DexieDesk, step: number): Promise<Change[]> {
  const all: Change[] = [];
  for (;;) {
    const some = await one.syncSource().pendingChanges(all.length, step);
    if (some.length === 0) return all;
    all.push(...some);
  }
}

describe("what a desk sends", () => {
  it("is every change once, in order, without a gap, whatever the size of the helpings", async () => {
    const { one } = await busyDesk();
    const all = await allPending(one, 37);
    expect(all.map((sent) => sent.deskSeq)).toEqual([...Array(234).keys()].map((n) => n + 1));
    expect(new Set(all.map((sent) => sent.stamp)).size).toBe(234);
    expect([...all].sort((a, b) => (a.stamp < b.stamp ? -1 : 1))).toEqual(all);
    expect(await allPending(one, 2000)).toEqual(all);
    expect(await one.syncSource().newestDeskSeq()).toBe(234);
  });
});

describe("what a desk receives", () => {
  it.each([1, 50, 100, 5000])(
    "makes the same records on another desk, %i changes at a time",
    async (step) => {
      const { one, ids } = await busyDesk();
      const all = await allPending(one, 2000);
      const two = await desk();
      for (let from = 0; from < all.length; from += step) {
        const some = all.slice(from, from + step);
        await two.syncSource().applyPulled(some, { epoch: "e", cursor: from + some.length });
      }
      const shown = async (on: DexieDesk): Promise<unknown> =>
        [...(await on.all("incident")), ...(await on.all("vendor"))].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(await shown(two)).toEqual(await shown(one));
      expect((await two.get("incident", must(ids[7], "id")))?.data.title).toBe("改过");
      expect(await two.syncSource().position()).toEqual({ epoch: "e", cursor: all.length });
    },
  );

  it("changes nothing when it comes a second time", async () => {
    const { one } = await busyDesk();
    const all = await allPending(one, 2000);
    const two = await desk();
    await two.syncSource().applyPulled(all, { epoch: "e", cursor: 1 });
    const before = await two.all("incident");
    await two.syncSource().applyPulled(all, { epoch: "f", cursor: 1 });
    expect(await two.all("incident")).toEqual(before);
    expect(await two.all("vendor")).toHaveLength(2);
  });

  it("is later than what it saw: an edit after a pull wins, although this desk's clock is behind", async () => {
    const { one } = await busyDesk();
    const ahead = (await allPending(one, 2000)).map((sent) =>
      sent.deskSeq === 1 ? { ...sent, stamp: sent.stamp.replace(/^.{12}/, "0fffffffffff") } : sent,
    );
    const two = await desk();
    await two.syncSource().applyPulled(ahead, { epoch: "e", cursor: 1 });
    const vendorId = must(ahead[0]?.recordId, "the first change made a vendor");
    await two.save(label, [change("vendor", vendorId, { name: "我后写" })]);
    expect((await two.get("vendor", vendorId))?.data.name).toBe("我后写");
  });

  it("keeps fields that only a newer desk knows", async () => {
    const two = await desk();
    const made: Change = {
      id: "ZZZZZZ:1",
      desk: "ZZZZZZ",
      deskSeq: 1,
      stamp: "0195f3c2a1b0-00000000-ZZZZZZ",
      author: "",
      type: "vendor",
      recordId: "ZZZZZZ-1",
      schemaVersion: 9,
      patch: { name: "新", futureField: "留" },
    };
    await two.syncSource().applyPulled([made], { epoch: "e", cursor: 1 });
    expect((await two.save(label, [change("vendor", "ZZZZZZ-1", { fax: "1" })])).ok).toBe(true);
    expect((await two.get("vendor", "ZZZZZZ-1"))?.data).toEqual({ name: "新", futureField: "留", fax: "1" });
  });
});
