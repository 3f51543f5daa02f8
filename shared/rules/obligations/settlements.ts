import type { CalendarDate } from "../../lib/dates.ts";
import type { Stored } from "../../records/index.ts";
import type { Period } from "./periods.ts";

/** When something falls due, and for which period. */
export interface Due {
  readonly dueDate: CalendarDate;
  readonly period: Period | undefined;
}

type Entry = Stored<"obligationEntry">;

export interface Settlements {
  readonly byDue: ReadonlyMap<CalendarDate, Entry>;
  readonly unmatched: readonly Entry[];
}

/**
 * Which entry settles which occurrence. `entries` hold and are sorted by day (`standing`).
 *
 * 1. An entry with a `dueDate` is for the occurrence due that day. Of several the best counts: in time, then waived
 *    (a waiver forgives lateness), then late.
 * 2. An entry without one is for the oldest occurrence that is still open on its day and whose period had begun by
 *    then: a report of 20 February fills a January left open before February.
 */
export function settlements(dues: readonly Due[], entries: readonly Entry[]): Settlements {
  const byDue = new Map<CalendarDate, Entry>();
  const unmatched: Entry[] = [];
  const settling = entries.filter(isSettling);
  const known = new Set(dues.map(({ dueDate }) => dueDate));
  for (const entry of settling) {
    const { dueDate } = entry.data;
    if (dueDate === undefined) continue;
    if (!known.has(dueDate)) unmatched.push(entry);
    else if (rank(entry, dueDate) < rank(byDue.get(dueDate), dueDate)) byDue.set(dueDate, entry);
  }
  for (const entry of settling) {
    if (entry.data.dueDate !== undefined) continue;
    const open = dues.find(
      ({ dueDate, period }) =>
        !byDue.has(dueDate) && (period === undefined || period.startDate <= entry.data.day),
    );
    if (open === undefined) unmatched.push(entry);
    else byDue.set(open.dueDate, entry);
  }
  return { byDue, unmatched };
}

/** A waiver of a change (`aboutId`) settles no date. */
function isSettling({ data }: Entry): boolean {
  return data.kind === "fulfilled" || (data.kind === "waived" && data.aboutId === undefined);
}

function rank(entry: Entry | undefined, dueDate: CalendarDate): number {
  if (entry === undefined) return 3;
  if (entry.data.kind === "waived") return 1;
  return entry.data.day <= dueDate ? 0 : 2;
}
