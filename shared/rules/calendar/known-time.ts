import { dayNumber, dayNumberOf } from "../../lib/dates.ts";
import { startOfDay } from "../../lib/instants.ts";
import type { Calendar } from "./calendar.ts";
import { lastAtOrBefore, sortedKeys, type SortedKeys } from "./sorted-keys.ts";

/** The stretches of time about which every notice that could matter is known; null: all of it. */
export type KnownTime = { readonly froms: SortedKeys; readonly tos: Float64Array } | null;

/** Of December. Marking the whole month 预估 would teach people to overlook the mark. */
const FIRST_TOUCHED_BY_NEXT_NOTICE = 25;

/**
 * A year is known when its notice is; its last week only when the next year's notice is known too, for that
 * one can touch it (clocks §2 rule 3: New Year's own days and their make-up days, never before 29 December in
 * any notice since 2007's). A day that the hospital decided itself needs no notice (rule 1).
 */
export function knownTime(calendar: Calendar): KnownTime {
  if (calendar.always || calendar.official === undefined) return null;
  const years = new Set(calendar.official.years);
  const days: [number, number][] = [...years].map((year) => [
    dayNumberOf(year, 1, 1),
    years.has(year + 1) ? dayNumberOf(year + 1, 1, 1) : dayNumberOf(year, 12, FIRST_TOUCHED_BY_NEXT_NOTICE),
  ]);
  for (const date of [...calendar.off, ...Object.keys(calendar.work)]) {
    days.push([dayNumber(date), dayNumber(date) + 1]);
  }
  const known: [number, number][] = [];
  for (const [from, to] of days.sort((a, b) => a[0] - b[0])) {
    const last = known.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else known.push([from, to]);
  }
  return {
    froms: sortedKeys(known.map(([from]) => startOfDay(from))),
    tos: Float64Array.from(known, ([, to]) => startOfDay(to)),
  };
}

/** Whether nothing between these instants can still be changed by a notice. */
export function isKnown(known: KnownTime, fromMs: number, toMs: number): boolean {
  if (known === null) return true;
  const i = lastAtOrBefore(known.froms, fromMs);
  return i >= 0 && toMs <= (known.tos[i] ?? 0);
}
