import { dateOfDayNumber, dayNumberOf, type CalendarDate } from "./dates.ts";

/** A point in time as stored: UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. One form only, so it sorts as text. */
export type Instant = string;

/** What the clock on the wall in Asia/Shanghai shows. */
export interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const HOUR_MS = 3_600_000;
const STANDARD_MS = 8 * HOUR_MS;

/**
 * Summer time in China, 1986–1991, as UTC instants [from, to) in which clocks showed UTC+9.
 * Source: IANA time zone data, Asia/Shanghai. Nothing before 1970 is a fact this product keeps.
 */
const SUMMER_TIME: readonly (readonly [number, number])[] = [
  [Date.UTC(1986, 4, 3, 18), Date.UTC(1986, 8, 13, 17)],
  [Date.UTC(1987, 3, 11, 18), Date.UTC(1987, 8, 12, 17)],
  [Date.UTC(1988, 3, 16, 18), Date.UTC(1988, 8, 10, 17)],
  [Date.UTC(1989, 3, 15, 18), Date.UTC(1989, 8, 16, 17)],
  [Date.UTC(1990, 3, 14, 18), Date.UTC(1990, 8, 15, 17)],
  [Date.UTC(1991, 3, 13, 18), Date.UTC(1991, 8, 14, 17)],
];
const FIRST_SUMMER = Date.UTC(1986, 0, 1);
const LAST_SUMMER = Date.UTC(1992, 0, 1);

/** Milliseconds that Shanghai's wall is ahead of UTC at this instant. */
function offsetMs(epochMs: number): number {
  if (epochMs < FIRST_SUMMER || epochMs >= LAST_SUMMER) return STANDARD_MS;
  const summer = SUMMER_TIME.some(([from, to]) => epochMs >= from && epochMs < to);
  return summer ? STANDARD_MS + HOUR_MS : STANDARD_MS;
}

export function instant(epochMs: number): Instant {
  return new Date(epochMs).toISOString();
}

/** Epoch milliseconds of a stored instant, or of any ISO text with an offset. Throws `RangeError` on other text. */
export function epochMs(at: Instant): number {
  const ms = /(?:Z|[+-]\d{2}:?\d{2})$/.test(at) ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${at}`);
  return ms;
}

/**
 * The instant at which Shanghai's wall shows these figures. A wall time that summer time skipped is read
 * as standard time; one that it repeated is the first of the two. Figures are not checked: see `isRealDate`.
 */
export function epochMsOfWall(wall: Wall): number {
  return epochMsOfFigures(Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second));
}

/** The same of the wall's figures as milliseconds: those that a clock in UTC has when it shows them. */
export function epochMsOfFigures(asUtc: number): number {
  const summerGuess = asUtc - STANDARD_MS - HOUR_MS;
  return offsetMs(summerGuess) === STANDARD_MS + HOUR_MS ? summerGuess : asUtc - STANDARD_MS;
}

export function instantOfWall(wall: Wall): Instant {
  return instant(epochMsOfWall(wall));
}

export function wallOf(ms: number): Wall {
  const shifted = new Date(ms + offsetMs(ms));
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
  };
}

/** The calendar date on Shanghai's wall. */
export function dateOf(ms: number): CalendarDate {
  const wall = wallOf(ms);
  return dateOfDayNumber(dayNumberOf(wall.year, wall.month, wall.day));
}

/** Epoch milliseconds of the midnight that opens this day in Shanghai. */
export function startOfDay(dayNumber: number): number {
  const { year, month, day } = splitDay(dayNumber);
  return epochMsOfWall({ year, month, day, hour: 0, minute: 0, second: 0 });
}

function splitDay(dayNumber: number): { year: number; month: number; day: number } {
  const date = new Date(dayNumber * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const two = (n: number): string => String(n).padStart(2, "0");

/** As people read it, on Shanghai's wall: `2026-01-04 08:30`, or with seconds. */
export function formatWall(at: Instant | number, to: "minute" | "second" = "minute"): string {
  const wall = wallOf(typeof at === "number" ? at : epochMs(at));
  const day = `${String(wall.year).padStart(4, "0")}-${two(wall.month)}-${two(wall.day)}`;
  const time = `${two(wall.hour)}:${two(wall.minute)}`;
  return to === "minute" ? `${day} ${time}` : `${day} ${time}:${two(wall.second)}`;
}

/** As machines exchange it: `2026-09-30T16:00:00+08:00`, with `.250` where it is not a whole second. */
export function formatOffset(ms: number): string {
  const hours = offsetMs(ms) / HOUR_MS;
  const rest = ((ms % 1000) + 1000) % 1000;
  const fraction = rest === 0 ? "" : `.${String(rest).padStart(3, "0")}`;
  return `${formatWall(ms, "second").replace(" ", "T")}${fraction}+${two(hours)}:00`;
}
