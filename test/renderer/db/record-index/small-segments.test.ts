import "fake-indexeddb/auto";
import { afterEach, describe, expect, it } from "vitest";
import type { DexieDesk } from "../../../../renderer/db/dexie-desk.ts";
import { openDesk } from "../../../../renderer/db/open-desk.ts";
import { IndexSource } from "../../../../renderer/db/record-index/index-source.ts";
import { listedType } from "../../../../renderer/db/record-index/listed-types.ts";
import { RecordLoader } from "../../../../renderer/db/record-index/record-loader.ts";
import { Store } from "../../../../renderer/db/store.ts";
import { change, create, remove, type Edit } from "../../../../shared/commands/edit.ts";
import { must } from "../../../../shared/lib/must.ts";
import { dying } from "../../../support/dying-store.ts";

const label = { zh: "测试", en: "Test" };
/** One more than may be young: each such save is kept as a segment. */
const A_SEGMENT = 101;
const MOST_SMALL = 16;
const opened: DexieDesk[] = [];
let stores = 0;

afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

/** An office whose list of vendors nobody has open, with as many of them as make one segment. */
async function office(): Promise<{ name: string; desk: DexieDesk; ids: string[] }> {
  const name = `small-${(stores += 1)}`;
  const desk = await openDesk({ name, now: () => Date.UTC(2026, 10, 22), index: "inline" });
  opened.push(desk);
  const ids = await desk.newIds(A_SEGMENT);
  await saved(
    desk,
    ids.map((id, n) => create("vendor", id, { name: `厂商${n}`, fax: "024-1" })),
  );
  return { name, desk, ids };
}

async function saved(desk: DexieDesk, edits: readonly Edit[]): Promise<void> {
  expect((await desk.save(label, edits)).ok).toBe(true);
}

async function renamed(desk: DexieDesk, ids: readonly string[], name: (n: number) => string): Promise<void> {
  await saved(
    desk,
    ids.map((id, n) => change("vendor", id, { name: name(n) })),
  );
}

/** A list as another window's worker reads and keeps it; `dieAt` kills that at its n-th call of the store. */
async function list(
  name: string,
  dieAt = Infinity,
): Promise<{ names: string[]; segments: number; calls: number }> {
  const store = new Store(name, "relaxed");
  const { die, asked } = dying(store);
  await store.open();
  const loader = new RecordLoader(listedType("vendor"), new IndexSource(store));
  try {
    die(dieAt);
    await loader.load();
    const calls = asked();
    await loader.readSearch();
    const found = loader.table.select({ search: "厂商", filters: {} });
    return {
      names: found.rows(0, found.count).map(({ name: called }) => must(called, "a name")),
      segments: loader.table.segments.length,
      calls,
    };
  } finally {
    store.close();
  }
}

async function truth(desk: DexieDesk): Promise<string[]> {
  return (await desk.all("vendor")).map(({ data }) => data.name).sort();
}

describe("an index that was edited for weeks", () => {
  it("is kept in few segments, whatever was edited, found by its new words and not by its old ones", async () => {
    const { name, desk, ids } = await office();
    await list(name);
    let most = 0;
    for (let week = 0; week < 40; week += 1) {
      await renamed(desk, ids, (n) => `厂商${n}第${week}周`);
      const { names, segments } = await list(name);
      expect(names.length).toBe(A_SEGMENT);
      most = Math.max(most, segments);
    }
    expect(most).toBe(MOST_SMALL);
    await saved(desk, [remove("vendor", must(ids[7], "id"))]);
    expect((await list(name)).names.sort()).toEqual(await truth(desk));
  });

  it("keeps the order that a window has open, and what it is searched by", async () => {
    const { name, desk, ids } = await office();
    const store = new Store(name, "relaxed");
    const loader = new RecordLoader(listedType("vendor"), new IndexSource(store));
    await loader.load();
    const sort = { column: "name", descending: true };
    for (let week = 0; week < 20; week += 1) {
      loader.table.select({ search: "", filters: {}, sort });
      await renamed(
        desk,
        ids.slice(week),
        (n) => `厂商${String((n * 37) % 100).padStart(3, "0")}第${week}周`,
      );
      const fresh = await desk.newIds(A_SEGMENT);
      await saved(
        desk,
        fresh.map((id, n) => create("vendor", id, { name: `新${week}-${n}`, fax: `0411-${n}` })),
      );
      await loader.follow({ touched: ["vendor"] });
    }
    await loader.readSearch();
    expect(loader.table.segments.length).toBeLessThanOrEqual(MOST_SMALL);
    const view = loader.table.select({ search: "", filters: {}, sort });
    const shown = view.rows(0, view.count).map(({ name: called = "" }) => called);
    expect([...shown].sort()).toEqual(await truth(desk));
    const byDictionary = new Intl.Collator("zh-CN-u-co-pinyin", { numeric: true });
    expect(shown).toEqual([...shown].sort((a, b) => byDictionary.compare(b, a)));
    expect(loader.table.select({ search: "0411-100", filters: {} }).count).toBe(20);
    expect(loader.table.select({ search: "第3周", filters: {} }).count).toBe(1);
    store.close();
  });

  it.each([1, 4, 7, 12, 20, 33])(
    "is as it was or whole where the window is killed %i calls before all its segments are put together",
    async (before) => {
      const { name, desk, ids } = await office();
      const edit = async (time: string): Promise<void> => renamed(desk, ids, (at) => `厂商${at}第${time}次`);
      const untilMany = async (): Promise<void> => {
        while ((await segmentsIn(name)) < MOST_SMALL) {
          await edit(String(await segmentsIn(name)));
          await list(name);
        }
        await edit("末");
      };
      await untilMany();
      const { calls } = await list(name);
      expect(await segmentsIn(name)).toBe(1);
      await untilMany();
      await expect(list(name, calls - before)).rejects.toThrow("killed");
      // As they were, with one more, or put together: nothing in between.
      expect([MOST_SMALL, MOST_SMALL + 1, 1]).toContain(await segmentsIn(name));
      expect((await list(name)).names.sort()).toEqual(await truth(desk));
    },
    60_000,
  );
});

async function segmentsIn(name: string): Promise<number> {
  const store = new Store(name, "relaxed");
  const count = await store.indexSegments.where("type").equals("vendor").count();
  store.close();
  return count;
}
