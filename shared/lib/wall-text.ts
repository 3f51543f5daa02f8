import { addDays, dateOfDayNumber, dayNumber, dayNumberOf, isRealDate, type CalendarDate } from "./dates.ts";
import { dateOf, wallOf } from "./instants.ts";
import { fail, ok, type Result } from "./result.ts";
import { scanWall, type DayScan } from "./wall-scan.ts";
import type { WallTime } from "./wall-time.ts";

/** What a person typed: a day, a time of day, or both. At least one is there. */
export interface WallText {
  readonly date?: CalendarDate;
  readonly time?: WallTime;
}

export type WallTextFailure = {
  readonly kind: "unreadable" | "noSuchDate" | "twoDigitYear" | "ambiguousDate";
};

/**
 * Reads what people type into a form or the quick-entry line: `2026-1-4`, `20260104 0830`, `1月4日`, `今天`,
 * `昨天下午3点半`, `8：30`, `上午8:30`, full-width forms. A day without a year is the one nearest to `today`.
 * Day and month of `4/1/2026` are not guessed unless one of them is above 12 (conventions §1).
 */
export function parseWallText(text: string, today: CalendarDate): Result<WallText, WallTextFailure> {
  const scan = scanWall(text);
  if (scan === null) return parseMonthDay(text, today);
  if (scan.epochMs !== undefined) return ok(wallTextOf(scan.epochMs));
  if (scan.day === null) {
    return scan.time === null || scan.time.hour === 24
      ? fail({ kind: "unreadable" })
      : ok({ time: scan.time });
  }
  const date = dateMeant(scan.day, today);
  if (!date.ok) return date;
  if (scan.time === null) return ok({ date: date.value });
  if (scan.time.hour < 24) return ok({ date: date.value, time: scan.time });
  return ok({ date: addDays(date.value, 1), time: { ...scan.time, hour: 0 } });
}

function dateMeant(day: DayScan, today: CalendarDate): Result<CalendarDate, WallTextFailure> {
  switch (day.form) {
    case "ymd":
      return checked(day.year, day.month, day.day);
    case "yearLast":
      if (day.first > 12) return checked(day.year, day.second, day.first);
      if (day.second > 12 || day.first === day.second) return checked(day.year, day.first, day.second);
      return fail({ kind: "ambiguousDate" });
    case "short":
    case "shortYear":
      return fail({ kind: "twoDigitYear" });
    case "monthDay":
      return nearest(day.month, day.day, today);
    case "relative":
      return ok(addDays(today, day.days));
  }
}

/** `1-4` and `1/4` in a form are a month and a day. */
function parseMonthDay(text: string, today: CalendarDate): Result<WallText, WallTextFailure> {
  const parts = /^\s*(\d{1,2})([-/])(\d{1,2})(?:\s+(\S.*))?$/.exec(text.normalize("NFKC"));
  if (parts === null) return fail({ kind: "unreadable" });
  const rest = parts[4];
  const time = rest === undefined ? null : scanWall(rest);
  if (rest !== undefined && (time === null || time.day !== null)) return fail({ kind: "unreadable" });
  const date = nearest(Number(parts[1]), Number(parts[3]), today);
  if (!date.ok) return date;
  return ok(time?.time ? { date: date.value, time: time.time } : { date: date.value });
}

function nearest(month: number, day: number, today: CalendarDate): Result<CalendarDate, WallTextFailure> {
  const now = dayNumber(today);
  const year = Number(today.slice(0, 4));
  const days = [year - 1, year, year + 1]
    .filter((y) => isRealDate(y, month, day))
    .map((y) => dayNumberOf(y, month, day))
    .sort((a, b) => Math.abs(a - now) - Math.abs(b - now));
  const first = days[0];
  return first === undefined ? fail({ kind: "noSuchDate" }) : ok(dateOfDayNumber(first));
}

function checked(year: number, month: number, day: number): Result<CalendarDate, WallTextFailure> {
  if (!isRealDate(year, month, day)) return fail({ kind: "noSuchDate" });
  return ok(dateOfDayNumber(dayNumberOf(year, month, day)));
}

function wallTextOf(epochMs: number): WallText {
  const { hour, minute, second } = wallOf(epochMs);
  return { date: dateOf(epochMs), time: { hour, minute, second, ms: ((epochMs % 1000) + 1000) % 1000 } };
}
