import { join } from "node:path";
import { serveCouch } from "./couch-server.ts";
import { startService, type RunningService } from "../support/service.ts";
import { grouped, HUGE, median, roundsAt, turnAbout, type Figure, type Options } from "./figures.ts";
import { historyPart } from "./history-changes.ts";
import { inLab, type JobsOf } from "./lab.ts";

const SIZES = [10_000, 100_000, HUGE];
const PUSHED_AT_ONCE = 2000;
const FETCHED = "fetch + parse of the same pages";

/** `sync-first`: a new desk receives the history from the real service, beside fetching and parsing the same pages. */
export async function benchSyncFirst({ sizes = SIZES, rounds, peers }: Options): Promise<readonly Figure[]> {
  return inLab(async (lab) => {
    const figures: Figure[] = [];
    for (const count of sizes) {
      const service = await startService({ window: join(lab.root, "bench") });
      try {
        const withPeers = count < HUGE || peers === true;
        await seed(service, count);
        const run = lab.runAt(service.address);
        if (!withPeers) figures.push(...(await compared(run, undefined, count, rounds)));
        else {
          const couch = await serveCouch(
            historyPart(count, 0, count).map(({ patch, recordId }) => ({ ...patch, _id: recordId })),
          );
          // The service's own pages may ask nobody else.
          const { address } = await lab.origin();
          const pouch = (): Promise<number> => lab.run(address, "syncPouch", couch.address, count);
          figures.push(...(await compared(run, pouch, count, rounds)));
          await couch.close();
        }
      } finally {
        await service.stop();
      }
    }
    return figures;
  });
}

async function compared(
  run: JobsOf,
  pouch: (() => Promise<number>) | undefined,
  count: number,
  wanted: number,
): Promise<readonly Figure[]> {
  const { rounds, once } = roundsAt(count, wanted);
  const listed: number[] = [];
  const took = await turnAbout<string>(rounds, {
    ours: async () => {
      const { appliedMs, listedMs } = await run("syncOurs", count);
      listed.push(listedMs);
      return appliedMs;
    },
    [FETCHED]: () => run("syncFetch"),
    ...(pouch !== undefined
      ? {
          "fetch + Dexie rows": () => run("syncDexie"),
          "RxDB pull replication": () => run("syncRxdb"),
          "PouchDB replication": pouch,
        }
      : {}),
  });
  const what = `${grouped(count)} records fetched and applied${once}`;
  const ours = took["ours"] ?? 0;
  return [
    ...Object.entries(took)
      .filter(([against]) => against !== "ours")
      .map(([against, other]) => ({ what, ours, against, other, goal: goalAt(count, MOST[against]) }))
      .map((figure, at) =>
        at === 0 ? { ...figure, growth: { of: "a first sync, applied", rows: count } } : figure,
      ),
    {
      what: `${grouped(count)} records, until the list shows them${once}${pouch !== undefined ? "" : "; no peers: minutes each"}`,
      ours: median(listed),
      against: FETCHED,
      other: took[FETCHED] ?? 0,
      growth: { of: "a first sync, listed", rows: count },
    },
  ];
}

/** The goals are those of a hundred thousand records and more; fewer are soon there anyway. */
function goalAt(count: number, ratio: number | undefined): NonNullable<Figure["goal"]> {
  return ratio === undefined || count < 100_000 ? {} : { ratio };
}

const MOST: Readonly<Record<string, number>> = {
  [FETCHED]: 2,
  "fetch + Dexie rows": 0.2,
  "RxDB pull replication": 0.125,
  "PouchDB replication": 0.067,
};

async function seed({ address }: RunningService, count: number): Promise<void> {
  for (let from = 0; from <= count; from += PUSHED_AT_ONCE) {
    const changes = historyPart(count, from, from + PUSHED_AT_ONCE);
    const answer = await fetch(new URL("/api/push", address), {
      method: "POST",
      headers: { "content-type": "application/json", origin: new URL(address).origin },
      body: JSON.stringify({ changes }),
    });
    if (!answer.ok) throw new Error(`push was answered ${answer.status}: ${await answer.text()}`);
  }
}
