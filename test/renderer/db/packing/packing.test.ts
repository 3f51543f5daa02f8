import "fake-indexeddb/auto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { change } from "../../../../shared/commands/edit.ts";
import { must } from "../../../../shared/lib/must.ts";
import type { DexieDesk } from "../../../../renderer/db/dexie-desk.ts";
import { BackgroundPacking } from "../../../../renderer/db/packing/background.ts";
import { Pages } from "../../../../renderer/db/pages.ts";
import { Reader } from "../../../../renderer/db/reader.ts";
import { Store } from "../../../../renderer/db/store.ts";
import { everything, label, LATER, office, openThen, pack, rowCount, sent } from "./packed-office.ts";

/** Small pages, so that a small office fills several. */
vi.mock(import("../../../../renderer/db/packed.ts"), async (original) => ({
  ...(await original()),
  pageRecordsOf: () => 4,
}));

let stores = 0;
const opened: DexieDesk[] = [];
const fresh = async () => {
  const name = `packing-${(stores += 1)}`;
  const made = await office(name);
  opened.push(made.desk);
  return { name, ...made };
};
const again = async (name: string): Promise<DexieDesk> => {
  const desk = await openThen(name);
  opened.push(desk);
  return desk;
};

afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

describe("packing what has settled", () => {
  it("moves rows to pages and changes nothing that anybody can read, in this window or another", async () => {
    const { name, desk } = await fresh();
    const before = await everything(desk);
    expect(await pack(name)).toBeGreaterThan(40);
    // Open incidents, a remainder that fills no page, the tombstones.
    expect(await rowCount(name, "incident")).toBeLessThan(9);
    expect(await rowCount(name, "alertAnswer")).toBe(1);
    expect(await everything(desk)).toEqual(before);
    expect(await everything(await again(name))).toEqual(before);
    expect(await pack(name)).toBe(0);
  });

  it("gives many records by their ids from wherever they lie, in the order asked for, and none that is gone", async () => {
    const { name, desk } = await fresh();
    const ids = (await desk.all("incident"))
      .map(({ id }) => id)
      .sort((a, b) => (a.slice(-1) < b.slice(-1) ? -1 : 1));
    const asked = ["nobody", ...ids, ...ids.slice(0, 2)];
    const before = await desk.getMany("incident", asked);
    expect(before.map(({ id }) => id)).toEqual(asked.slice(1));
    await pack(name);
    for (const one of [desk, await again(name)]) expect(await one.getMany("incident", asked)).toEqual(before);
  });

  it("leaves alone what was touched of late, what is open and what is undecided", async () => {
    const { name, desk, own } = await fresh();
    await pack(name);
    const store = new Store(name, "strict");
    for (const id of own.slice(11)) expect(await store.rowsOf("incident").get(id)).toBeDefined();
    store.close();
    expect((await desk.get("incident", must(own[12], "id")))?.data.number).toBe("GZ-12");
  });

  it("sends an import as it was brought, after an edit went into its page", async () => {
    const { name, desk, imported } = await fresh();
    const before = await sent(desk);
    await pack(name);
    const after = await sent(await again(name));
    expect(after).toEqual(before);
    const first = after.find((one) => one.recordId === imported[1] && one.batchId !== undefined);
    expect(first?.patch["title"]).toBe("旧故障");
  });

  it("takes an edit of a packed record, undoes it, and packs it again into the same page", async () => {
    const { name, desk, own, imported } = await fresh();
    await pack(name);
    const pageCount = await pagesIn(name);
    for (const id of [must(own[0], "id"), must(imported[1], "id"), must(imported[9], "id")]) {
      const before = await desk.get("incident", id);
      await desk.save(label, [change("incident", id, { title: "再改", place: "三楼" })]);
      expect((await desk.get("incident", id))?.data.title).toBe("再改");
      expect((await desk.undo()).ok).toBe(true);
      expect(await desk.get("incident", id)).toEqual(before);
      await desk.redo();
    }
    const after = await everything(desk);
    expect(await pack(name)).toBe(3);
    expect(await pagesIn(name)).toBe(pageCount);
    expect(await everything(desk)).toEqual(after);
    expect((await desk.undo()).ok).toBe(true);
  });

  it("lets a page of settled records go of what was deleted, and undo brings it back", async () => {
    const { name, desk, own } = await fresh();
    await pack(name);
    const id = must(own[4], "id");
    await desk.save(label, [change("incident", id, { $deleted: true } as never)]);
    await pack(name);
    expect(await desk.get("incident", id)).toBeUndefined();
    expect((await desk.all("incident")).map((one) => one.id)).not.toContain(id);
    expect((await desk.undo()).ok).toBe(true);
    expect((await desk.get("incident", id))?.data.number).toBe("GZ-4");
  });

  it("hides and shows what an import brought with the import, edited copies in its pages too", async () => {
    const { name, desk, imported } = await fresh();
    const batches = await desk.all("importBatch");
    await pack(name);
    const id = must(batches[0], "one import").id;
    await desk.save(label, [change("importBatch", id, { state: "undone" })]);
    expect(await desk.get("incident", must(imported[1], "id"))).toBeUndefined();
    expect((await desk.all("incident")).filter(({ data }) => data.number.startsWith("OLD"))).toEqual([]);
    await desk.undo();
    expect((await desk.get("incident", must(imported[1], "id")))?.data.title).toBe("改过的旧故障");
  });

  it("keeps the list right, also where its index is made anew", async () => {
    const { name, desk } = await fresh();
    const query = { search: "", filters: {}, sort: { column: "number" as const, descending: false } };
    const rowsOn = async (one: DexieDesk): Promise<unknown> => (await one.incidents.query(query)).rows(0, 99);
    const before = await rowsOn(desk);
    await pack(name);
    expect(await rowsOn(await again(name))).toEqual(before);
    const store = new Store(name, "strict");
    await store.indexSegments.clear();
    store.close();
    expect(await rowsOn(await again(name))).toEqual(before);
  });

  it("is never seen half done: other windows read while it moves", async () => {
    const { name, desk, imported } = await fresh();
    const other = await again(name);
    const ids = async (one: DexieDesk): Promise<string[]> =>
      (await one.all("incidentEvent")).map(({ id }) => id).sort();
    const wanted = await ids(desk);
    const [some = ""] = (await desk.all("incidentEvent")).map(({ data }) => data.incidentId);
    const children = await desk.childrenOf("incidentEvent", some);
    let looks = 0;
    await pack(name, Infinity, async () => {
      looks += 1;
      for (const one of [desk, other]) {
        expect(await ids(one)).toEqual(wanted);
        expect(await one.childrenOf("incidentEvent", some)).toEqual(children);
      }
    });
    // And at moments of its own choosing, while an edited copy goes back.
    await desk.save(label, [change("incident", must(imported[5], "id"), { title: "新改" })]);
    const after = (await desk.all("incident")).map(({ id, data }) => `${id} ${data.title}`).sort();
    const packing = pack(name);
    for (let look = 0; look < 30; look += 1)
      expect((await other.all("incident")).map(({ id, data }) => `${id} ${data.title}`).sort()).toEqual(
        after,
      );
    expect(await packing).toBe(1);
    expect(looks).toBeGreaterThan(10);
  });
});

