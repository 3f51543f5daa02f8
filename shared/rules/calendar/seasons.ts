import { dayNumberOf, isRealDate, type CalendarDate } from "../../lib/dates.ts";
import { must } from "../../lib/must.ts";
import type { Calendar, Season, Windows } from "./calendar.ts";

/** The windows in force on a date: those of its season, else the calendar's own. */
export function windowsOn(calendar: Calendar, date: CalendarDate): Windows {
  return calendar.seasons?.[seasonOn(calendar.seasons, date.slice(5))]?.windows ?? calendar.windows;
}

/** Which season has this `MM-DD`; -1 where none has. */
export function seasonOn(seasons: readonly Season[], monthDay: string): number {
  return seasons.findIndex(({ from, to }) =>
    from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to,
  );
}

/** True for `MM-DD` of a day that some year has: 29 February is one. */
export function isMonthDay(text: string): boolean {
  const parts = MONTH_DAY.exec(text);
  return parts !== null && isRealDate(LEAP_YEAR, Number(parts[1]), Number(parts[2]));
}

/** Every `MM-DD` of a leap year, in order. */
export function everyMonthDay(): string[] {
  const first = dayNumberOf(LEAP_YEAR, 1, 1);
  return Array.from({ length: 366 }, (_, i) => new Date((first + i) * 86_400_000).toISOString().slice(5, 10));
}

/** The first day of the year that is this `MM-DD` or, where the year has no 29 February, the next. */
export function firstDay(year: number, monthDay: string): number {
  const [month, day] = figures(monthDay);
  return dayNumberOf(year, month, day);
}

/** The first day of the year after this `MM-DD`, whether or not the year has it. */
export function dayAfter(year: number, monthDay: string): number {
  const [month, day] = figures(monthDay);
  return month === 2 && day === 29 ? dayNumberOf(year, 3, 1) : dayNumberOf(year, month, day + 1);
}

const MONTH_DAY = /^(\d{2})-(\d{2})$/;
const LEAP_YEAR = 2000;

function figures(monthDay: string): [number, number] {
  const parts = must(MONTH_DAY.exec(monthDay), "seasons are checked before they are used");
  return [Number(parts[1]), Number(parts[2])];
}
