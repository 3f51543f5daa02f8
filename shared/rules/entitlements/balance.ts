import type { CalendarDate } from "../../lib/dates.ts";
import type { Entitlement, Stored } from "../../records/index.ts";
import type { ContractTerm } from "../clauses/terms.ts";
import { partsOf, partsPerUnit, standingEntries, type Entry } from "./ledger.ts";
import { periodsUntil, type QuotaPeriod } from "./periods.ts";
import { spansOf, type Span } from "./spans.ts";

/** What is left of an entitlement in the period that a day lies in, in its units. */
export interface Balance {
  /** Undefined: it does not hold on that day. */
  readonly period: Span | undefined;
  /** Granted for the period, top-ups included. Undefined: without limit. */
  readonly granted: number | undefined;
  /** Brought over from the period before, as the contract allows. */
  readonly carried: number;
  readonly reserved: number;
  readonly used: number;
  /** Below 0 when more was used than granted: a fact is kept even where it should not be. Undefined: without limit. */
  readonly left: number | undefined;
}

/**
 * Granted and carried less reserved and used, from the lines of the ledger (beyond.md item 4; checklist C01, C06, F08).
 * `day` is today, or the day for which a visit is planned. `modules` are those the contract covers.
 *
 * - A line counts in the period of its own day: a reservation on the day planned, a use on the day it took place. One
 *   outside every period counts in none. What is used in one period on a reservation of another is the first's.
 * - What is left of a period's own grant goes to the next where the contract says so, up to its limit, also into a
 *   term that follows without a gap. It is used first, and lapses after that period. A debt stays where it was made.
 */
export function balanceOf(
  entitlement: Stored<"entitlement">,
  entries: readonly Entry[],
  terms: readonly ContractTerm[],
  modules: readonly Stored<"module">[],
  day: CalendarDate,
): Balance {
  const { data } = entitlement;
  const found = spansOf(data, terms, modules);
  const periods = found.kind === "spans" ? periodsUntil(data.period, found.spans, day) : [];
  const current = periods.findLast((period) => includes(period, day));
  if (current === undefined) {
    return { period: undefined, granted: data.granted, carried: 0, reserved: 0, used: 0, left: 0 };
  }
  const own = standingEntries(entries.filter((entry) => entry.data.entitlementId === entitlement.id));
  const period = { startDate: current.startDate, endDate: current.endDate };
  const { granted, reserved, used } = sumsIn(data, own, current);
  const perUnit = partsPerUnit(data);
  const spent = { reserved: reserved / perUnit, used: used / perUnit };
  if (data.granted === undefined) {
    return { period, granted: undefined, carried: 0, ...spent, left: undefined };
  }
  const carried = data.carryOver === "nextPeriod" ? carriedInto(data, own, current, periods) : 0;
  const left = (granted + carried - reserved - used) / perUnit;
  return { period, granted: granted / perUnit, carried: carried / perUnit, ...spent, left };
}

function carriedInto(
  data: Entitlement,
  own: readonly Entry[],
  current: QuotaPeriod,
  periods: readonly QuotaPeriod[],
): number {
  const limit = data.carryLimit === undefined ? Infinity : data.carryLimit * partsPerUnit(data);
  let rest = 0;
  for (const period of periods) {
    const carried = period.follows ? Math.max(0, Math.min(rest, limit)) : 0;
    if (period === current) return carried;
    const { granted, reserved, used } = sumsIn(data, own, period);
    // What was carried into this period is used first: only its own grant can go on.
    rest = Math.min(granted, granted + carried - reserved - used);
  }
  return 0;
}

/** In the smallest parts: see `partsOf`. */
function sumsIn(
  data: Entitlement,
  standing: readonly Entry[],
  period: Span,
): { readonly granted: number; readonly reserved: number; readonly used: number } {
  const sums = { granted: Math.max(0, data.granted ?? 0) * partsPerUnit(data), reserved: 0, used: 0 };
  for (const entry of standing) {
    const { kind } = entry.data;
    if (kind === "released" || kind === "reversed" || !includes(period, entry.data.day)) continue;
    sums[kind] += partsOf(data, entry);
  }
  return sums;
}

function includes({ startDate, endDate }: Span, day: CalendarDate): boolean {
  return startDate <= day && (endDate === undefined || day <= endDate);
}
