import { addDays, type CalendarDate } from "../../lib/dates.ts";
import { monthsAfter } from "../../rules/obligations/periods.ts";

/**
 * The last day of a term of so many months, the day before the same day: a year from 2026-01-01 ends 2026-12-31.
 * Where that month has no such day the term ends with the month.
 */
export function lastDayOfTerm(startDate: CalendarDate, months: number): CalendarDate {
  const after = monthsAfter(startDate, months);
  return after.slice(8) === startDate.slice(8) ? addDays(after, -1) : after;
}

/** Whole months from one date to a later one, the nearest: a template keeps distances, not dates. */
export function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split("-").map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split("-").map(Number);
  return Math.round((toYear - fromYear) * 12 + toMonth - fromMonth + (toDay - fromDay) / 31);
}

/** By when a renewal is usually to be announced: 90 days before the last day. A proposal, nobody's rule. */
export function proposedNoticeDate(endDate: CalendarDate): CalendarDate {
  return addDays(endDate, -NOTICE_DAYS);
}

const NOTICE_DAYS = 90;
