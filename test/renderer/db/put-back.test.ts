import "fake-indexeddb/auto";
import Dexie from "dexie";
import { afterEach, expect, it } from "vitest";
import { change, create } from "../../../shared/commands/edit.ts";
import { must } from "../../../shared/lib/must.ts";
import type { Change } from "../../../shared/sync/change.ts";
import type { DexieDesk } from "../../../renderer/db/dexie-desk.ts";
import { openDesk } from "../../../renderer/db/open-desk.ts";

const label = { zh: "测试", en: "Test" };
const opened: DexieDesk[] = [];
let stores = 0;

async function open(name = `put-back-${(stores += 1)}`): Promise<DexieDesk> {
  const one = await openDesk({ name, now: () => Date.UTC(2026, 10, 22), index: "inline" });
  opened.push(one);
  return one;
}

afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

/** Everything in a store as it lies there, as a copy of the browser's folder would have it. */
async function copyOf(name: string): Promise<string> {
  const copy = `put-back-${(stores += 1)}`;
  const from = await new Dexie(name).open();
  (await open(copy)).close();
  const to = await new Dexie(copy).open();
  for (const table of from.tables) {
    const rows = await table.toArray();
    await to.table(table.name).clear();
    await to.table(table.name).bulkPut(rows);
  }
  from.close();
  to.close();
  return copy;
}

async function ownOf(desk: DexieDesk): Promise<readonly Change[]> {
  return desk.syncSource().pendingChanges(0, 5000);
}

async function importOf(desk: DexieDesk, titles: readonly string[]): Promise<string[]> {
  const writer = await desk.openImport();
  const ids = await writer.newIds(titles.length);
  await writer.add(
    "incident",
    ids.map((id, n) => ({ id, data: { number: `n${n}`, title: must(titles[n], "a title") } })),
  );
  const batch = {
    fileName: "旧台账.xlsx",
    recordType: "incident",
    state: "committed" as const,
    rows: titles.length,
    records: titles.length,
    duplicates: 0,
    held: 0,
    importedAt: "2026-11-22T00:00:00.000Z",
  };
  expect((await writer.commit(batch, label)).ok).toBe(true);
  return ids;
}

async function save(desk: DexieDesk, ...edits: Parameters<DexieDesk["save"]>[1][]): Promise<void> {
  for (const some of edits) expect(await desk.save(label, some)).toEqual({ ok: true, value: null });
}

async function vendor(desk: DexieDesk, name: string): Promise<string> {
  const [id] = await desk.newIds(1);
  await save(desk, [create("vendor", must(id, "an id"), { name })]);
  return must(id, "an id");
}

/** What a service gives back: everything, in its order. */
async function* everything(changes: readonly Change[]): AsyncGenerator<readonly Change[]> {
  for (let at = 0; at < changes.length; at += 50) yield await Promise.resolve(changes.slice(at, at + 50));
}

async function namesOf(desk: DexieDesk): Promise<string[]> {
  return (await desk.all("vendor")).map(({ data }) => data.name).sort();
}

/** A desk, its copy of yesterday, and what the desk did today and the service has. */
async function putBack(): Promise<{ old: DexieDesk; known: string; theirs: readonly Change[] }> {
  const name = `put-back-${(stores += 1)}`;
  const desk = await open(name);
  const known = await vendor(desk, "昨天的厂家");
  const copy = await copyOf(name);
  await vendor(desk, "今天上午的厂家");
  await save(desk, [change("vendor", known, { hotline: "0851-1" })]);
  await importOf(desk, ["上午一", "上午二"]);
  return { old: await open(copy), known, theirs: await ownOf(desk) };
}

it("leaves everything as it is where the service has what the desk has", async () => {
  const { old, theirs } = await putBack();
  const desk = must(opened[0], "the desk of today");
  expect(await desk.syncSource().reconcile(everything(theirs), theirs.length)).toBe(0);
  expect(await ownOf(desk)).toEqual(theirs);
  expect(await old.syncSource().newestDeskSeq()).toBe(1);
});

