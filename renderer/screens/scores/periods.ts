import { addDays, type CalendarDate } from "../../../shared/lib/dates.ts";

/** The periods that an office assesses its vendors by. */
export const PERIODS = ["year", "lastYear", "quarter", "lastQuarter", "month", "lastMonth", "free"] as const;
export type Period = (typeof PERIODS)[number];

export interface Days {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** First and last day of a period, seen from a day; of the current ones the whole, days to come included. */
export function daysOf(period: Exclude<Period, "free">, today: CalendarDate): Days {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const quarterFrom = month - ((month - 1) % 3);
  switch (period) {
    case "year":
      return months(year, 1, 12);
    case "lastYear":
      return months(year - 1, 1, 12);
    case "quarter":
      return months(year, quarterFrom, 3);
    case "lastQuarter":
      return months(year, quarterFrom - 3, 3);
    case "month":
      return months(year, month, 1);
    case "lastMonth":
      return months(year, month - 1, 1);
  }
}

/** So many whole months; the first may lie before January. */
function months(year: number, first: number, count: number): Days {
  return { from: firstOf(year, first), to: addDays(firstOf(year, first + count), -1) };
}

function firstOf(year: number, month: number): CalendarDate {
  const from = year * 12 + month - 1;
  return `${String(Math.floor(from / 12)).padStart(4, "0")}-${String((from % 12) + 1).padStart(2, "0")}-01`;
}
