import { monthsAfter } from "../../../../shared/commands/contracts/term-dates.ts";
import { addDays, daysBetween, type CalendarDate } from "../../../../shared/lib/dates.ts";
import type { Entitlement, Stored } from "../../../../shared/records/index.ts";
import type { ContractTerm } from "../../../../shared/rules/clauses/terms.ts";

type Entry = Stored<"entitlementEntry">;

export interface Span {
  readonly startDate: CalendarDate;
  /** Undefined: for life. */
  readonly endDate: CalendarDate | undefined;
}

/** What is left of an entitlement in the period that `today` lies in; units, halves where time is rounded to halves. */
export interface Balance {
  /** Undefined: it does not hold today. */
  readonly period: Span | undefined;
  /** Undefined: without limit. */
  readonly granted: number | undefined;
  readonly carried: number;
  readonly reserved: number;
  readonly used: number;
  /** Undefined: without limit. */
  readonly left: number | undefined;
}

/** Granted and carried less reserved and used, from the lines of the ledger (beyond.md item 4, checklist C01, F08). */
export function balanceOf(
  entitlement: Stored<"entitlement">,
  entries: readonly Entry[],
  terms: readonly ContractTerm[],
  modules: readonly Stored<"module">[],
  today: CalendarDate,
): Balance {
  const { data } = entitlement;
  const own = entries.filter((entry) => entry.data.entitlementId === entitlement.id);
  const whole = wholeSpan(data, terms, modules, today);
  const period = whole === undefined ? undefined : periodAt(data, whole, today);
  if (period === undefined) {
    return { period, granted: data.granted, carried: 0, reserved: 0, used: 0, left: 0 };
  }
  const sums = sumsIn(data, own, period);
  if (data.granted === undefined) return { period, granted: undefined, carried: 0, ...sums, left: undefined };
  const granted = data.granted + sums.more;
  const carried = carriedInto(data, own, whole, period);
  const left = granted + carried - sums.reserved - sums.used;
  return { period, granted, carried, reserved: sums.reserved, used: sums.used, left };
}

/** Between which days the entitlement holds at all. */
function wholeSpan(
  { startsFrom, startDate, months, lifelong, moduleId }: Entitlement,
  terms: readonly ContractTerm[],
  modules: readonly Stored<"module">[],
  today: CalendarDate,
): Span | undefined {
  if (startsFrom === "term") {
    return terms.findLast((term) => term.startDate <= today && today <= term.endDate);
  }
  const module = modules.find(({ id }) => id === moduleId)?.data;
  const event = startsFrom === "acceptance" ? module?.acceptedDate : module?.installedDate;
  const begins = startDate ?? event;
  if (begins === undefined || begins > today) return undefined;
  if (lifelong === true || months === undefined) return { startDate: begins, endDate: undefined };
  const endDate = addDays(monthsAfter(begins, months), -1);
  return endDate < today ? undefined : { startDate: begins, endDate };
}

const MONTHS = { term: undefined, year: 12, halfYear: 6, quarter: 3 } as const;

function periodAt({ period }: Entitlement, whole: Span, today: CalendarDate): Span {
  const months = MONTHS[period];
  if (months === undefined) return whole;
  let at = 0;
  while (monthsAfter(whole.startDate, (at + 1) * months) <= today) at += 1;
  const endDate = addDays(monthsAfter(whole.startDate, (at + 1) * months), -1);
  return {
    startDate: monthsAfter(whole.startDate, at * months),
    endDate: whole.endDate !== undefined && whole.endDate < endDate ? whole.endDate : endDate,
  };
}

/** What the period before left over; what that one had carried in itself has lapsed. */
function carriedInto(
  data: Entitlement,
  own: readonly Entry[],
  whole: Span | undefined,
  period: Span,
): number {
  if (data.carryOver !== "nextPeriod" || whole === undefined || period.startDate === whole.startDate)
    return 0;
  const before = periodAt(data, whole, addDays(period.startDate, -1));
  const sums = sumsIn(data, own, before);
  const over = Math.max(0, (data.granted ?? 0) + sums.more - sums.used);
  return Math.min(over, data.carryLimit ?? over);
}

function sumsIn(
  data: Entitlement,
  own: readonly Entry[],
  { startDate, endDate }: Span,
): { readonly reserved: number; readonly used: number; readonly more: number } {
  const sums = { reserved: 0, used: 0, more: 0 };
  for (const entry of standingEntries(own)) {
    const { day, kind } = entry.data;
    if (day < startDate || (endDate !== undefined && day > endDate)) continue;
    const units = unitsOf(data, entry);
    if (kind === "used") sums.used += units;
    else if (kind === "reserved") sums.reserved += units;
    else if (kind === "granted") sums.more += units;
  }
  return sums;
}

/** Lines that still count: not reversed, and of reservations those neither used nor released. */
export function standingEntries(own: readonly Entry[]): readonly Entry[] {
  const reversed = new Set(own.flatMap(({ data }) => (data.kind === "reversed" ? [data.aboutId] : [])));
  const live = own.filter(({ id, data }) => data.kind !== "reversed" && !reversed.has(id));
  const settled = new Set(
    live.flatMap(({ data }) => (data.kind === "used" || data.kind === "released" ? [data.aboutId] : [])),
  );
  return live.filter(
    ({ id, data }) => data.kind !== "released" && !(data.kind === "reserved" && settled.has(id)),
  );
}

/** Time is rounded up to its step before it is told in units; a line without a number is one. */
export function unitsOf({ unitMinutes, roundToMinutes }: Entitlement, { data }: Entry): number {
  if (data.units !== undefined) return data.units;
  if (data.minutes === undefined || unitMinutes === undefined || unitMinutes <= 0) return 1;
  const step = roundToMinutes ?? 1;
  return (Math.ceil(data.minutes / step) * step) / unitMinutes;
}

/** When the grant runs out at the pace so far; undefined where nothing was used or nothing is limited. */
export function exhaustionOf(
  { period, granted, carried, used }: Balance,
  today: CalendarDate,
): { readonly date: CalendarDate; readonly withinPeriod: boolean } | undefined {
  if (period === undefined || granted === undefined || used <= 0) return undefined;
  const elapsed = daysBetween(period.startDate, today) + 1;
  const date = addDays(period.startDate, Math.ceil(((granted + carried) * elapsed) / used) - 1);
  return { date, withinPeriod: period.endDate === undefined || date <= period.endDate };
}
