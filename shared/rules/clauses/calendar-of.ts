import { isDate, weekday, WEEKDAYS, type CalendarDate, type Weekday } from "../../lib/dates.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { RecordData } from "../../records/index.ts";
import type { Calendar, OfficialDays, Season, Window, Windows } from "../calendar/calendar.ts";
import { checkCalendarToStore, type CalendarFailure } from "../calendar/check-calendar.ts";
import { officialDays } from "../calendar/official.ts";
import { writtenDay } from "../calendar/written-days.ts";
import { plain, readWindows } from "../calendar/window-text.ts";

type CalendarRecord = RecordData<"calendar">;

/** `row` counts from 0; `detail` is the text as typed. */
export type CalendarRecordFailure =
  | CalendarFailure
  | { readonly kind: "badWindowText"; readonly weekday: Weekday; readonly detail: string }
  | { readonly kind: "badOverride"; readonly detail: string }
  | {
      readonly kind: "badSeason";
      readonly row: number;
      readonly field: "from" | "to" | "windows";
      readonly detail: string;
    };

/**
 * A calendar as people keep it, made into one that the engine counts with; or the first text in it that
 * cannot be read. Windows are `08:00-12:00 14:00-18:00`, in any of the usual dashes and full-width forms;
 * a season's days `6-1` or `6月1日`, every year. `official` is what `officialDays` says.
 * One answer for each record object and list of official days: what the engine compiles is kept by its identity.
 */
export function calendarOf(
  record: CalendarRecord,
  official: OfficialDays = officialDays(),
): Result<Calendar, CalendarRecordFailure> {
  const answers = known.get(record) ?? new WeakMap<OfficialDays, Result<Calendar, CalendarRecordFailure>>();
  known.set(record, answers);
  let read = answers.get(official);
  if (read === undefined) {
    read = readCalendar(record, official);
    answers.set(official, read);
  }
  return read;
}

const known = new WeakMap<CalendarRecord, WeakMap<OfficialDays, Result<Calendar, CalendarRecordFailure>>>();

function readCalendar(
  record: CalendarRecord,
  official: OfficialDays,
): Result<Calendar, CalendarRecordFailure> {
  const windows: Partial<Record<Weekday, readonly Window[]>> = {};
  for (const day of WEEKDAYS) {
    const read = readWindows(record[day] ?? "");
    if (read === undefined) return fail({ kind: "badWindowText", weekday: day, detail: record[day] ?? "" });
    windows[day] = read;
  }
  const overrides = readOverrides(record.overrides ?? []);
  if (!overrides.ok) return overrides;
  const seasons = readSeasons(record.seasons ?? [], windows);
  if (!seasons.ok) return seasons;
  return checkCalendarToStore({
    windows,
    ...overrides.value,
    ...(seasons.value.length > 0 ? { seasons: seasons.value } : {}),
    ...(record.followsOfficialHolidays ? { official: withMakeUpDay(official, record.makeUpDay) } : {}),
  });
}

function readOverrides(
  overrides: NonNullable<CalendarRecord["overrides"]>,
): Result<Pick<Calendar, "off" | "work">, CalendarRecordFailure> {
  const off: CalendarDate[] = [];
  const work: Record<CalendarDate, null> = {};
  for (const { day, kind } of overrides) {
    const date = plain(day ?? "")
      .replaceAll(/[./年月]|日/g, "-")
      .replace(/-$/, "");
    const padded = date.replace(/^(\d{4})-(\d{1,2})-(\d{1,2})$/, (_, y: string, m: string, d: string) =>
      [y, m.padStart(2, "0"), d.padStart(2, "0")].join("-"),
    );
    if (!isDate(padded)) return fail({ kind: "badOverride", detail: `${day ?? ""} ${kind ?? ""}`.trim() });
    if (/^(?:休|off|放假)/i.test(kind ?? "")) off.push(padded);
    else if (/^(?:上?班|work|工作)/i.test(kind ?? "")) work[padded] = null;
    else return fail({ kind: "badOverride", detail: `${padded} ${kind ?? ""}`.trim() });
  }
  return ok({ off, work });
}

/** Empty rows are passed over. `休息` closes a season; saying nothing does not. */
function readSeasons(
  rows: NonNullable<CalendarRecord["seasons"]>,
  own: Windows,
): Result<Season[], CalendarRecordFailure> {
  const seasons: Season[] = [];
  for (const [row, { from = "", to = "", windows = "" }] of rows.entries()) {
    if ([from, to, windows].every((text) => text.trim() === "")) continue;
    const [first, last] = [monthDay(from), monthDay(to)];
    const hours = windows.trim() === "" ? undefined : readWindows(windows);
    if (first === undefined) return fail({ kind: "badSeason", row, field: "from", detail: from });
    if (last === undefined) return fail({ kind: "badSeason", row, field: "to", detail: to });
    if (hours === undefined) return fail({ kind: "badSeason", row, field: "windows", detail: windows });
    seasons.push({ from: first, to: last, windows: inSeason(own, hours) });
  }
  return ok(seasons);
}

/** `MM-DD`; whether there is such a day is the check's to say. A year has no place in it. */
function monthDay(text: string): string | undefined {
  const day = writtenDay(text);
  if (day?.month === undefined || day.year !== undefined) return undefined;
  return `${String(day.month).padStart(2, "0")}-${String(day.day).padStart(2, "0")}`;
}

/**
 * The season's hours on every workday, which is Monday to Friday where they open, and a Saturday or Sunday worked
 * like one of them. A Saturday of other hours keeps them: half a day does not become a whole one in summer.
 */
function inSeason(own: Windows, hours: readonly Window[]): Windows {
  const workdays = WEEKDAYS.slice(0, 5).flatMap((day) =>
    own[day]?.length ? [JSON.stringify(own[day])] : [],
  );
  return Object.fromEntries(
    WEEKDAYS.map((day) => [day, workdays.includes(JSON.stringify(own[day])) ? hours : (own[day] ?? [])]),
  );
}

/** Official make-up workdays with the hours of the weekday that the hospital chose; a weekday keeps its own. */
function withMakeUpDay(official: OfficialDays, makeUpDay: CalendarRecord["makeUpDay"]): OfficialDays {
  if (makeUpDay === undefined) return official;
  const work = Object.fromEntries(
    Object.entries(official.work).map(([date, replaces]) => {
      const isWeekend = ["sat", "sun"].includes(weekday(date));
      return [date, isWeekend ? (replaces ?? makeUpDay) : replaces];
    }),
  );
  return { ...official, work };
}
