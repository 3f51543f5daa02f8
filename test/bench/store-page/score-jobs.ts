import { openDesk } from "../../../renderer/db/open-desk.ts";
import type { Head } from "../../../renderer/db/store.ts";
import { create } from "../../../shared/commands/edit.ts";
import { dateOf } from "../../../shared/lib/instants.ts";
import type { ScoreQuestion } from "../../../shared/rules/scores/question.ts";
import { madeIncident, reportedMs } from "./history.ts";
import { putPacked } from "./ours.ts";

const VENDORS = 5;
const PAGES_A_READ = 50;
/** Eight promises of each vendor, four of them in working hours. */
const PROMISES = (["acknowledged", "arrived", "resolved", "resolved"] as const).flatMap((stopEvent, n) =>
  (["always", "calendar"] as const).map((coverage) => ({ stopEvent, coverage, target: 1 + 4 * n })),
);
const METRICS = { acknowledged: "response", arrived: "arrival", resolved: "resolution" } as const;

/** A year of a history scored into one card, beside reading the same rows. */
export const scoreJobs = {
  /** A history whose incidents fall under eight clauses each. */
  async fillScored(name: string, count: number): Promise<void> {
    const desk = await openDesk({ name });
    const vendors = Array.from({ length: VENDORS }, (_, n) => `v${n}`);
    const label = { zh: "合同", en: "Contracts" };
    const saved = await desk.save(
      label,
      vendors.flatMap((id) => [
        create("vendor", id, { name: `厂商${id}` }),
        create("contract", `k-${id}`, {
          ...{ title: `${id} 维护`, vendorId: id, startDate: "2000-01-01", endDate: "2099-12-31" },
        }),
        ...PROMISES.map(({ stopEvent, coverage, target }, n) =>
          create("clause", `c-${id}-${n}`, {
            ...{ contractId: `k-${id}`, name: `承诺 ${n}`, metric: METRICS[stopEvent] },
            ...{ startEvent: "reported", stopEvent, target, unit: "hour", coverage },
          }),
        ),
      ]),
    );
    if (!saved.ok) throw new Error(saved.failure.kind);
    const made = (n: number, batchId: string) => {
      const { incident, events } = madeIncident(n, batchId);
      return { incident: { ...incident, vendorId: `v${n % VENDORS}` }, events };
    };
    await putPacked(desk, count, made, true);
    desk.close();
  },

  /** From asking to the finished card; and the longest that the window's own thread was held up meanwhile. */
  async scoreOurs(name: string, first: number, last: number): Promise<Scored> {
    const desk = await openDesk({ name });
    await desk.incidents.ready();
    let longestMs = 0;
    const watch = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longestMs = Math.max(longestMs, duration);
    });
    watch.observe({ type: "longtask" });
    const started = performance.now();
    const run = desk.scoring.start(asked(first, last), () => undefined);
    const card = await run.card;
    const tookMs = performance.now() - started;
    for (const { vendorId, incidents } of card?.vendors ?? []) {
      const behind = await run.behind({ vendorId, of: "incidents" }, 0, 10);
      if (behind.count !== incidents || behind.incidents.length !== Math.min(10, incidents))
        throw new Error(`${behind.count} of ${incidents} incidents stand behind their number`);
    }
    run.close();
    // What was observed comes a moment later.
    await new Promise((later) => setTimeout(later, 100));
    watch.disconnect();
    desk.close();
    const results = card?.vendors.reduce((sum, { overall }) => sum + overall.results, 0) ?? 0;
    return { tookMs, longestMs, results };
  },

  /** The floor: the pages in which these incidents and their timelines lie, fetched and forgotten. */
  async scoreFloor(name: string, first: number, last: number): Promise<number> {
    const ids = await idsOf(name, first, last);
    const db = await opened(name);
    const heads = await answered<Head[]>(db.transaction("heads").objectStore("heads").getAll());
    const [least = "", most = ""] = [ids[0], ids.at(-1)];
    const numbers = heads
      .filter(({ type, firstId, lastId, firstParent, lastParent }) =>
        type === "incident"
          ? firstId <= most && lastId >= least
          : type === "incidentEvent" && firstParent <= most && lastParent >= least,
      )
      .map(({ no }) => no)
      .sort((a, b) => a - b);
    const started = performance.now();
    let read = 0;
    for (let from = 0; from < numbers.length; from += PAGES_A_READ) {
      const some = numbers.slice(from, from + PAGES_A_READ);
      const range = IDBKeyRange.bound(some[0], some.at(-1));
      read += (await answered<unknown[]>(db.transaction("pages").objectStore("pages").getAll(range))).length;
    }
    const took = performance.now() - started;
    db.close();
    if (read === 0) throw new Error("nothing was read");
    return took;
  },
};

interface Scored {
  readonly tookMs: number;
  readonly longestMs: number;
  readonly results: number;
}

function asked(first: number, last: number): ScoreQuestion {
  return { from: dateOf(reportedMs(first)), to: dateOf(reportedMs(last)), vendorIds: [], nowMs: Date.now() };
}

/** In the order in which they were made, which is that of their reports. */
async function idsOf(name: string, first: number, last: number): Promise<readonly string[]> {
  const desk = await openDesk({ name });
  await desk.incidents.ready();
  const view = await desk.incidents.query({
    search: "",
    filters: {},
    sort: { column: "number", descending: false },
  });
  const ends = [...(await view.rows(first, first + 1)), ...(await view.rows(last, last + 1))];
  desk.close();
  return ends.map(({ id }) => id).sort();
}

function opened(name: string): Promise<IDBDatabase> {
  return answered(indexedDB.open(name));
}

function answered<V>(request: IDBRequest): Promise<V> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result as V);
    request.onerror = () => failed(new Error(request.error?.name));
  });
}
