import { openDesk } from "../../../renderer/db/open-desk.ts";
import { must } from "../../../shared/lib/must.ts";
import { historyRow, madeIncident } from "./history.ts";
import { drop } from "./ours.ts";
import { openBare } from "./peers.ts";

/** One strict edit by the desk, then one bare strict put of the same row, turn about. Milliseconds of each. */
export async function saveJob(count: number): Promise<{ readonly ours: number[]; readonly floor: number[] }> {
  const [name, bareName] = [`save-${Math.random()}`, `bare-${Math.random()}`];
  const [desk, bare] = [await openDesk({ name }), await openBare(bareName)];
  const [id = ""] = await desk.newIds(1);
  const label = { zh: "修改", en: "Edit" };
  const { incident } = madeIncident(0);
  await desk.save(label, [{ type: "incident", id: must(id, "one id was asked for"), patch: incident }]);
  const [ours, floor]: [number[], number[]] = [[], []];
  for (let n = 0; n < count; n++) {
    ours.push(
      await timed(async () => {
        const saved = await desk.save(label, [{ type: "incident", id, patch: { title: `第 ${n} 次修改` } }]);
        if (!saved.ok) throw new Error(saved.failure.kind);
      }),
    );
    floor.push(await timed(() => putOne(bare, { id: "one", ...historyRow(n) })));
  }
  desk.close();
  bare.close();
  await Promise.all([drop(name), drop(bareName)]);
  return { ours, floor };
}

function putOne(db: IDBDatabase, row: object): Promise<void> {
  return new Promise((done, failed) => {
    const transaction = db.transaction("rows", "readwrite", { durability: "strict" });
    transaction.objectStore("rows").put(row);
    transaction.oncomplete = () => done();
    transaction.onabort = () => failed(new Error("bare put failed"));
  });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
