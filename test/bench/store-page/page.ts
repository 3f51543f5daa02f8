import { openDesk } from "../../../renderer/db/open-desk.ts";
import { madeIncident } from "./history.ts";

/** What the bench runs inside Chromium. Each answers in milliseconds. */
const jobs = {
  /** Ours: a whole import with its timelines, committed and visible in the list. */
  async importPacked(count: number): Promise<number> {
    const desk = await openDesk({ name: "bench" });
    const started = performance.now();
    const writer = await desk.openImport();
    for (let from = 0; from < count; from += 1000) {
      const some = Array.from({ length: Math.min(1000, count - from) }, (_, n) => madeIncident(from + n));
      const ids = await writer.newIds(some.length * 3);
      const id = (n: number): string => ids[n] ?? "";
      await writer.add(
        "incident",
        some.map(({ incident }, n) => ({ id: id(n), data: incident })),
      );
      const events = some.flatMap(({ events: lines }, n) =>
        lines.map((line) => ({ ...line, incidentId: id(n) })),
      );
      await writer.add(
        "incidentEvent",
        events.map((data, n) => ({ id: id(some.length + n), data })),
      );
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
    const all = { search: "", filters: {}, sort: { column: "number", descending: false } } as const;
    while ((await desk.incidents.query(all)).total < count)
      await new Promise((later) => setTimeout(later, 20));
    const took = performance.now() - started;
    desk.close();
    return took;
  },
  /** The floor: the same incidents as bare IndexedDB rows with four indexes, in one transaction. */
  async importBare(count: number): Promise<number> {
    const db = await openBare();
    const started = performance.now();
    await new Promise<void>((done, failed) => {
      const transaction = db.transaction("rows", "readwrite", { durability: "strict" });
      const rows = transaction.objectStore("rows");
      for (let n = 0; n < count; n += 1) rows.add({ id: n, ...madeIncident(n).incident });
      transaction.oncomplete = () => done();
      transaction.onerror = () => failed(new Error("bare add failed"));
    });
    const took = performance.now() - started;
    db.close();
    return took;
  },
  /** Cold opening of the list to its first screen, then what a clerk does next. */
  async openList(): Promise<Record<string, number>> {
    const started = performance.now();
    const desk = await openDesk({ name: "bench" });
    const everything = { search: "", filters: {}, sort: { column: "reportedAt", descending: true } } as const;
    const first = await desk.incidents.query(everything);
    await first.rows(0, 40);
    const figures: Record<string, number> = { rows: first.count, openMs: performance.now() - started };
    const timed = async (name: string, query: Parameters<typeof desk.incidents.query>[0]): Promise<void> => {
      const before = performance.now();
      const view = await desk.incidents.query(query);
      await view.rows(0, 40);
      figures[name] = performance.now() - before;
    };
    await timed("searchChineseMs", { ...everything, search: "卡纸" });
    await timed("searchInitialsMs", { ...everything, search: "dyjkz" });
    await timed("filterMs", { ...everything, filters: { severity: ["urgent"] } });
    await timed("firstSortByTitleMs", { ...everything, sort: { column: "title", descending: false } });
    await timed("sortByTitleMs", { ...everything, sort: { column: "title", descending: true } });
    const before = performance.now();
    await first.rows(70_000, 70_200);
    figures["rowsMs"] = performance.now() - before;
    desk.close();
    return figures;
  },
};

function openBare(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const request = indexedDB.open(`bare-${Math.random()}`, 1);
    request.onupgradeneeded = () => {
      const rows = request.result.createObjectStore("rows", { keyPath: "id" });
      for (const field of ["number", "severity", "department", "category"]) rows.createIndex(field, field);
    };
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(new Error("no store"));
  });
}

Object.assign(globalThis, { jobs });
