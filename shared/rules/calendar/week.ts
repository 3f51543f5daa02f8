import { WEEKDAYS } from "../../lib/dates.ts";
import type { Windows } from "./calendar.ts";
import { minutesOfWindow } from "./windows.ts";

const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;
export const WEEK_MS = 7 * DAY_MS;
const DAY_MINUTES = 1440;
const WEEK_MINUTES = 7 * DAY_MINUTES;

/** An ordinary week, Monday 00:00 first, so tabulated that both directions are one look-up. */
export interface Week {
  /** Covered milliseconds of a whole week. */
  readonly coveredMs: number;
  /** Covered minutes before each minute of the week; two entries past the end. */
  readonly before: Uint16Array;
  /** The minute of the week that is the n-th covered one. */
  readonly minuteOf: Uint16Array;
  /** Each weekday's windows, sorted, touching ones joined, in milliseconds since midnight. */
  readonly windowsMs: readonly (readonly (readonly [number, number])[])[];
}

export function weekOf(windows: Windows | "always"): Week {
  const days = WEEKDAYS.map((weekday) =>
    windows === "always" ? [[0, DAY_MINUTES] as const] : (windows[weekday] ?? []).map(minutesOfWindow),
  );
  const open = new Uint8Array(WEEK_MINUTES);
  for (const [day, ofDay] of days.entries()) {
    for (const [from, to] of ofDay) open.fill(1, day * DAY_MINUTES + from, day * DAY_MINUTES + to);
  }
  const before = new Uint16Array(WEEK_MINUTES + 2);
  for (let m = 0; m < WEEK_MINUTES; m++) before[m + 1] = (before[m] ?? 0) + (open[m] ?? 0);
  const covered = before[WEEK_MINUTES] ?? 0;
  before[WEEK_MINUTES + 1] = covered;
  const minuteOf = new Uint16Array(covered);
  for (let m = 0; m < WEEK_MINUTES; m++) if (open[m] === 1) minuteOf[before[m] ?? 0] = m;
  return { coveredMs: covered * MINUTE_MS, before, minuteOf, windowsMs: days.map(joined) };
}

/** Covered milliseconds before this place in the week, 0 to `WEEK_MS`. */
export function coveredInWeek(week: Week, atMs: number): number {
  const minute = Math.floor(atMs / MINUTE_MS);
  const before = week.before[minute] ?? 0;
  const isOpen = (week.before[minute + 1] ?? 0) - before;
  return before * MINUTE_MS + isOpen * (atMs - minute * MINUTE_MS);
}

/** The first place in the week by which so much was covered; `coveredMs` above 0, at most the week's. */
export function placeInWeek(week: Week, coveredMs: number): number {
  const minutes = Math.ceil(coveredMs / MINUTE_MS) - 1;
  return (week.minuteOf[minutes] ?? 0) * MINUTE_MS + (coveredMs - minutes * MINUTE_MS);
}

function joined(windows: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const out: [number, number][] = [];
  for (const [from, to] of [...windows].sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last?.[1] === from * MINUTE_MS) last[1] = to * MINUTE_MS;
    else out.push([from * MINUTE_MS, to * MINUTE_MS]);
  }
  return out;
}
