import { addDays, daysBetween, type CalendarDate } from "../../lib/dates.ts";
import type { Balance } from "./balance.ts";

export type Forecast =
  /** Nothing used yet in this period, or nothing that is limited: no sample, no guess. */
  | { readonly kind: "noSample" }
  | { readonly kind: "usedUp"; readonly next: number }
  | { readonly kind: "allReserved" }
  /** At this pace it lasts to the end of the period. */
  | { readonly kind: "lasts" }
  | { readonly kind: "exhausts"; readonly last: number; readonly next: number; readonly on: CalendarDate };

/** At the pace of this period so far, when the last unit goes (beyond.md item 4). `today` lies in the period. */
export function forecastOf(balance: Balance, today: CalendarDate): Forecast {
  const { period, granted, carried, used, reserved, left } = balance;
  if (period === undefined || granted === undefined || left === undefined) return { kind: "noSample" };
  const total = granted + carried;
  if (used >= total) return { kind: "usedUp", next: Math.floor(used) + 1 };
  if (left <= 0 && reserved > 0) return { kind: "allReserved" };
  if (used <= 0 || today < period.startDate) return { kind: "noSample" };
  const days = daysBetween(period.startDate, today) + 1;
  const on = addDays(period.startDate, Math.min(MOST_DAYS, Math.ceil((total * days) / used) - 1));
  if (period.endDate !== undefined && on > period.endDate) return { kind: "lasts" };
  return { kind: "exhausts", last: total, next: total + 1, on };
}

/** A hundred years: beyond that nobody plans. */
const MOST_DAYS = 36_525;
