import { addDays, type CalendarDate } from "../../lib/dates.ts";
import type { Entitlement } from "../../records/index.ts";
import { lastDayAfter, type Span } from "./spans.ts";

/** A stretch for which a quota is granted. */
export interface QuotaPeriod extends Span {
  /** It begins the day after the one before: what was left there may be carried over. */
  readonly follows: boolean;
}

const MONTHS = { year: 12, halfYear: 6, quarter: 3 } as const;

/**
 * The periods of an entitlement that begin up to a day, the earliest first. Years, half-years and quarters are counted
 * from the first day of the span they lie in — a contract year is not a calendar year — and the last one ends with the
 * span, with a full quota however short it is. A period `term` is the whole span.
 */
export function periodsUntil(
  period: Entitlement["period"],
  spans: readonly Span[],
  until: CalendarDate,
): readonly QuotaPeriod[] {
  const periods: QuotaPeriod[] = [];
  for (const span of spans) {
    let startDate = span.startDate;
    for (let nth = 1; startDate <= until; nth++) {
      const lastDay = period === "term" ? span.endDate : lastDayAfter(span.startDate, nth * MONTHS[period]);
      const endDate = earlier(lastDay, span.endDate);
      const before = periods.at(-1)?.endDate;
      periods.push({ startDate, endDate, follows: before !== undefined && addDays(before, 1) === startDate });
      if (endDate === undefined || endDate === span.endDate) break;
      startDate = addDays(endDate, 1);
    }
  }
  return periods;
}

function earlier(a: CalendarDate | undefined, b: CalendarDate | undefined): CalendarDate | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
