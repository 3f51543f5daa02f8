import { addDays, dateOfDayNumber, dayNumberOf, type CalendarDate } from "../../lib/dates.ts";
import type { Obligation } from "../../records/index.ts";

/** Recurrences that owe something at the end of each natural period, and how many months one lasts. */
const PERIOD_MONTHS = {
  monthly: 1,
  quarterly: 3,
  halfYearly: 6,
  yearly: 12,
} as const satisfies Partial<Record<Obligation["recurrence"], number>>;

export type Periodic = keyof typeof PERIOD_MONTHS;

export function isPeriodic(recurrence: Obligation["recurrence"]): recurrence is Periodic {
  return recurrence in PERIOD_MONTHS;
}

/** A natural month, quarter, half-year or year, first and last day included. */
export interface Period {
  readonly startDate: CalendarDate;
  readonly endDate: CalendarDate;
}

/** A number of days or months that somebody typed, kept within ten years: a slip must not leave the calendar. */
export function within(typed: number | undefined, from: number, most = 3660): number {
  return Math.min(Math.max(typed ?? 0, from), most);
}

/** The natural periods whose last day lies between two days, both included, the earliest first. */
export function periodsEnding(recurrence: Periodic, from: CalendarDate, to: CalendarDate): readonly Period[] {
  const months = PERIOD_MONTHS[recurrence];
  const periods: Period[] = [];
  const year = Number(from.slice(0, 4));
  // Months since year 0 of the period that `from` lies in: quarters begin in January, April, July, October.
  let first = Math.floor((year * 12 + Number(from.slice(5, 7)) - 1) / months) * months;
  for (; ; first += months) {
    const endDate = addDays(firstOfMonth(first + months), -1);
    if (endDate > to) return periods;
    if (endDate >= from) periods.push({ startDate: firstOfMonth(first), endDate });
  }
}

/**
 * So many calendar months earlier; a day that month does not have becomes its last: six months before 31 August is
 * 28 February.
 */
export function monthsBefore(date: CalendarDate, months: number): CalendarDate {
  return monthsAfter(date, -months);
}

/** So many calendar months later, with the same care for short months. */
export function monthsAfter(date: CalendarDate, months: number): CalendarDate {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const last = addDays(firstOfMonth(month + 1), -1);
  const same = `${last.slice(0, 8)}${date.slice(8)}`;
  return same < last ? same : last;
}

function firstOfMonth(months: number): CalendarDate {
  return dateOfDayNumber(dayNumberOf(Math.floor(months / 12), (months % 12) + 1, 1));
}
