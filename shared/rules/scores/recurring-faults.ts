import { groupBy } from "../../lib/group-by.ts";
import type { Fault } from "./assess.ts";

const DAY_MS = 86_400_000;

/**
 * The ids of faults that came back: an earlier one of the same place and cause was solved no more than its days before
 * this one was reported (beyond.md item 15; the same rule as `recurrencesOf`, for many at once). n log n.
 */
export function recurringFaults(faults: readonly Fault[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const same of groupBy(faults, ({ place }) => place).values()) {
    const solved = same.flatMap(({ solvedMs }) => solvedMs ?? []).sort((a, b) => a - b);
    for (const { id, reportedMs, solvedMs, days } of same) {
      const from = reportedMs - days * DAY_MS;
      const ownAmong = solvedMs !== undefined && solvedMs >= from && solvedMs <= reportedMs ? 1 : 0;
      if (notAbove(solved, reportedMs) - notAbove(solved, from - 1) > ownAmong) found.add(id);
    }
  }
  return found;
}

/** How many of these, in order, are no greater than a value. Whole milliseconds. */
function notAbove(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
