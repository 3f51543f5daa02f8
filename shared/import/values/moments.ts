import { dateOfDayNumber, dayNumberOf, isRealDate, type CalendarDate } from "../../lib/dates.ts";
import { epochMsOfFigures, instant, wallOf, type Instant } from "../../lib/instants.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import { scanUsual } from "../../lib/usual-wall.ts";
import { scanWall, type DayScan } from "../../lib/wall-scan.ts";
import type { WallTime } from "../../lib/wall-time.ts";
import { wallOfSerial } from "../serial.ts";
import type { Cell, DateOrder, DateReading, ProblemKind } from "../types.ts";

/** A day, a time of day (milliseconds since midnight) or both, on Shanghai's wall. At least one is there. */
export interface Moment {
  readonly day: number | null;
  readonly ms: number | null;
  /** The cell said which instant it means, with an offset. */
  readonly epochMs?: number;
}

const DAY_MS = 86_400_000;
/** A bare number in a column of dates is taken for a serial number from 1954 to 2064. */
const SERIALS = [20_000, 60_000] as const;

/**
 * The moment in a cell of a date column. Fails with the problem to show: text that is no date, a day that no
 * month has, a year of two figures without evidence, a year that is missing.
 */
export function readMoment(cell: Cell, reading: DateReading, date1904: boolean): Result<Moment, ProblemKind> {
  if (typeof cell === "number") return momentOfNumber(cell, date1904);
  if (typeof cell === "string") return momentOfText(cell, reading);
  if (cell !== null && typeof cell === "object" && cell.kind === "wall") return ok(cell);
  return fail("badDate");
}

/** The same of a text that anybody reads alike, sooner than it could be looked up; null for every other. */
export function momentOfUsual(text: string): Result<Moment, ProblemKind> | null {
  const scan = scanUsual(text);
  if (scan === null) return null;
  const { year, month, day, time } = scan;
  return checkedDay(year, month, day, time === null ? null : msOf(time));
}

function momentOfNumber(value: number, date1904: boolean): Result<Moment, ProblemKind> {
  if (Number.isInteger(value) && value >= 19_000_101 && value <= 21_001_231) {
    return checkedDay(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100, null);
  }
  const [from, to] = date1904 ? [SERIALS[0] - 1462, SERIALS[1] - 1462] : SERIALS;
  if (value >= 0 && value < 1 && !Number.isInteger(value)) {
    return ok({ day: null, ms: Math.round(value * DAY_MS) % DAY_MS });
  }
  if (value < from || value > to) return fail("badDate");
  const wall = wallOfSerial(value, date1904, { date: true, time: false });
  return wall === null ? fail("badDate") : ok(wall);
}

function momentOfText(text: string, reading: DateReading): Result<Moment, ProblemKind> {
  const scan = scanWall(text.trim());
  if (scan === null) {
    if (/^\d{1,2}[-/]\d{1,2}(?:\s|$)/.test(text.trim())) return fail("yearMissing");
    // Some tools write serial numbers as text.
    return /^\d{5}(\.\d+)?$/.test(text.trim()) ? momentOfNumber(Number(text), false) : fail("badDate");
  }
  if (scan.epochMs !== undefined) return ok(momentOfEpoch(scan.epochMs));
  if (scan.day === null) {
    return scan.time === null ? fail("badDate") : ok({ day: null, ms: msOf(scan.time) % DAY_MS });
  }
  return momentOfDay(scan.day, scan.time === null ? null : msOf(scan.time), reading);
}

function momentOfDay(day: DayScan, ms: number | null, reading: DateReading): Result<Moment, ProblemKind> {
  switch (day.form) {
    case "ymd":
      return checkedDay(day.year, day.month, day.day, ms);
    case "yearLast": {
      const [d, m] = reading.order === "mdy" ? [day.second, day.first] : [day.first, day.second];
      return checkedDay(day.year, m, d, ms);
    }
    case "short": {
      const { first, second, third } = day;
      if (reading.order === "ymd") return shortYear(first, second, third, ms, reading);
      const [d, m] = reading.order === "mdy" ? [second, first] : [first, second];
      return shortYear(third, m, d, ms, reading);
    }
    case "shortYear":
      return shortYear(day.year, day.month, day.day, ms, reading);
    case "monthDay":
      return fail("yearMissing");
    case "relative":
      return fail("badDate");
  }
}

/** `02` is 2002 where the column writes 2001 and 2006 in full, and nothing where it does not. */
function shortYear(
  year: number,
  month: number,
  day: number,
  ms: number | null,
  { years }: DateReading,
): Result<Moment, ProblemKind> {
  if (years === undefined) return fail("twoDigitYear");
  const [first, last] = years;
  const candidates = [1900 + year, 2000 + year].filter((full) => full >= first - 10 && full <= last + 10);
  const only = candidates.length === 1 ? candidates[0] : undefined;
  return only === undefined ? fail("twoDigitYear") : checkedDay(only, month, day, ms);
}

function checkedDay(
  year: number,
  month: number,
  day: number,
  ms: number | null,
): Result<Moment, ProblemKind> {
  // Nothing this product keeps happened earlier: a year such as 0202 or 1202 is a slip of the finger.
  if (year < 1900 || !isRealDate(year, month, day)) return fail("badDate");
  const number = dayNumberOf(year, month, day);
  return ms === DAY_MS ? ok({ day: number + 1, ms: 0 }) : ok({ day: number, ms });
}

function momentOfEpoch(epochMs: number): Moment {
  const { year, month, day, hour, minute, second } = wallOf(epochMs);
  const ms = ((hour * 60 + minute) * 60 + second) * 1000 + (((epochMs % 1000) + 1000) % 1000);
  return { day: dayNumberOf(year, month, day), ms, epochMs };
}

function msOf({ hour, minute, second, ms }: WallTime): number {
  return ((hour * 60 + minute) * 60 + second) * 1000 + ms;
}

/** The instant; a date alone is the midnight that opens it. `day` must be there. */
export function instantOfMoment({ day, ms, epochMs }: Moment & { readonly day: number }): Instant {
  if (epochMs !== undefined) return instant(epochMs);
  return instant(epochMsOfFigures(day * DAY_MS + (ms ?? 0)));
}

export function dateOfMoment(moment: { readonly day: number }): CalendarDate {
  return dateOfDayNumber(moment.day);
}

export const DEFAULT_ORDER: DateOrder = "dmy";
