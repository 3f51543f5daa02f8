import "fake-indexeddb/auto";
import { afterEach, expect, it, vi } from "vitest";
import { change, create } from "../../../shared/commands/edit.ts";
import { openDesk } from "../../../renderer/db/open-desk.ts";

const label = { zh: "测试", en: "Test" };
const DATA = ["incident", "vendor", "importBatch", "changes", "steps", "batches"];

afterEach(() => vi.restoreAllMocks());

it("whatever was shown as saved was written strictly: saves, undo, redo, pulls, the commit of an import", async () => {
  const written: { readonly stores: readonly string[]; readonly durability: string | undefined }[] = [];
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the database it was asked of
  const plain = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function (
    this: IDBDatabase,
    stores,
    mode,
    options,
  ) {
    if (mode === "readwrite")
      written.push({
        stores: typeof stores === "string" ? [stores] : [...stores],
        durability: options?.durability,
      });
    return plain.call(this, stores, mode, options);
  });
  // A connection binds what opens its transactions when it is opened.
  const desk = await openDesk({ name: "durable", now: () => Date.UTC(2026, 10, 22), index: "inline" });
  const acknowledged = async (work: () => Promise<unknown>): Promise<void> => {
    written.length = 0;
    await work();
    const facts = written.filter(({ stores }) => stores.some((store) => DATA.includes(store)));
    expect(facts.length).toBeGreaterThan(0);
    expect(new Set(facts.map(({ durability }) => durability))).toEqual(new Set(["strict"]));
  };

  const [id = ""] = await desk.newIds(1);
  await acknowledged(() => desk.save(label, [create("vendor", id, { name: "东软" })]));
  await acknowledged(() => desk.save(label, [change("vendor", id, { name: "东软集团" })]));
  await acknowledged(() => desk.undo());
  await acknowledged(() => desk.redo());
  const [sent] = await desk.syncSource().pendingChanges(0, 1);
  const pulled = { ...sent, id: "ZZZZZZ:1", desk: "ZZZZZZ", deskSeq: 1, recordId: "ZZZZZZ-1" } as never;
  await acknowledged(() => desk.syncSource().applyPulled([pulled], { epoch: "e", cursor: 1 }));

  const writer = await desk.openImport();
  const [oldId = ""] = await writer.newIds(1);
  await writer.add("incident", [{ id: oldId, data: { number: "OLD-1", title: "旧" } }]);
  await acknowledged(() =>
    writer.commit(
      {
        ...{ fileName: "f", recordType: "incident", state: "committed" as const, rows: 1, records: 1 },
        ...{ duplicates: 0, held: 0, importedAt: "2026-11-22T00:00:00.000Z" },
      },
      label,
    ),
  );
  desk.close();
});
