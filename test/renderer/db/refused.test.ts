import "fake-indexeddb/auto";
import { afterEach, describe, expect, it } from "vitest";
import { change, create } from "../../../shared/commands/edit.ts";
import type { Change } from "../../../shared/sync/change.ts";
import type { DexieDesk } from "../../../renderer/db/dexie-desk.ts";
import { openDesk } from "../../../renderer/db/open-desk.ts";

const label = { zh: "测试", en: "Test" };
const opened: DexieDesk[] = [];

async function desk(name: string): Promise<DexieDesk> {
  const one = await openDesk({ name, now: () => Date.UTC(2026, 10, 22), index: "inline" });
  opened.push(one);
  return one;
}

afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

async function own(one: DexieDesk): Promise<readonly Change[]> {
  return one.syncSource().pendingChanges(0, 1000);
}

describe("an own change that the service refused", () => {
  it("no longer counts: the record is as it was, and what follows it stays", async () => {
    const one = await desk("refused-edit");
    const [id = ""] = await one.newIds(1);
    await one.save(label, [create("vendor", id, { name: "东软", shortName: "1" })]);
    await one.save(label, [change("vendor", id, { name: "东软改" })]);
    await one.save(label, [change("vendor", id, { shortName: "2" })]);
    await one.syncSource().refused([{ deskSeq: 2, code: "directorOnly" }], 3);
    expect((await one.get("vendor", id))?.data).toEqual({ name: "东软", shortName: "2" });
    expect(await one.syncSource().settled()).toBe(3);
    expect((await one.history("vendor", id)).map(({ deskSeq }) => deskSeq)).toEqual([1, 3]);
  });

  it("is kept with its text, its code and its time, once, until its author has done with it", async () => {
    const one = await desk("refused-kept");
    const [id = ""] = await one.newIds(1);
    await one.save(label, [create("vendor", id, { name: "东软" })]);
    await one.save(label, [change("vendor", id, { name: "东软改" })]);
    for (const _twice of [1, 2]) await one.syncSource().refused([{ deskSeq: 2, code: "directorOnly" }], 2);
    expect(await one.conflicts.refused()).toMatchObject([
      { deskSeq: 2, code: "directorOnly", at: Date.UTC(2026, 10, 22), change: { patch: { name: "东软改" } } },
    ]);
    expect(await one.conflicts.counts()).toEqual({ contested: 0, refused: 1 });
    await one.conflicts.dismiss(2);
    expect(await one.conflicts.refused()).toEqual([]);
    expect((await one.get("vendor", id))?.data.name).toBe("东软");
  });

  it("takes the record with it where it made it, and leaves no gap in what is sent", async () => {
    const one = await desk("refused-new");
    const [id = ""] = await one.newIds(1);
    await one.save(label, [create("vendor", id, { name: "东软" })]);
    await one.syncSource().refused([{ deskSeq: 1, code: "readOnly" }], 1);
    expect(await one.get("vendor", id)).toBeUndefined();
    expect(await one.all("vendor")).toEqual([]);
    expect((await own(one)).map(({ deskSeq }) => deskSeq)).toEqual([1]);
    const view = await one.list("vendor").query({ search: "", filters: {} });
    expect(view.count).toBe(0);
  });

  it("of an import takes its one record out of sight, and the others stay", async () => {
    const one = await desk("refused-import");
    const writer = await one.openImport();
    const ids = await writer.newIds(3);
    await writer.add(
      "vendor",
      ids.map((id, n) => ({ id, data: { name: `厂商${n}` } })),
    );
    const batch = {
      fileName: "f",
      recordType: "vendor",
      state: "committed",
      rows: 3,
      records: 3,
      duplicates: 0,
      held: 0,
      importedAt: "2026-11-22T00:00:00.000Z",
    } as const;
    await writer.commit(batch, label);
    const middle = (await own(one)).find(({ recordId }) => recordId === ids[1]);
    await one.syncSource().refused([{ deskSeq: middle?.deskSeq ?? 0, code: "badValue" }], 4);
    expect((await one.all("vendor")).map(({ id }) => id).sort()).toEqual([ids[0], ids[2]]);
    // A service that was put back from its backup takes it this time.
    await one.syncSource().applyPulled(await own(one), { epoch: "f", cursor: 4 });
    expect((await one.all("vendor")).map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(await one.conflicts.refused()).toEqual([]);
  });

  it("counts again where it comes back after all", async () => {
    const one = await desk("refused-back");
    const [id = ""] = await one.newIds(1);
    await one.save(label, [create("vendor", id, { name: "东软" })]);
    await one.save(label, [change("vendor", id, { name: "东软改" })]);
    await one.syncSource().refused([{ deskSeq: 2, code: "unknownAuthor" }], 2);
    await one.syncSource().applyPulled(await own(one), { epoch: "f", cursor: 2 });
    expect((await one.get("vendor", id))?.data.name).toBe("东软改");
    expect(await one.conflicts.refused()).toEqual([]);
  });
});
