import { join } from "node:path";
import { startService, type RunningService } from "../support/service.ts";
import { grouped, median, turnAbout, type Figure, type Options } from "./figures.ts";
import { historyChanges } from "./history-changes.ts";
import { inLab } from "./lab.ts";

const PUSHED_AT_ONCE = 2000;

/** `sync-first`: a new desk receives the history from the real service, beside fetching and parsing the same pages. */
export async function benchSyncFirst({ rows, rounds }: Options): Promise<readonly Figure[]> {
  return inLab(async (lab) => {
    const figures: Figure[] = [];
    for (const count of rows === undefined ? [10_000, 100_000] : [rows]) {
      const service = await startService({ window: join(lab.root, "bench") });
      try {
        await seed(service, count);
        const run = lab.runAt(service.address);
        const listed: number[] = [];
        const took = await turnAbout(rounds, {
          ours: async () => {
            const { appliedMs, listedMs } = await run("syncOurs", count);
            listed.push(listedMs);
            return appliedMs;
          },
          fetch: () => run("syncFetch"),
          dexie: () => run("syncDexie"),
          rxdb: () => run("syncRxdb"),
        });
        const what = `${grouped(count)} records fetched and applied`;
        figures.push(
          {
            what,
            ours: took.ours,
            against: "fetch + parse of the same pages",
            other: took.fetch,
            goal: { ratio: 2 },
          },
          { what, ours: took.ours, against: "fetch + Dexie rows", other: took.dexie, goal: { ratio: 0.2 } },
          {
            what,
            ours: took.ours,
            against: "RxDB pull replication",
            other: took.rxdb,
            goal: { ratio: 0.125 },
          },
          {
            what: `${grouped(count)} records, until the list shows them`,
            ours: median(listed),
            against: "fetch + parse of the same pages",
            other: took.fetch,
          },
        );
      } finally {
        await service.stop();
      }
    }
    return figures;
  });
}

async function seed({ address }: RunningService, count: number): Promise<void> {
  const changes = historyChanges(count);
  for (let from = 0; from < changes.length; from += PUSHED_AT_ONCE) {
    const answer = await fetch(new URL("/api/push", address), {
      method: "POST",
      headers: { "content-type": "application/json", origin: new URL(address).origin },
      body: JSON.stringify({ changes: changes.slice(from, from + PUSHED_AT_ONCE) }),
    });
    if (!answer.ok) throw new Error(`push was answered ${answer.status}: ${await answer.text()}`);
  }
}
