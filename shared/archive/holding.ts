import { z } from "zod";

/**
 * Which changes somebody has: by desk, runs of numbers from first to last, in order and apart from one another. A gap is
 * what a service refused, or what never came.
 */
export const zHolding = z.record(
  z.string().min(1).max(16),
  z.array(z.tuple([z.int().positive(), z.int().positive()])).max(200_000),
);
export type Runs = readonly (readonly [number, number])[];
export type Holding = z.infer<typeof zHolding>;

/** Runs as `zHolding` wants them, from runs in any order, some of which may overlap. */
export function tidyRuns(runs: Runs): [number, number][] {
  const tidy: [number, number][] = [];
  for (const [from, to] of [...runs].sort((a, b) => a[0] - b[0])) {
    const last = tidy.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else tidy.push([from, to]);
  }
  return tidy;
}

/** Numbers in any order, as runs. */
export function runsOfNumbers(numbers: readonly number[]): [number, number][] {
  return tidyRuns(numbers.map((n) => [n, n]));
}

/** What `mine` has and `theirs` lacks. */
export function lacking(mine: Holding, theirs: Holding): Holding {
  const rest = Object.entries(mine).map(([desk, runs]): [string, [number, number][]] => [
    desk,
    without(runs, Object.hasOwn(theirs, desk) ? (theirs[desk] ?? []) : []),
  ]);
  return Object.fromEntries(rest.filter(([, runs]) => runs.length > 0));
}

export function countOf(holding: Holding): number {
  return Object.values(holding)
    .flat()
    .reduce((sum, [from, to]) => sum + to - from + 1, 0);
}

function without(runs: Runs, gone: Runs): [number, number][] {
  const left: [number, number][] = [];
  for (const [from, to] of runs) {
    let next = from;
    for (const [goneFrom, goneTo] of gone) {
      if (goneTo < next) continue;
      if (goneFrom > to) break;
      if (goneFrom > next) left.push([next, goneFrom - 1]);
      next = goneTo + 1;
    }
    if (next <= to) left.push([next, to]);
  }
  return left;
}
