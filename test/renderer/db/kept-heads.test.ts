import "fake-indexeddb/auto";
import { afterEach, describe, expect, it } from "vitest";
import { nextGeneration, readGeneration } from "../../../renderer/db/generation.ts";
import { keepHeads, readAllHeads } from "../../../renderer/db/kept-heads.ts";
import { Pages } from "../../../renderer/db/pages.ts";
import { Store, type Head } from "../../../renderer/db/store.ts";

const opened: Store[] = [];
let stores = 0;

function fresh(): Store {
  const store = new Store(`heads-${(stores += 1)}`, "relaxed");
  opened.push(store);
  return store;
}

afterEach(() => {
  for (const store of opened.splice(0)) store.close();
});

function head(no: number, more: Partial<Head> = {}): Head {
  const id = (place: number): string => `desk-${String(no * 100 + place).padStart(9, "0")}`;
  return {
    ...{ no, type: "incident", batchId: "b1", firstId: id(0), lastId: id(99) },
    ...{ firstParent: "", lastParent: "", count: 100, offset: no * 100, schemaVersion: 3, ...more },
  };
}

const HEADS: readonly Head[] = [
  head(1),
  head(2, { type: "incidentEvent", firstParent: "desk-1", lastParent: "desk-9" }),
  head(3, { batchId: "", gen: 1, parents: ["desk-1", "desk-7"] }),
  head(7, { batchId: "二", gen: 0, schemaVersion: 1 }),
];

async function all(store: Store): Promise<{ heads: readonly Head[]; loose: number }> {
  return readAllHeads(store, await readGeneration(store));
}

/** What holds where a head is there twice: the later. */
function byNo(heads: readonly Head[]): readonly Head[] {
  return [...new Map(heads.map((one) => [one.no, one])).values()].sort((a, b) => a.no - b.no);
}

describe("the heads of all pages", () => {
  it("are the same read together as one by one", async () => {
    const store = fresh();
    await store.heads.bulkAdd([...HEADS]);
    expect(await all(store)).toEqual({ heads: HEADS, loose: 4 });
    await keepHeads(store, HEADS, await nextGeneration(store, "marked"));
    expect(await all(store)).toEqual({ heads: HEADS, loose: 0 });
  });

  it("are none in a new store, kept or not", async () => {
    const store = fresh();
    expect(await all(store)).toEqual({ heads: [], loose: 0 });
    await keepHeads(store, [], 0);
    expect(byNo((await all(store)).heads)).toEqual([]);
  });

  it("hold as they were last written, where one was written again since they were put together", async () => {
    const store = fresh();
    await store.heads.bulkAdd([...HEADS]);
    await keepHeads(store, HEADS, await nextGeneration(store, "marked"));
    const gen = await nextGeneration(store, "marked");
    const again = head(2, { type: "incidentEvent", count: 99, gen });
    const added = head(8, { batchId: "", gen });
    await nextGeneration(store, "marked");
    await store.heads.bulkPut([again, added]);
    expect(byNo((await all(store)).heads)).toEqual([HEADS[0], again, HEADS[2], HEADS[3], added]);
  });

  it("are read anew once pages came or went without a mark, as those of an import do", async () => {
    const store = fresh();
    await store.heads.bulkAdd([...HEADS]);
    await keepHeads(store, HEADS, (await readGeneration(store)).gen);
    await store.heads.delete(7);
    await nextGeneration(store, "all");
    expect(byNo((await all(store)).heads)).toEqual(HEADS.slice(0, 3));
  });

  it("are read one by one where what is kept is of a later generation, of another format, or was not kept", async () => {
    const store = fresh();
    await store.heads.bulkAdd([...HEADS]);
    await keepHeads(store, [], 5);
    expect((await all(store)).heads).toEqual(HEADS);
    await store.meta.put({ key: "heads", value: { format: 0, gen: 0 } });
    expect((await all(store)).heads).toEqual(HEADS);
    await store.meta.delete("heads");
    const strange = head(9, { firstId: "a\0b" });
    await keepHeads(store, [strange], 0);
    expect(await store.meta.get("heads")).toBeUndefined();
  });
});

describe("a window's pages", () => {
  it("are put together where a thousand lie apart, and not while another window has written some", async () => {
    const store = fresh();
    await store.heads.bulkAdd(Array.from({ length: 1000 }, (_, at) => head(at + 1)));
    const pages = new Pages(store);
    await pages.refresh();
    await nextGeneration(store, "all");
    await pages.keepHeads();
    expect(await store.meta.get("heads")).toBeUndefined();
    await pages.refresh();
    await pages.keepHeads();
    expect(await store.meta.get("heads")).toBeDefined();
    const again = new Pages(store);
    await again.refresh();
    expect(again.allHeadsOf("incident")).toEqual(pages.allHeadsOf("incident"));
    expect(again.allHeadsOf("incident")).toHaveLength(1000);
  });

  it("stay as they are where they are few", async () => {
    const store = fresh();
    await store.heads.bulkAdd([...HEADS]);
    const pages = new Pages(store);
    await pages.refresh();
    await pages.keepHeads();
    expect(await store.meta.get("heads")).toBeUndefined();
  });
});
