import { addDays, type CalendarDate } from "../../lib/dates.ts";
import type { Entitlement, Stored } from "../../records/index.ts";
import type { ContractTerm } from "../clauses/terms.ts";
import { monthsAfter } from "../obligations/periods.ts";
import { standingEntries, unitsOf, type Entry } from "./ledger.ts";

export interface Span {
  readonly startDate: CalendarDate;
  /** Undefined: for life. */
  readonly endDate: CalendarDate | undefined;
}

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
 *
 * Years, half-years and quarters are the contract's: they count from the first day of the term or of the right. A line
 * counts in the period of its own day; one outside every period counts in none. What is left over goes to the next
 * period where the contract says so, up to its limit, and lapses after that one.
 */
export function balanceOf(
  entitlement: Stored<"entitlement">,
  entries: readonly Entry[],
  terms: readonly ContractTerm[],
  modules: readonly Stored<"module">[],
  day: CalendarDate,
): Balance {
  const { data } = entitlement;
  const own = standingEntries(entries.filter((entry) => entry.data.entitlementId === entitlement.id));
  const whole = holdsFor(data, terms, modules, day);
  if (whole === undefined) {
    return { period: undefined, granted: data.granted, carried: 0, reserved: 0, used: 0, left: 0 };
  }
  const period = periodAt(data, whole, day);
  const { reserved, used, more } = sumsIn(data, own, period);
  if (data.granted === undefined)
    return { period, granted: undefined, carried: 0, reserved, used, left: undefined };
  const granted = data.granted + more;
  const carried = carriedInto(data, own, whole, period);
  return { period, granted, carried, reserved, used, left: granted + carried - reserved - used };
}

/**
 * Between which days a right holds that lasts on a day: the term it belongs to, or so many months from the event that
 * begins it (signed acceptance, installation). Undefined where it has not begun, is over, or its event is not recorded.
 */
export function holdsFor(
  { startsFrom, startDate, months, lifelong, moduleId }: Entitlement,
  terms: readonly ContractTerm[],
  modules: readonly Stored<"module">[],
  day: CalendarDate,
): Span | undefined {
  if (startsFrom === "term") {
    return terms.findLast((term) => term.startDate <= day && day <= term.endDate);
  }
  const module = modules.find(({ id }) => id === moduleId)?.data;
  const event = startsFrom === "acceptance" ? module?.acceptedDate : module?.installedDate;
  const begins = startDate ?? (startsFrom === "date" ? undefined : event);
  if (begins === undefined || begins > day) return undefined;
  if (lifelong === true || months === undefined) return { startDate: begins, endDate: undefined };
  const endDate = addDays(monthsAfter(begins, Math.max(1, months)), -1);
  return endDate < day ? undefined : { startDate: begins, endDate };
}

const MONTHS = { term: undefined, year: 12, halfYear: 6, quarter: 3 } as const;

function periodAt({ period }: Entitlement, whole: Span, day: CalendarDate): Span {
  const months = MONTHS[period];
  if (months === undefined) return whole;
  let at = 0;
  while (monthsAfter(whole.startDate, (at + 1) * months) <= day) at += 1;
  const endDate = addDays(monthsAfter(whole.startDate, (at + 1) * months), -1);
  return {
    startDate: monthsAfter(whole.startDate, at * months),
    endDate: whole.endDate !== undefined && whole.endDate < endDate ? whole.endDate : endDate,
  };
}

function carriedInto(data: Entitlement, own: readonly Entry[], whole: Span, period: Span): number {
  if (data.carryOver !== "nextPeriod" || period.startDate === whole.startDate) return 0;
  const before = sumsIn(data, own, periodAt(data, whole, addDays(period.startDate, -1)));
  const over = Math.max(0, (data.granted ?? 0) + before.more - before.used);
  return Math.min(over, Math.max(0, data.carryLimit ?? over));
}

function sumsIn(
  data: Entitlement,
  standing: readonly Entry[],
  { startDate, endDate }: Span,
): { readonly reserved: number; readonly used: number; readonly more: number } {
  const sums = { reserved: 0, used: 0, more: 0 };
  for (const entry of standing) {
    const { day, kind } = entry.data;
    if (day < startDate || (endDate !== undefined && day > endDate)) continue;
    const units = unitsOf(data, entry);
    if (kind === "used") sums.used += units;
    else if (kind === "reserved") sums.reserved += units;
    else if (kind === "granted") sums.more += units;
  }
  return sums;
}
