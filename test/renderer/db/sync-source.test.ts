import "fake-indexeddb/auto";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { change, create } from "../../../shared/commands/edit.ts";
import { stampOf } from "../../../shared/lib/hybrid-clock.ts";
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

  it("makes the same records in whatever order its pieces come, and however often", async () => {
    const { one, ids } = await busyDesk();
    const edited = must(ids[8], "id");
    await one.save(label, [change("incident", edited, { title: "一改", severity: "urgent" })]);
    await one.save(label, [change("incident", edited, { title: "再改" })]);
    const all = await allPending(one, 2000);
    const records = async (on: DexieDesk): Promise<unknown> =>
      [...(await on.all("incident")), ...(await on.all("vendor"))].sort((a, b) => (a.id < b.id ? -1 : 1));
    const expected = await records(one);
    const pieces = fc.array(fc.tuple(fc.nat(all.length), fc.integer({ min: 1, max: 150 })), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        pieces,
        fc.integer({ min: 1, max: 120 }),
        fc.boolean(),
        async (some, step, backwards) => {
          const two = await desk();
          const rest = Array.from(
            { length: Math.ceil(all.length / step) },
            (_, at) => [at * step, step] as const,
          );
          for (const [from, count] of [...some, ...(backwards ? rest.reverse() : rest)])
            await two.syncSource().applyPulled(all.slice(from, from + count), { epoch: "e", cursor: 1 });
          expect(await records(two)).toEqual(expected);
          expect(await two.history("incident", edited)).toEqual(await one.history("incident", edited));
        },
      ),
      { numRuns: 15 },
    );
  });

  it("is told to whoever shows records when its reading ends, and on the way once a second", async () => {
    let nowMs = Date.UTC(2026, 10, 22);
    const { one } = await busyDesk();
    const all = await allPending(one, 2000);
    const two = await openDesk({ name: `sync-${(stores += 1)}`, now: () => nowMs, index: "inline" });
    opened.push(two);
    const told: string[] = [];
    two.onChange((touched) => told.push([...touched].sort().join()));
    const source = two.syncSource();
    const pull = async (from: number, isMore: boolean): Promise<void> =>
      source.applyPulled(all.slice(from, from + 50), { epoch: "e", cursor: from + 50 }, isMore);
    await pull(0, true);
    await pull(50, true);
    await pull(100, true);
    expect(told).toEqual(["incident,vendor"]);
    nowMs += 1000;
    await pull(150, true);
    expect(told).toEqual(["incident,vendor", "incident"]);
    await pull(200, true);
    await source.tellPulled();
    await source.tellPulled();
    expect(told).toEqual(["incident,vendor", "incident", "importBatch,incident,vendor"]);
  });

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

describe("own changes on their way back", () => {
  const at = { epoch: "one", cursor: 1 };
  const contract = { title: "维保", startDate: "2026-01-01", endDate: "2026-12-31" };

  it("change nothing where they come as they left", async () => {
    const { one } = await busyDesk();
    const before = [await one.all("vendor"), await one.all("incident")];
    const sent = await allPending(one, 100);
    await one.syncSource().applyPulled(sent, at);
    expect([await one.all("vendor"), await one.all("incident")]).toEqual(before);
    expect(await allPending(one, 100)).toEqual(sent);
  });

  it("count from the time that the service gave them, so that a clock that is ahead wins over nobody for ever", async () => {
    const one = await desk();
    const [id = ""] = await one.newIds(1);
    await one.save(label, [create("vendor", id, { name: "早" })]);
    const [own] = await allPending(one, 10);
    const mine = must(own, "one change was saved");
    // An hour ago on the service's clock; somebody changed the name half an hour later.
    const wall = (minutes: number): number => Date.UTC(2026, 10, 22) - minutes * 60_000;
    const clamped = { ...mine, stamp: stampOf({ ms: wall(60), counter: mine.deskSeq }, mine.desk) };
    const theirs: Change = {
      ...mine,
      id: "ZZZZZZ:1",
      desk: "ZZZZZZ",
      deskSeq: 1,
      stamp: stampOf({ ms: wall(30), counter: 0 }, "ZZZZZZ"),
      patch: { name: "晚" },
    };
    for (const order of [
      [theirs, clamped],
      [clamped, theirs],
    ]) {
      await one.syncSource().applyPulled(order, at);
      expect((await one.get("vendor", id))?.data.name).toBe("晚");
    }
    expect(await one.history("vendor", id)).toHaveLength(2);
  });

  it("that an import brought count from there too", async () => {
    const { one, ids } = await busyDesk();
    const sent = await allPending(one, 100);
    const [first] = sent.filter(({ batchId }) => batchId !== undefined);
    const mine = must(first, "an import was saved");
    const back = { ...mine, stamp: stampOf({ ms: 1, counter: mine.deskSeq }, mine.desk) };
    const theirs: Change = {
      ...mine,
      id: "ZZZZZZ:1",
      desk: "ZZZZZZ",
      deskSeq: 1,
      stamp: stampOf({ ms: 2, counter: 0 }, "ZZZZZZ"),
      patch: { title: "后来" },
    };
    const { batchId: _batch, ...edit } = theirs;
    await one.syncSource().applyPulled([back, edit], at);
    expect((await one.get("incident", must(ids[0], "id")))?.data.title).toBe("后来");
    expect(await one.all("incident")).toHaveLength(230);
  });

  it("say of each field that had a value what their author saw there", async () => {
    const one = await desk();
    const [id = "", vendorId = ""] = await one.newIds(2);
    await one.save(label, [
      create("vendor", vendorId, { name: "甲" }),
      create("contract", id, { ...contract, vendorId, amountFen: 100 }),
    ]);
    await one.save(label, [change("contract", id, { amountFen: 200, title: "维保二" })]);
    const sent = await allPending(one, 10);
    expect(sent.map(({ seen }) => seen)).toEqual([
      undefined,
      undefined,
      { amountFen: [must(sent[1], "the contract").stamp], title: [must(sent[1], "the contract").stamp] },
    ]);
  });
});
