import type { Stored } from "../../../shared/records/index.ts";
import { dayNumber } from "../../../shared/lib/dates.ts";
import type { HolidayNotice } from "../../../shared/rules/calendar/holidays/notice.ts";
import { publishedNotices } from "../../../shared/rules/calendar/holidays/published.ts";
import { noticesInForce } from "../../../shared/rules/calendar/official.ts";
import { readNotice, type NoticeFailure } from "../../../shared/rules/calendar/read-notice.ts";

type StoredNotice = Stored<"holidayNotice">;

/** One year and where its days off come from. */
export interface YearLine {
  readonly year: number;
  readonly source: "published" | "typedIn" | "unknown";
  /** The notice that counts; undefined where none is known. */
  readonly notice: HolidayNotice | undefined;
  readonly daysOff: number;
  readonly makeUpDays: number;
  /** Typed in for this year; the first is the one that counts, if it can be read. */
  readonly records: readonly StoredNotice[];
  /** Why the typed-in one that should count cannot. */
  readonly problem: NoticeFailure | undefined;
}

/** Every year with a notice, up to next year at least; the latest first. */
export function yearLines(notices: readonly StoredNotice[], thisYear: number): YearLine[] {
  const inForce = new Map(noticesInForce(notices).map((notice) => [notice.year, notice]));
  const years = [...inForce.keys(), ...notices.map(({ data }) => data.year).filter(isSensible)];
  const first = Math.min(thisYear, ...years);
  const last = Math.max(thisYear + 1, ...years);
  return Array.from({ length: last - first + 1 }, (_, i) => lineOf(last - i, inForce.get(last - i), notices));
}

/** The product's own list of a year. */
export function publishedNotice(year: number): HolidayNotice | undefined {
  return publishedNotices.find((notice) => notice.year === year);
}

function lineOf(year: number, notice: HolidayNotice | undefined, notices: readonly StoredNotice[]): YearLine {
  const records = notices.filter(({ data }) => data.year === year).sort((a, b) => (a.id < b.id ? 1 : -1));
  const read = records.map(({ data }) => readNotice(data));
  const bad = read.find((one) => !one.ok);
  const typedIn = read.some((one) => one.ok);
  return {
    year,
    source: notice === undefined ? "unknown" : typedIn ? "typedIn" : "published",
    notice,
    daysOff:
      notice?.holidays.reduce((sum, { off }) => sum + dayNumber(off[1]) - dayNumber(off[0]) + 1, 0) ?? 0,
    makeUpDays: notice?.holidays.reduce((sum, { work }) => sum + work.length, 0) ?? 0,
    records,
    problem: bad?.failure,
  };
}

/** A slip of the finger in a synced record must not make a list of thousands of years. */
function isSensible(year: number): boolean {
  return year >= 1990 && year <= 2200;
}
