import { WEEKDAYS, dayNumber } from "../../lib/dates.ts";
import { dateOf, startOfDay } from "../../lib/instants.ts";
import { assertNever } from "../../lib/must.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { Clause } from "../../records/index.ts";
import type { Calendar, Windows } from "../calendar/calendar.ts";
import { officialCalendar, officialDays } from "../calendar/official.ts";
import { windowsOn } from "../calendar/seasons.ts";
import { minutesOfWindow } from "../calendar/windows.ts";
import type { ClauseBook } from "./clause-book.ts";
import { calendarOf, type CalendarRecordFailure } from "./calendar-of.ts";

/** What a clause measures with, from one start. */
export interface Measure {
  readonly calendar: Calendar;
  readonly targetMinutes: number;
}

export type MeasureFailure =
  | { readonly kind: "calendarMissing"; readonly calendarId: string }
  | { readonly kind: "calendarUnreadable"; readonly name: string; readonly failure: CalendarRecordFailure };

const ALWAYS: Calendar = { always: true, windows: {}, off: [], work: {} };

/**
 * A clause's target in minutes, and the calendar that counts them (clocks §1: a bare "day" is never stored).
 *
 * - `minute`, `hour`, `day24h`: that much time within the coverage.
 * - `workingHour`: hours of the calendar, whatever the coverage.
 * - `workingDay`: the usual opening minutes of a day of the calendar in the season of the start, so many times. Due stands at the same
 *   place in a day, N working days later. Working days exist only in a calendar: the coverage is ignored.
 * - `calendarDay`: to midnight at the end of the Nth day after the one of the start, in all hours: the
 *   day on which it began is not counted.
 *
 * Coverage by a calendar without naming one is the standard 5×8.
 */
export function measureOf(
  clause: Pick<Clause, "target" | "unit" | "coverage" | "calendarId">,
  book: Pick<ClauseBook, "calendars" | "notices">,
  startMs: number,
): Result<Measure, MeasureFailure> {
  const { target, unit } = clause;
  if (unit === "calendarDay") {
    const endMs = startOfDay(dayNumber(dateOf(startMs)) + target + 1);
    return ok({ calendar: ALWAYS, targetMinutes: (endMs - startMs) / 60_000 });
  }
  const inCalendar = clause.coverage === "calendar" || unit === "workingDay" || unit === "workingHour";
  const calendar = inCalendar ? namedCalendar(clause.calendarId, book) : ok(ALWAYS);
  if (!calendar.ok) return calendar;
  switch (unit) {
    case "minute":
      return ok({ calendar: calendar.value, targetMinutes: target });
    case "hour":
    case "workingHour":
      return ok({ calendar: calendar.value, targetMinutes: target * 60 });
    case "day24h":
      return ok({ calendar: calendar.value, targetMinutes: target * 1440 });
    case "workingDay":
      return ok({
        calendar: calendar.value,
        targetMinutes: target * usualDayMinutes(windowsOn(calendar.value, dateOf(startMs))),
      });
    default:
      return assertNever(unit);
  }
}

function namedCalendar(
  calendarId: string | undefined,
  { calendars, notices }: Pick<ClauseBook, "calendars" | "notices">,
): Result<Calendar, MeasureFailure> {
  if (calendarId === undefined) return ok(officialCalendar(notices));
  const record = calendars.find(({ id }) => id === calendarId);
  if (record === undefined) return fail({ kind: "calendarMissing", calendarId });
  const calendar = calendarOf(record.data, officialDays(notices));
  if (calendar.ok) return calendar;
  return fail({ kind: "calendarUnreadable", name: record.data.name, failure: calendar.failure });
}

/** How long most open weekdays are; of equally common lengths the one that comes first in the week. */
function usualDayMinutes(windows: Windows): number {
  const times = new Map<number, number>();
  for (const weekday of WEEKDAYS) {
    const minutes = (windows[weekday] ?? [])
      .map(minutesOfWindow)
      .reduce((sum, [from, to]) => sum + to - from, 0);
    if (minutes > 0) times.set(minutes, (times.get(minutes) ?? 0) + 1);
  }
  let usual = 0;
  for (const [minutes, count] of times) if (count > (times.get(usual) ?? 0)) usual = minutes;
  return usual;
}
