import { PULLED_AT_ONCE } from "../../../renderer/sync/start-sync.ts";
import { replicateRxCollection } from "rxdb/plugins/replication";
import { openDesk } from "../../../renderer/db/open-desk.ts";
import { runRound } from "../../../renderer/sync/round.ts";
import { serviceClient } from "../../../renderer/sync/service-client.ts";
import type { Pulled } from "../../../shared/sync/wire.ts";
import { drop, untilListed } from "./ours.ts";
import { openRxdb, pullPouch, putDexie, type KeyedRow } from "./peers.ts";
import type { HistoryRow } from "./history.ts";

const LIMITS = { batchLimit: 2000, batchBytes: 8 * 1024 * 1024, pageLimit: PULLED_AT_ONCE };

/** A new desk receives all that the service has. Each answers in milliseconds. */
export const syncJobs = {
  /** Ours: the product's own round. `listedMs` is when its list shows them as well. */
  async syncOurs(incidents: number): Promise<{ readonly appliedMs: number; readonly listedMs: number }> {
    const name = `sync-${Math.random()}`;
    const desk = await openDesk({ name });
    const started = performance.now();
    const service = serviceClient((path, init) => fetch(path, init), new AbortController().signal);
    const done = await runRound(desk.syncSource(), service, LIMITS, () => undefined);
    if (!done.ok) throw new Error(done.failure.kind);
    const appliedMs = performance.now() - started;
    await untilListed(desk, incidents);
    const listedMs = performance.now() - started;
    desk.close();
    await drop(name);
    return { appliedMs, listedMs };
  },

  /** The floor: the same pages fetched and parsed, and forgotten. */
  async syncFetch(): Promise<number> {
    const started = performance.now();
    for await (const page of pages()) if (page.changes.length === 0) break;
    return performance.now() - started;
  },

  async syncDexie(): Promise<number> {
    const rows: HistoryRow[] = [];
    const started = performance.now();
    for await (const { changes } of pages())
      for (const { patch } of changes) rows.push(patch as unknown as HistoryRow);
    await putDexie(rows.filter(isRow));
    return performance.now() - started;
  },

  /** RxDB's own replication, pulling the same pages. */
  async syncRxdb(): Promise<number> {
    const { collection, close } = await openRxdb();
    const started = performance.now();
    const replication = replicateRxCollection<KeyedRow, { readonly after: number }>({
      collection,
      replicationIdentifier: "bench",
      live: false,
      pull: {
        batchSize: LIMITS.pageLimit,
        handler: async (checkpoint) => {
          const { changes, cursor } = await pull(checkpoint?.after ?? 0);
          const rows = changes.map(({ patch }) => patch as unknown as HistoryRow).filter(isRow);
          return {
            documents: rows.map((row) => ({ ...row, id: row.number, _deleted: false })),
            checkpoint: { after: cursor },
          };
        },
      },
    });
    await replication.awaitInitialReplication();
    const took = performance.now() - started;
    await close();
    return took;
  },

  syncPouch: pullPouch,
};

const isRow = (row: HistoryRow): boolean => typeof row.number === "string";

async function* pages(): AsyncGenerator<Pulled> {
  for (let after = 0, more = true; more;) {
    const page = await pull(after);
    yield page;
    ({ cursor: after, more } = page);
  }
}

async function pull(after: number): Promise<Pulled> {
  const answer = await fetch(`/api/pull?after=${after}&limit=${LIMITS.pageLimit}`);
  return (await answer.json()) as Pulled;
}
