import { parseArgs } from "node:util";
import { explore } from "./sync-sim/explore.ts";

const MOST = 1_000_000;

/**
 * `sync-sim --desks N --ops N --seed S [--faults all] [--seeds N]`: desks and the service's own code in one process, one
 * line of JSON a seed. Ends with 1 at the first seed that loses something or does not come to rest.
 */
export async function runSyncSim(args: string[]): Promise<number> {
  const wanted = wantedFrom(args);
  if (wanted === undefined) {
    console.error("usage: cli sync-sim --desks N --ops N --seed S [--faults all|none] [--seeds N]");
    return 2;
  }
  const { desks, ops, seed, seeds, faults } = wanted;
  for (let at = seed; at < seed + seeds; at++) {
    const started = performance.now();
    const { problems, ...outcome } = await explore({ seed: at, desks, ops, faults });
    const elapsedMs = Math.round(performance.now() - started);
    console.log(JSON.stringify({ ...outcome, elapsedMs }));
    for (const { kind, about } of problems) console.error(`seed ${at}: ${kind}: ${about}`);
    if (outcome.lost > 0 || !outcome.converged) return 1;
  }
  return 0;
}

interface Wanted {
  readonly desks: number;
  readonly ops: number;
  readonly seed: number;
  readonly seeds: number;
  readonly faults: boolean;
}

function wantedFrom(args: string[]): Wanted | undefined {
  try {
    const { values } = parseArgs({
      args,
      options: {
        desks: { type: "string", default: "3" },
        ops: { type: "string", default: "40" },
        seed: { type: "string", default: "1" },
        seeds: { type: "string", default: "1" },
        faults: { type: "string", default: "all" },
      },
    });
    if (values.faults !== "all" && values.faults !== "none") return undefined;
    const [desks, ops, seed, seeds] = [values.desks, values.ops, values.seed, values.seeds].map(count);
    if (desks === undefined || ops === undefined || seed === undefined || seeds === undefined)
      return undefined;
    if (desks === 0 || desks > 99) return undefined;
    return { desks, ops, seed, seeds, faults: values.faults === "all" };
  } catch {
    return undefined;
  }
}

function count(text: string): number | undefined {
  const value = Number(text);
  return /^\d{1,7}$/.test(text) && value <= MOST ? value : undefined;
}
