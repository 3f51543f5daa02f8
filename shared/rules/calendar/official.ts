import { dateOfDayNumber, dayNumber, type CalendarDate } from "../../lib/dates.ts";
import type { Stored } from "../../records/index.ts";
import type { Calendar, OfficialDays, Window } from "./calendar.ts";
import type { HolidayNotice } from "./holidays/notice.ts";
import { publishedNotices } from "./holidays/published.ts";
import { readNotice } from "./read-notice.ts";

type StoredNotice = Stored<"holidayNotice">;

/**
 * The product's own 5×8: Monday to Friday, 08:00–12:00 and 14:00–18:00, with the official holidays it knows and those
 * typed in. One object for one array of notices: what is compiled from it is kept by its identity.
 */
export function officialCalendar(notices: readonly StoredNotice[] = NONE): Calendar {
  const official = officialDays(notices);
  let calendar = calendars.get(official);
  if (calendar === undefined) {
    calendar = { ...FIVE_BY_EIGHT, official };
    calendars.set(official, calendar);
  }
  return calendar;
}

/**
 * The days off and make-up workdays of every notice there is, the later year's word where two name one day. A notice
 * typed in stands for the product's list of its year (clocks §2); one that cannot be read changes nothing.
 * One answer for one array of notices, and one for all empty ones.
 */
export function officialDays(notices: readonly StoredNotice[] = NONE): OfficialDays {
  if (notices.length === 0) return PUBLISHED;
  let days = known.get(notices);
  if (days === undefined) {
    days = daysOf(noticesInForce(notices));
    known.set(notices, days);
  }
  return days;
}

/** One notice a year, by year: those typed in, and the product's where none was. */
export function noticesInForce(notices: readonly StoredNotice[]): HolidayNotice[] {
  const byYear = new Map(publishedNotices.map((notice) => [notice.year, notice]));
  // Two desks may both have typed one in: the same one has to count everywhere, so the one with the later id.
  for (const { data } of [...notices].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const read = readNotice(data);
    if (read.ok) byYear.set(read.value.year, read.value);
  }
  return [...byYear.values()].sort((a, b) => a.year - b.year);
}

const NONE: readonly StoredNotice[] = [];
const PUBLISHED = daysOf(publishedNotices);
const known = new WeakMap<readonly StoredNotice[], OfficialDays>();
const calendars = new WeakMap<OfficialDays, Calendar>();

const WORKDAY: readonly Window[] = [
  ["08:00", "12:00"],
  ["14:00", "18:00"],
];

const FIVE_BY_EIGHT: Calendar = {
  always: false,
  windows: { mon: WORKDAY, tue: WORKDAY, wed: WORKDAY, thu: WORKDAY, fri: WORKDAY },
  off: [],
  work: {},
};

function daysOf(notices: readonly HolidayNotice[]): OfficialDays {
  const isOff = new Map<CalendarDate, boolean>();
  for (const holiday of notices.flatMap((notice) => notice.holidays)) {
    const last = dayNumber(holiday.off[1]);
    for (let day = dayNumber(holiday.off[0]); day <= last; day++) isOff.set(dateOfDayNumber(day), true);
    for (const date of holiday.work) isOff.set(date, false);
  }
  const off: CalendarDate[] = [];
  const work: Record<CalendarDate, null> = {};
  for (const [date, rests] of isOff) {
    if (rests) off.push(date);
    // A notice does not say whose place a make-up day takes.
    else work[date] = null;
  }
  return { off, work, years: notices.map((notice) => notice.year) };
}
