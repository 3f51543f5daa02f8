import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import type { DexieDesk } from "../../../renderer/db/dexie-desk.ts";
import { openDesk } from "../../../renderer/db/open-desk.ts";
import { Store } from "../../../renderer/db/store.ts";

const BEGAN = Date.UTC(2026, 10, 22, 8);
const HOUR_MS = 3_600_000;
/** So many are written before the import is committed. */
const ROWS = 2000;
const opened: DexieDesk[] = [];
let stores = 0;

async function desk(name: string, nowMs: number): Promise<DexieDesk> {
  const one = await openDesk({ name, now: () => nowMs, index: "inline" });
  opened.push(one);
  return one;
}

afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

async function beginImport(name: string): Promise<() => Promise<unknown>> {
  const on = await desk(name, BEGAN);
  const writer = await on.openImport();
  const ids = await writer.newIds(ROWS);
  await writer.add(
    "incident",
    ids.map((id, n) => ({ id, data: { number: `旧-${n}`, title: "卡纸", importBatchId: writer.batchId } })),
  );
  return () =>
    writer.commit(
      {
        ...{ fileName: "旧.xlsx", recordType: "incident", state: "committed", rows: ROWS, records: ROWS },
        ...{ duplicates: 0, held: 0, importedAt: "2026-11-22T08:00:00.000Z" },
      },
      { zh: "导入", en: "Import" },
    );
}

async function pagesIn(name: string): Promise<readonly [heads: number, pages: number]> {
  const store = new Store(name, "relaxed");
  const counts = [await store.heads.count(), await store.pages.count()] as const;
  store.close();
  return counts;
}

const fresh = (): string => `abandoned-${(stores += 1)}`;

test("what a window that died in the middle of an import left behind is gone an hour later", async () => {
  const name = fresh();
  await beginImport(name);
  const [heads] = await pagesIn(name);
  expect(heads).toBeGreaterThan(0);
  await desk(name, BEGAN + HOUR_MS);
  expect(await pagesIn(name)).toEqual([0, 0]);
});

test("an import that another window may still be writing stays", async () => {
  const name = fresh();
  await beginImport(name);
  const before = await pagesIn(name);
  await desk(name, BEGAN + HOUR_MS - 1);
  expect(await pagesIn(name)).toEqual(before);
});

test("a committed import stays for good", async () => {
  const name = fresh();
  const commit = await beginImport(name);
  expect(await commit()).toMatchObject({ ok: true });
  const before = await pagesIn(name);
  await desk(name, BEGAN + 1000 * HOUR_MS);
  expect(await pagesIn(name)).toEqual(before);
});
