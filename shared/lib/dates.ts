/** A calendar date, `YYYY-MM-DD`, no time zone. Compares as text. */
export type CalendarDate = string;

export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
export const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whole days since 1970-01-01 of a proleptic Gregorian date; months and days may overflow. */
export function dayNumberOf(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month - 1, day) / DAY_MS);
}

/** Whole days since 1970-01-01. A malformed date throws `RangeError`. */
export function dayNumber(date: CalendarDate): number {
  const parts = SHAPE.exec(date);
  if (parts === null || !isDate(date)) throw new RangeError(`not a calendar date: ${date}`);
  return dayNumberOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

export function dateOfDayNumber(days: number): CalendarDate {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}

/** True for a date that exists: `2026-02-29` does not. */
export function isDate(text: string): boolean {
  const parts = SHAPE.exec(text);
  return parts !== null && isRealDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

export function isRealDate(year: number, month: number, day: number): boolean {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1970-01-01 was a Thursday. */
export function weekdayOfDayNumber(days: number): Weekday {
  return WEEKDAYS[(((days + 3) % 7) + 7) % 7] ?? "mon";
}

export function weekday(date: CalendarDate): Weekday {
  return weekdayOfDayNumber(dayNumber(date));
}
