import { isDate, WEEKDAYS, type Weekday } from "../../lib/dates.ts";
import { fail, type Result } from "../../lib/result.ts";
import type { RecordData } from "../../records/index.ts";
import type { Calendar, OfficialDays, Window } from "../calendar/calendar.ts";
import { checkCalendarToStore, type CalendarFailure } from "../calendar/check-calendar.ts";
import { officialDays } from "../calendar/official.ts";

type CalendarRecord = RecordData<"calendar">;

export type CalendarRecordFailure =
  | CalendarFailure
  | { readonly kind: "badWindowText"; readonly weekday: Weekday; readonly detail: string }
  | { readonly kind: "badOverride"; readonly detail: string };

/**
 * A calendar as people keep it, made into one that the engine counts with; or the first text in it that
 * cannot be read. Windows are `08:00-12:00 14:00-18:00`, in any of the usual dashes and full-width forms.
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
  for (const weekday of WEEKDAYS) {
    const read = readWindows(record[weekday] ?? "");
    if (read === undefined) return fail({ kind: "badWindowText", weekday, detail: record[weekday] ?? "" });
    windows[weekday] = read;
  }
  const off: string[] = [];
  const work: Record<string, null> = {};
  for (const { day, kind } of record.overrides ?? []) {
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
  return checkCalendarToStore({
    windows,
    off,
    work,
    ...(record.followsOfficialHolidays ? { official } : {}),
  });
}

const WINDOW = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/;

/** Windows in the order written; undefined when any part is not one. Empty text: closed that day. */
function readWindows(text: string): Window[] | undefined {
  const parts = plain(text)
    .replaceAll(/\s*-\s*/g, "-")
    .split(/[\s,;、]+/)
    .filter((part) => part !== "" && !/^(?:休息?|closed|off)$/i.test(part));
  const windows: Window[] = [];
  for (const part of parts) {
    const times = WINDOW.exec(part);
    if (times === null) return undefined;
    const [, fromHour = "", fromMinute = "", toHour = "", toMinute = ""] = times;
    windows.push([`${fromHour.padStart(2, "0")}:${fromMinute}`, `${toHour.padStart(2, "0")}:${toMinute}`]);
  }
  return windows;
}

/** Full-width figures and signs, and every dash, in their plain form. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/[‐-―~〜～至到]/g, "-")
    .trim();
}