it("gives no number and no id a second time where nothing was done since", async () => {
  const { old, theirs } = await putBack();
  expect(await old.syncSource().reconcile(everything(theirs), theirs.length)).toBe(0);
  expect(await old.syncSource().newestDeskSeq()).toBe(theirs.length);
  await old.syncSource().applyPulled(theirs, { epoch: "e", cursor: theirs.length });
  const id = await vendor(old, "之后的厂家");
  expect(theirs.map(({ recordId }) => recordId)).not.toContain(id);
  expect((await ownOf(old)).at(-1)?.deskSeq).toBe(theirs.length + 1);
  expect(await namesOf(old)).toEqual(["之后的厂家", "今天上午的厂家", "昨天的厂家"]);
});

it("keeps what was done before and after: records, edits, an import and what speaks of it", async () => {
  const { old, known, theirs } = await putBack();
  const again = await vendor(old, "今天下午的厂家");
  expect(theirs.map(({ recordId }) => recordId)).toContain(again);
  await save(
    old,
    [change("vendor", known, { fax: "0851-2" })],
    [change("vendor", again, { hotline: "0851-3" })],
  );
  const [first = ""] = await importOf(old, ["下午一", "下午二", "下午三"]);
  await save(old, [change("incident", first, { title: "下午一，改过", vendorId: again })]);
  const before = await ownOf(old);

  const source = old.syncSource();
  expect(await source.reconcile(everything(theirs), theirs.length)).toBe(before.length - 1);
  // A second time there is nothing to do.
  expect(await source.reconcile(everything(theirs), theirs.length)).toBe(0);
  const sent = await source.pendingChanges(theirs.length, 5000);
  expect(sent.map(({ deskSeq }) => deskSeq)).toEqual(before.slice(1).map((_, n) => theirs.length + 1 + n));
  expect(new Set(sent.map(({ stamp }) => stamp)).size).toBe(sent.length);
  await source.applyPulled(theirs, { epoch: "e", cursor: theirs.length });

  expect(await namesOf(old)).toEqual(["今天上午的厂家", "今天下午的厂家", "昨天的厂家"]);
  expect((await old.get("vendor", known))?.data).toMatchObject({ hotline: "0851-1", fax: "0851-2" });
  const titles = (await old.all("incident")).map(({ data }) => data.title).sort();
  expect(titles).toEqual(["上午一", "上午二", "下午一，改过", "下午三", "下午二"].sort());
  const afternoon = must(
    (await old.all("vendor")).find(({ data }) => data.name === "今天下午的厂家"),
    "it is there",
  );
  expect(afternoon.data.hotline).toBe("0851-3");
  const edited = (await old.all("incident")).find(({ data }) => data.title === "下午一，改过");
  expect(edited?.data.vendorId).toBe(afternoon.id);

  // Whoever gets it all from the service sees the same.
  const other = await open();
  await other.syncSource().applyPulled([...theirs, ...sent], { epoch: "e", cursor: 1 });
  expect(await namesOf(other)).toEqual(await namesOf(old));
  expect((await other.all("incident")).map(({ data }) => data.title).sort()).toEqual(titles);
  for (const one of [old, other]) {
    const view = await one.incidents.query({ search: "", filters: {} });
    expect((await view.rows(0, 10)).map(({ title }) => title).sort()).toEqual(titles);
  }
});

it("changes nothing where the service could not be read to its end", async () => {
  const { old, theirs } = await putBack();
  await vendor(old, "今天下午的厂家");
  const before = await ownOf(old);
  // eslint-disable-next-line @typescript-eslint/require-await -- as a stream that breaks off
  async function* cutOff(): AsyncGenerator<readonly Change[]> {
    yield theirs.slice(0, 2);
    throw new Error("connection reset");
  }
  await expect(old.syncSource().reconcile(cutOff(), theirs.length)).rejects.toThrow("connection reset");
  expect(await ownOf(old)).toEqual(before);
});
