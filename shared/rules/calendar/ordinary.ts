import { dateOfDayNumber, dayNumberOf } from "../../lib/dates.ts";
import type { Calendar, Season } from "./calendar.ts";
import { dayAfter, firstDay, seasonOn } from "./seasons.ts";
import { lastAtOrBefore, sortedKeys, type SortedKeys } from "./sorted-keys.ts";
import { coveredInWeek, DAY_MS, placeInWeek, WEEK_MS, weekOf, type Week } from "./week.ts";

/** Milliseconds from the Monday 00:00 (UTC+8) before the epoch, which was a Thursday, to the epoch. */
export const TO_MONDAY_MS = 3 * DAY_MS + 8 * 3_600_000;

/**
 * Time as it would pass without special days: one week repeated for ever, or each season's week in its season.
 * Counts have an arbitrary zero.
 */
export interface Ordinary {
  /** False: nothing is ever covered. */
  readonly opens: boolean;
  /** Outside every season. */
  readonly week: Week;
  readonly seasons: SeasonCycle | null;
}

/**
 * 400 years of seasons. The Gregorian calendar repeats itself after that time, weekdays included (146,097 days are
 * 20,871 weeks), so these say it for all years, and a look-up costs the same near and far.
 */
interface SeasonCycle {
  readonly of: readonly Season[];
  readonly weeks: readonly Week[];
  /** Covered milliseconds of the whole cycle. */
  readonly coveredMs: number;
  /** Starts of the stretches of one week; their weeks; the cycle's count and the week's own count there. */
  readonly froms: SortedKeys;
  readonly weekOf: readonly Week[];
  readonly counts: SortedKeys;
  readonly weekCounts: Float64Array;
}

export function ordinaryOf(calendar: Calendar): Ordinary {
  const week = weekOf(calendar.always ? "always" : calendar.windows);
  const seasons =
    calendar.always || calendar.seasons === undefined || calendar.seasons.length === 0
      ? null
      : cycleOf(calendar.seasons, week);
  return { opens: (seasons ?? week).coveredMs > 0, week, seasons };
}

/** The week whose windows a day has. */
export function weekOn({ week, seasons }: Ordinary, day: number): Week {
  return seasons === null ? week : (seasons.weeks[seasonOn(seasons.of, monthDayOf(day))] ?? week);
}

/** The count at an instant. */
export function ordinaryCount({ week, seasons }: Ordinary, ms: number): number {
  if (seasons === null) return weekCount(week, ms);
  const cycle = Math.floor((ms - CYCLE_FROM_MS) / CYCLE_MS);
  const at = ms - cycle * CYCLE_MS;
  const i = lastAtOrBefore(seasons.froms, at);
  const count = weekCount(seasons.weekOf[i] ?? week, at) - (seasons.weekCounts[i] ?? 0);
  return cycle * seasons.coveredMs + (seasons.counts.keys[i] ?? 0) + count;
}

/** The first instant at which the count is reached. Something must be covered. */
export function ordinaryInstant({ week, seasons }: Ordinary, count: number): number {
  if (seasons === null) return weekInstant(week, count);
  const cycle = Math.ceil(count / seasons.coveredMs) - 1;
  const within = count - cycle * seasons.coveredMs;
  // Counts are whole milliseconds: the last stretch that begins before this count is reached, so one that covers some.
  const i = lastAtOrBefore(seasons.counts, within - 1);
  const target = (seasons.weekCounts[i] ?? 0) + within - (seasons.counts.keys[i] ?? 0);
  return weekInstant(seasons.weekOf[i] ?? week, target) + cycle * CYCLE_MS;
}

const COMMON_YEAR = 2001;
const LEAP_YEAR = 2000;
const FIRST_YEAR = 2000;
const CYCLE_YEARS = 400;
const CYCLE_FROM_MS = dayNumberOf(FIRST_YEAR, 1, 1) * DAY_MS - 8 * 3_600_000;
const CYCLE_MS = 146_097 * DAY_MS;

function cycleOf(seasons: readonly Season[], own: Week): SeasonCycle {
  const weeks = seasons.map(({ windows }) => weekOf(windows));
  const common = stretchesOf(COMMON_YEAR, seasons, weeks, own);
  const leap = stretchesOf(LEAP_YEAR, seasons, weeks, own);
  const froms: number[] = [];
  const weekOfStretch: Week[] = [];
  const counts: number[] = [];
  const weekCounts: number[] = [];
  let covered = 0;
  for (let year = FIRST_YEAR; year < FIRST_YEAR + CYCLE_YEARS; year++) {
    const yearMs = dayNumberOf(year, 1, 1) * DAY_MS - 8 * 3_600_000;
    const days = dayNumberOf(year + 1, 1, 1) - dayNumberOf(year, 1, 1);
    for (const { from, to, week } of days === 366 ? leap : common) {
      const fromMs = yearMs + from * DAY_MS;
      const weekCountHere = weekCount(week, fromMs);
      froms.push(fromMs);
      weekOfStretch.push(week);
      counts.push(covered);
      weekCounts.push(weekCountHere);
      covered += weekCount(week, yearMs + to * DAY_MS) - weekCountHere;
    }
  }
  return {
    of: seasons,
    weeks,
    coveredMs: covered,
    froms: sortedKeys(froms),
    weekOf: weekOfStretch,
    counts: sortedKeys(counts),
    weekCounts: Float64Array.from(weekCounts),
  };
}

/** A year cut where its hours change; days count from 0 on 1 January, the end excluded. */
function stretchesOf(year: number, seasons: readonly Season[], weeks: readonly Week[], own: Week) {
  const newYear = dayNumberOf(year, 1, 1);
  const changes = seasons.flatMap(({ from, to }) => [firstDay(year, from), dayAfter(year, to)]);
  const cuts = [...new Set([newYear, ...changes, dayNumberOf(year + 1, 1, 1)])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((day, i) => ({
    from: day - newYear,
    to: (cuts[i + 1] ?? day) - newYear,
    week: weeks[seasonOn(seasons, monthDayOf(day))] ?? own,
  }));
}

function monthDayOf(day: number): string {
  return dateOfDayNumber(day).slice(5);
}

function weekCount(week: Week, ms: number): number {
  const sinceMonday = ms + TO_MONDAY_MS;
  const weeks = Math.floor(sinceMonday / WEEK_MS);
  return weeks * week.coveredMs + coveredInWeek(week, sinceMonday - weeks * WEEK_MS);
}

function weekInstant(week: Week, count: number): number {
  const weeks = Math.ceil(count / week.coveredMs) - 1;
  return weeks * WEEK_MS + placeInWeek(week, count - weeks * week.coveredMs) - TO_MONDAY_MS;
}
