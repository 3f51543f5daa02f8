import { openDesk } from "../../../renderer/db/open-desk.ts";
import { startSync } from "../../../renderer/sync/start-sync.ts";

/**
 * A window without screens, which somebody will kill: the product's own store, index and sync. Each thing is said on the
 * console after it was acknowledged: `saved ID N`, `imported BATCH`.
 */
const label = { zh: "测试", en: "Test" };
const desk = await openDesk();
const sync = startSync(desk.syncSource(), async (path, init) => fetch(path, init), {
  ...{ pollMs: 20, debounceMs: 5, batchLimit: 50, pageLimit: 50 },
  retryMs: { first: 5, longest: 40 },
});

let n = Date.now();

async function saveSome(): Promise<void> {
  const [id = ""] = await desk.newIds(1);
  for (let time = 0; time < 3; time += 1) {
    n += 1;
    const done = await desk.save(label, [{ type: "vendor", id, patch: { name: String(n) } }]);
    if (!done.ok) throw new Error(JSON.stringify(done.failure));
    console.log(`saved ${id} ${n}`);
  }
}

async function importSome(rows: number): Promise<void> {
  const writer = await desk.openImport();
  const ids = await writer.newIds(rows);
  await writer.add(
    "incident",
    ids.map((id) => ({ id, data: { number: id, title: "旧故障" } })),
  );
  const sums = { rows, records: rows, duplicates: 0, held: 0, importedAt: new Date().toISOString() };
  const batch = { fileName: "附件3.xlsx", recordType: "incident", state: "committed" as const, ...sums };
  const done = await writer.commit(batch, label);
  if (!done.ok) throw new Error(JSON.stringify(done.failure));
  console.log(`imported ${writer.batchId}`);
}

const killPage = {
  /** Until somebody comes and kills it. */
  work: async (): Promise<never> => {
    console.log("works");
    for (let round = 0; ; round += 1) {
      await saveSome();
      if (round % 5 === 4) await importSome(230);
    }
  },
  /** Saves until the browser has no room left; gives what was acknowledged and what was said then. */
  fill: async () => {
    const saved: string[] = [];
    // Of chance, since a browser packs what repeats itself.
    const note = Array.from({ length: 40_000 }, () => String.fromCharCode(0x4e00 + Math.random() * 20_000));
    for (const id of await desk.newIds(200)) {
      const done = await desk.save(label, [{ type: "vendor", id, patch: { name: id, note: note.join("") } }]);
      if (!done.ok) return { saved, said: done.failure.kind };
      saved.push(id);
    }
    return { saved, said: "" };
  },
  saveOne: async () => {
    const [id = ""] = await desk.newIds(1);
    return (await desk.save(label, [{ type: "vendor", id, patch: { name: id } }])).ok;
  },
  /** What there is: the newest name of each vendor, and of each import how much it said and how much there is. */
  holds: async () => {
    const vendors = (await desk.all("vendor")).map(({ id, data }): [string, number] => [
      id,
      Number(data.name),
    ]);
    const imports: [string, number][] = (await desk.all("importBatch")).map(({ id, data }) => [
      id,
      data.records,
    ]);
    return { vendors, imports, incidents: (await desk.all("incident")).length };
  },
  isQuiet: () => sync.status().state === "upToDate" && sync.status().waiting === 0,
};
export type KillPage = typeof killPage;

Object.assign(globalThis, { killPage });
console.log("open");
