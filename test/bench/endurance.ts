import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { explore } from "../../cli/sync-sim/explore.ts";
import { chancesOf } from "../../cli/sync-sim/random.ts";
import { crowd } from "../support/flaky-crowd.ts";
import { troubledOffice } from "../support/flaky-run.ts";
import { cutPower } from "../support/kill-power.ts";
import { killWhileWriting } from "../support/kill-service.ts";
import { killWindows } from "../support/kill-window.ts";
import { postgresFolder, startCluster, type Cluster } from "../support/postgres.ts";
import { startService } from "../support/service.ts";

const USAGE =
  "usage: npm run bench -- endurance [--kills=100] [--seeds=1000] [--desks=5] [--crowd=200] [--seed=1] [--minutes=N]";

/** What a stage found out; all of them but the first two are to be nought, and `converged` true. */
interface Found {
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  readonly converged?: boolean;
  /** What else must not be: a reader that missed something, an import in part, a cut taken for damage. */
  readonly missed?: number;
  readonly partial?: number;
  readonly damaged?: number;
}

interface Wanted {
  readonly kills: number;
  readonly seeds: number;
  readonly desks: number;
  readonly crowd: number;
  readonly seed: number;
  readonly cluster: Cluster | undefined;
}

type Stage = (wanted: Wanted, folder: string) => Promise<Found>;

/**
 * The faults of the tests (docs/operations.md, "Faults"), larger and with other seeds: `npm run bench -- endurance`. With
 * `--minutes` all of it again, from the next seeds, until so much time has passed. Ends with 1 where anything was lost,
 * doubled or differed.
 */
export async function runEndurance(args: readonly string[]): Promise<number> {
  const given = wantedFrom(args);
  if (given === undefined) {
    console.error(USAGE);
    return 2;
  }
  const { minutes, ...wanted } = given;
  const until = Date.now() + minutes * 60_000;
  const cluster = postgresFolder === undefined ? undefined : await startCluster();
  const sums = new Map<string, Required<Found> & { runs: number }>();
  try {
    let seed = wanted.seed;
    do {
      for (const [name, stage] of Object.entries(STAGES)) {
        if (cluster === undefined && name.includes("PostgreSQL")) continue;
        const folder = mkdtempSync(join(tmpdir(), "shouyue-endurance-"));
        const started = Date.now();
        const found = await stage({ ...wanted, seed, cluster }, folder);
        console.error(`${name}, seed ${seed}: ${JSON.stringify(found)} ${Date.now() - started} ms`);
        rmSync(folder, { recursive: true, force: true });
        sums.set(name, added(sums.get(name), found));
      }
      seed += wanted.seeds;
    } while (Date.now() < until);
  } finally {
    await cluster?.remove();
  }
  console.table(Object.fromEntries(sums));
  const all = [...sums.values()];
  const total = (what: (one: Required<Found>) => number): number =>
    all.reduce((sum, one) => sum + what(one), 0);
  const summary = {
    acknowledged: total((one) => one.acknowledged),
    lost: total((one) => one.lost + one.partial),
    doubled: total((one) => one.doubled),
    missed: total((one) => one.missed + one.damaged),
    converged: all.every((one) => one.converged),
    withoutPostgres: cluster === undefined,
  };
  console.log(JSON.stringify(summary));
  return summary.lost + summary.doubled + summary.missed === 0 && summary.converged ? 0 : 1;
}

const STAGES: Readonly<Record<string, Stage>> = {
  "schedules of the explorer": async ({ seeds, seed }) => {
    const sum = { acknowledged: 0, lost: 0, doubled: 0, converged: true };
    for (let at = seed; at < seed + seeds; at += 1) {
      const outcome = await explore({ seed: at, desks: 3, ops: 40, faults: true });
      sum.acknowledged += outcome.acknowledged;
      sum.lost += outcome.lost;
      sum.doubled += outcome.problems.filter(({ kind }) => kind === "twice").length;
      if (!outcome.converged) console.error(`schedule ${at}: ${JSON.stringify(outcome.problems)}`);
      sum.converged &&= outcome.converged;
    }
    return sum;
  },
  "power cut under the journal": async ({ kills, seed }) => cutPower(kills * 100, seed),
  "service on SQLite killed": async ({ kills, seed }, data) =>
    killWhileWriting(chancesOf(seed), kills, async () => startService({ data })),
  "service on PostgreSQL killed": async ({ kills, seed, cluster }, data) => {
    const database = await cluster?.url(`killed_${seed}`);
    const start = async () =>
      startService({ data, isQuiet: true, ...(database === undefined ? {} : { database }) });
    return killWhileWriting(chancesOf(seed), kills, start);
  },
  "window killed": async ({ kills, seed }) => killWindows(chancesOf(seed), kills),
  "messages and clocks, one service on SQLite": async ({ kills, seed, desks }, data) =>
    troubledOffice({
      ...{ chances: chancesOf(seed), desks, edits: kills * 10, times: 3, kills: Math.ceil(kills / 10) },
      services: [async () => startService({ data })],
    }),
  "messages and clocks, two services on PostgreSQL that stops": async (
    { kills, seed, desks, cluster },
    data,
  ) => {
    const database = await cluster?.url(`troubled_${seed}`);
    const start = async () =>
      startService({ data, isQuiet: true, ...(database === undefined ? {} : { database }) });
    return troubledOffice({
      ...{ chances: chancesOf(seed), desks, edits: kills * 10, times: 4, kills: Math.ceil(kills / 10) },
      ...{ services: [start, start], ...(cluster === undefined ? {} : { cluster }) },
    });
  },
  "many desks at once": async (wanted, data) => {
    const service = await startService({ data });
    return crowd(service.address, wanted.crowd).finally(async () => service.stop());
  },
};

function added(
  sum: (Required<Found> & { runs: number }) | undefined,
  found: Found,
): Required<Found> & { runs: number } {
  const { missed = 0, partial = 0, damaged = 0, converged = true } = found;
  return {
    runs: (sum?.runs ?? 0) + 1,
    acknowledged: (sum?.acknowledged ?? 0) + found.acknowledged,
    lost: (sum?.lost ?? 0) + found.lost,
    doubled: (sum?.doubled ?? 0) + found.doubled,
    missed: (sum?.missed ?? 0) + missed,
    partial: (sum?.partial ?? 0) + partial,
    damaged: (sum?.damaged ?? 0) + damaged,
    converged: (sum?.converged ?? true) && converged,
  };
}

function wantedFrom(
  args: readonly string[],
): (Omit<Wanted, "cluster"> & { readonly minutes: number }) | undefined {
  const usual = { kills: 100, seeds: 1000, desks: 5, crowd: 200, seed: 1, minutes: 0 };
  try {
    const names = Object.keys(usual).map((name) => [name, { type: "string" }] as const);
    const { values } = parseArgs({ args: [...args], options: Object.fromEntries(names) });
    for (const name of Object.keys(usual) as (keyof typeof usual)[]) {
      const value = values[name];
      if (value === undefined) continue;
      if (typeof value !== "string" || !/^\d{1,7}$/.test(value)) return undefined;
      usual[name] = Number(value);
    }
    return usual;
  } catch {
    return undefined;
  }
}