describe("a window that is killed while it packs", () => {
  it.each([11, 23, 47])(
    "leaves every record, change and list as it was (seed %i, 80 kills)",
    async (seed) => {
      const { name, desk, own, imported } = await fresh();
      const random = randomOf(seed);
      const all = [...own, ...imported];
      let kills = 0;
      while (kills < 80) {
        const before = await quickly(desk);
        const outcome = await pack(name, Math.floor(random() * 140)).then(
          () => "done",
          () => "killed",
        );
        if (outcome === "killed") kills += 1;
        expect(await quickly(desk)).toEqual(before);
        if (kills % 8 === 0) {
          const reopened = await openThen(name);
          expect(await everything(reopened)).toEqual(await everything(desk));
          reopened.close();
        }
        const id = must(all[Math.floor(random() * all.length)], "in range");
        if (random() < 0.7 && (await desk.get("incident", id)) !== undefined)
          await desk.save(label, [change("incident", id, { title: `第 ${kills} 次` })]);
        if (random() < 0.3) await desk.undo();
      }
      const before = await everything(desk);
      await pack(name);
      expect(await everything(desk)).toEqual(before);
    },
    300_000,
  );
});

describe("packing in the background", () => {
  it("is done by one window at a time and begins nothing after it was stopped", async () => {
    const { name } = await fresh();
    const made = [1, 2].map(() => {
      const store = new Store(name, "strict");
      const pages = new Pages(store);
      const reader = new Reader(store, pages);
      const moved = (): void => undefined;
      const packing = new BackgroundPacking({
        ...{ store, pages, reader, now: () => LATER, isBusy: () => false, moved },
      });
      return { store, packing };
    });
    const [one, two] = [must(made[0], "two"), must(made[1], "two")];
    const counts = await Promise.all([one.packing.run(), two.packing.run()]);
    expect(counts.filter((count) => count > 0)).toHaveLength(1);
    two.packing.stop();
    expect(await two.packing.run()).toBe(0);
    for (const { store } of made) store.close();
  });
});

async function quickly(desk: DexieDesk): Promise<unknown> {
  const byId = async (type: "incident" | "incidentEvent"): Promise<unknown> =>
    (await desk.all(type)).sort((a, b) => (a.id < b.id ? -1 : 1));
  return { records: [await byId("incident"), await byId("incidentEvent")], sent: await sent(desk) };
}

async function pagesIn(name: string): Promise<number> {
  const store = new Store(name, "strict");
  const count = await store.pages.count();
  store.close();
  return count;
}

function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
