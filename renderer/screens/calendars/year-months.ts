import {
  dateOfDayNumber,
  dayNumber,
  dayNumberOf,
  weekdayOfDayNumber,
  WEEKDAYS,
  type CalendarDate,
} from "../../../shared/lib/dates.ts";
import type { HolidayNotice } from "../../../shared/rules/calendar/holidays/notice.ts";

export interface DayMark {
  readonly kind: "off" | "work";
  /** The holiday that it is, or is worked for. */
  readonly name: string;
}

export interface DayCell {
  readonly date: CalendarDate;
  readonly day: number;
  readonly weekend: boolean;
  readonly mark: DayMark | undefined;
}

export interface Month {
  readonly year: number;
  readonly month: number;
  /** Seven cells a week, Monday first; undefined outside the month. */
  readonly weeks: readonly (readonly (DayCell | undefined)[])[];
}

/** What notices say about each date they name; the later one's word where two name one. */
export function marksOf(notices: readonly HolidayNotice[]): ReadonlyMap<CalendarDate, DayMark> {
  const marks = new Map<CalendarDate, DayMark>();
  for (const { name, off, work } of notices.flatMap(({ holidays }) => holidays)) {
    const last = dayNumber(off[1]);
    for (let day = dayNumber(off[0]); day <= last; day++)
      marks.set(dateOfDayNumber(day), { kind: "off", name });
    for (const date of work) marks.set(date, { kind: "work", name });
  }
  return marks;
}

/**
 * The twelve months of a year, with the December before and the January after where the year's own notice
 * names days there.
 */
export function monthsOf(
  year: number,
  notice: HolidayNotice | undefined,
  marks: ReadonlyMap<CalendarDate, DayMark>,
): Month[] {
  const own = [...marksOf(notice === undefined ? [] : [notice]).keys()];
  const months = Array.from({ length: 12 }, (_, i) => monthOf(year, i + 1, marks));
  if (own.some((date) => date < `${year}-01-01`)) months.unshift(monthOf(year - 1, 12, marks));
  if (own.some((date) => date > `${year}-12-31`)) months.push(monthOf(year + 1, 1, marks));
  return months;
}

function monthOf(year: number, month: number, marks: ReadonlyMap<CalendarDate, DayMark>): Month {
  const first = dayNumberOf(year, month, 1);
  const after = dayNumberOf(year, month + 1, 1);
  const weeks: (DayCell | undefined)[][] = [];
  for (let day = first - placeInWeek(first); day < after; day += 7) {
    weeks.push(
      Array.from({ length: 7 }, (_, i) =>
        day + i < first || day + i >= after ? undefined : cellOf(day + i, day + i - first + 1, marks),
      ),
    );
  }
  return { year, month, weeks };
}

function cellOf(number: number, day: number, marks: ReadonlyMap<CalendarDate, DayMark>): DayCell {
  const date = dateOfDayNumber(number);
  return { date, day, weekend: placeInWeek(number) >= 5, mark: marks.get(date) };
}

function placeInWeek(day: number): number {
  return WEEKDAYS.indexOf(weekdayOfDayNumber(day));
}
