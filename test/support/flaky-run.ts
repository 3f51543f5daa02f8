import type { Chances } from "../../cli/sync-sim/random.ts";
import { zPulled } from "../../shared/sync/wire.ts";
import { areQuiet, logOf, openFlakyDesk, outcomeOf, workOn, type OfficeOutcome } from "./flaky-office.ts";
import { startFlakyProxy } from "./flaky-proxy.ts";
import type { Cluster } from "./postgres.ts";
import type { RunningService } from "./service.ts";

export interface Trouble {
  readonly chances: Chances;
  readonly desks: number;
  readonly edits: number;
  /** One message in so many meets with something. */
  readonly times: number;
  /** How often a service is killed and started again on its data. */
  readonly kills: number;
  /** All of them on one database. */
  readonly services: readonly (() => Promise<RunningService>)[];
  /** PostgreSQL, which is stopped for a while twice, in the middle of everything. */
  readonly cluster?: Cluster;
}

export interface TroubleOutcome extends OfficeOutcome {
  readonly kills: number;
  /** How often each kind of message trouble happened. */
  readonly faults: Readonly<Record<string, number>>;
  /** What a reader by cursor, there all the time, was not told, or was told twice. */
  readonly missed: number;
}

/** Nobody waits for so long on a machine that has anything to spare. */
const QUIET_MS = 120_000;

/** An office at work while everything goes wrong; then nothing does any more, and it is checked what became of it. */
export async function troubledOffice(trouble: Trouble): Promise<TroubleOutcome> {
  const { chances, edits, cluster } = trouble;
  const services = await Promise.all(trouble.services.map(async (start) => start()));
  const any = (): string => chances.pick(services)?.address ?? "";
  const proxy = await startFlakyProxy(chances, any);
  const desks = await Promise.all(
    Array.from({ length: trouble.desks }, async () => openFlakyDesk(() => proxy.address)),
  );
  const reader = startReader(any);
  proxy.setFaults(trouble.times);
  let kills = 0;
  let isAway = false;
  await workOn(desks, chances, edits, async (edit) => {
    const part = edit / edits;
    const shouldBeAway = cluster !== undefined && ((part > 0.3 && part < 0.4) || (part > 0.7 && part < 0.8));
    if (shouldBeAway !== isAway) await (shouldBeAway ? cluster.stop() : cluster?.start());
    isAway = shouldBeAway;
    // Without its database a service does not start.
    if (isAway || kills >= part * trouble.kills) return;
    kills += 1;
    await replaceOne(services, trouble.services, chances);
  });
  proxy.setFaults(0);
  const [{ address } = { address: "" }] = services;
  const until = Date.now() + QUIET_MS;
  while (!(await areQuiet(desks, address)) && Date.now() < until)
    await new Promise((done) => setTimeout(done, 50));
  const outcome = await outcomeOf(desks, address);
  const log = (await logOf(address)).map(({ id }) => id);
  const seen = await reader.upTo(log.length);
  for (const desk of desks) await desk.close();
  await proxy.close();
  for (const service of services) await service.stop();
  const missed = log.filter((id, n) => seen[n] !== id).length + Math.max(0, seen.length - log.length);
  return { ...outcome, kills, faults: proxy.count, missed };
}

/** Kills one of the services and starts it again on its data. */
async function replaceOne(
  services: RunningService[],
  starts: Trouble["services"],
  chances: Chances,
): Promise<void> {
  const at = chances.below(services.length);
  await services[at]?.kill();
  const again = await starts[at]?.();
  if (again !== undefined) services[at] = again;
}

/** Somebody who only reads, by cursor, from whichever service answers. */
function startReader(address: () => string): {
  readonly upTo: (count: number) => Promise<readonly string[]>;
} {
  const seen: string[] = [];
  let cursor = 0;
  let wanted: number | undefined;
  const reading = (async () => {
    while (wanted === undefined || seen.length < wanted) {
      try {
        const answer = await fetch(new URL(`/api/pull?after=${cursor}&limit=40`, address()));
        const page = zPulled.parse(await answer.json());
        seen.push(...page.changes.map(({ id }) => id));
        cursor = page.cursor;
        // One that is told nothing more has been told all there is.
        if (wanted !== undefined && page.changes.length === 0) return;
      } catch {
        // Away just now.
      }
      await new Promise((done) => setTimeout(done, 5));
    }
  })();
  return {
    upTo: async (count) => {
      wanted = count;
      await reading;
      return seen;
    },
  };
}
