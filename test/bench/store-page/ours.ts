import type { Desk } from "../../../renderer/db/desk.ts";
import { openDesk } from "../../../renderer/db/open-desk.ts";
import { must } from "../../../shared/lib/must.ts";
import { madeIncident, type Made } from "./history.ts";

const ROWS_A_TIME = 1000;
const EVERYTHING = { search: "", filters: {}, sort: { column: "number", descending: false } } as const;

/** A settled desk with `count` faults of the history and their timelines, indexed. Milliseconds that it took. */
export async function fill(name: string, count: number): Promise<number> {
  const desk = await openDesk({ name });
  const [hospital] = await desk.newIds(1);
  await desk.save(
    { zh: "医院", en: "Hospital" },
    [
      {
        type: "hospital",
        id: must(hospital, "one id was asked for"),
        patch: { name: "滨江市第一人民医院", numberPrefix: "XXK-GZ" },
      },
    ],
    { silent: true },
  );
  const started = performance.now();
  if (count > 0) await putPacked(desk, count, (n, batchId) => madeIncident(n, batchId), true);
  const took = performance.now() - started;
  desk.close();
  return took;
}

/** The product's own way of writing many: pages that count with one strict commit; resolves when the list shows them. */
export async function putPacked(
  desk: Desk,
  count: number,
  made: (n: number, batchId: string) => Made,
  withTimelines: boolean,
): Promise<void> {
  const writer = await desk.openImport();
  for (let from = 0; from < count; from += ROWS_A_TIME) {
    const some = Array.from({ length: Math.min(ROWS_A_TIME, count - from) }, (_, at) =>
      made(from + at, writer.batchId),
    );
    const events = withTimelines ? some.flatMap((made) => made.events) : [];
    const ids = await writer.newIds(some.length + events.length);
    const id = (at: number): string => must(ids[at], "as many ids as asked for");
    await writer.add(
      "incident",
      some.map(({ incident }, at) => ({ id: id(at), data: incident })),
    );
    if (!withTimelines) continue;
    let next = some.length;
    const lines = some.flatMap((made, at) =>
      made.events.map((event) => ({ id: id(next++), data: { ...event, incidentId: id(at) } })),
    );
    await writer.add("incidentEvent", lines);
  }
  const committed = await writer.commit(
    {
      fileName: "bench",
      recordType: "incident",
      state: "committed",
      rows: count,
      records: count,
      duplicates: 0,
      held: 0,
      importedAt: new Date().toISOString(),
    },
    { zh: "导入", en: "Import" },
  );
  if (!committed.ok) throw new Error(committed.failure.kind);
  await untilListed(desk, count);
}

export async function untilListed(desk: Desk, count: number): Promise<void> {
  while ((await desk.incidents.query(EVERYTHING)).total < count)
    await new Promise((later) => setTimeout(later, 10));
}

export function drop(name: string): Promise<void> {
  return new Promise((done) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => done();
    request.onerror = () => done();
    // A worker that was ended lets go a moment later; the browser then deletes by itself.
    request.onblocked = () => setTimeout(done, 500);
  });
}
