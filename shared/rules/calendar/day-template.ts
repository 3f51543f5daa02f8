import { dayNumber, weekdayOfDayNumber, WEEKDAYS, type CalendarDate, type Weekday } from "../../lib/dates.ts";
import type { Calendar, OfficialDays } from "./calendar.ts";
import { windowsOn } from "./seasons.ts";
import { HOLIDAY } from "./timeline.ts";

/**
 * Days that do not have the windows of their weekday: day number → weekday whose windows they have
 * (0 Monday to 6 Sunday), or `HOLIDAY`. The hospital's word comes before the official one (clocks §2).
 */
export function specialDays(calendar: Calendar): Map<number, number> {
  const special = new Map<number, number>();
  if (calendar.always) return special;
  if (calendar.official !== undefined) addDays(special, calendar, calendar.official);
  addDays(special, calendar, calendar);
  for (const [day, template] of special) if (template === ownTemplate(day)) special.delete(day);
  return special;
}

/** 0 Monday to 6 Sunday. */
export function ownTemplate(day: number): number {
  return WEEKDAYS.indexOf(weekdayOfDayNumber(day));
}

function addDays(special: Map<number, number>, calendar: Calendar, days: Pick<OfficialDays, "off" | "work">) {
  // Also where the weekday is closed anyway: people read 国庆节 as 1 to 7 October, weekend included.
  for (const date of days.off) special.set(dayNumber(date), HOLIDAY);
  for (const [date, replaces] of Object.entries(days.work)) {
    const day = dayNumber(date);
    special.set(day, WEEKDAYS.indexOf(replaces ?? defaultTemplate(calendar, date, weekdayOfDayNumber(day))));
  }
}

function defaultTemplate(calendar: Calendar, date: CalendarDate, own: Weekday): Weekday {
  return (windowsOn(calendar, date)[own] ?? []).length > 0 ? own : "mon";
}
