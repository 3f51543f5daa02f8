import type { BehindFigure } from "./scoring.ts";

/** Which part of a question's incidents a worker scores: the `n`-th, from 0, of so many. */
export interface Part {
  readonly n: number;
  readonly of: number;
}

export const WHOLE: Part = { n: 0, of: 1 };

/** Parts lie side by side in the order of the ids, so that no page is read by two. */
export function partOf<T>(sorted: readonly T[], { n, of }: Part): readonly T[] {
  return sorted.slice(Math.floor((sorted.length * n) / of), Math.floor((sorted.length * (n + 1)) / of));
}

type Late = BehindFigure["incidents"][number];

/** The latest by their clocks first. */
export function byLateness(a: Late, b: Late): number {
  return b.overrunMs - a.overrunMs || (a.id < b.id ? -1 : 1);
}

/** What stands behind a figure in all parts, of each of which the first `to` were asked. */
export function mergeBehind(parts: readonly BehindFigure[], from: number, to: number): BehindFigure {
  return {
    count: parts.reduce((sum, { count }) => sum + count, 0),
    incidents: parts
      .flatMap(({ incidents }) => incidents)
      .sort(byLateness)
      .slice(from, to),
  };
}
