import fc from "fast-check";
import { dateOfDayNumber, dayNumber, WEEKDAYS } from "../../../../shared/lib/dates.ts";
import { epochMs } from "../../../../shared/lib/instants.ts";
import type { Calendar, Season, Window } from "../../../../shared/rules/calendar/calendar.ts";
import { checkCalendarToStore } from "../../../../shared/rules/calendar/check-calendar.ts";

/** Random calendars, starts and pauses within half a year, so that counting minute by minute stays possible. */
const FIRST_DAY = dayNumber("2026-01-05");
const FIRST_MS = epochMs("2026-01-05T00:00:00+08:00");
const MINUTE_MS = 60_000;
const SPAN_MINUTES = 60 * 1440;

const time = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Up to three windows a day, some touching midnight or one another. */
const arbWindows = fc
  .uniqueArray(fc.oneof(fc.constantFrom(0, 480, 720, 840, 1080, 1440), fc.integer({ min: 0, max: 1440 })), {
    maxLength: 6,
  })
  .map((cuts) => {
    const sorted = [...cuts].sort((a, b) => a - b);
    const windows: Window[] = [];
    for (let i = 0; i + 1 < sorted.length; i += 2) {
      windows.push([time(sorted[i] ?? 0), time(sorted[i + 1] ?? 0)]);
    }
    return windows;
  });

const arbDate = fc.integer({ min: 0, max: 60 }).map((day) => dateOfDayNumber(FIRST_DAY + day));

const arbDays = fc
  .record({
    off: fc.uniqueArray(arbDate, { maxLength: 20 }),
    work: fc.dictionary(arbDate, fc.option(fc.constantFrom(...WEEKDAYS)), { maxKeys: 8 }),
  })
  .map(({ off, work }) => ({ off: off.filter((date) => !Object.hasOwn(work, date)), work }));

const arbWeek = fc.record(Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, arbWindows] as const)));

/** Mostly from December to March, where the instants are; some over New Year, some from or to 29 February. */
const arbMonthDay = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.integer({ min: -20, max: 80 }).map((day) => dateOfDayNumber(FIRST_DAY + day).slice(5)),
  },
  { weight: 1, arbitrary: fc.constantFrom("02-29", "02-28", "03-01", "12-31", "01-01", "06-30") },
);

/** Up to three, cut out of the year; the last may reach over New Year into the time before the first. */
const arbSeasons: fc.Arbitrary<readonly Season[]> = fc
  .tuple(
    fc.uniqueArray(arbMonthDay, { minLength: 2, maxLength: 6 }),
    fc.boolean(),
    fc.array(arbWeek, { minLength: 3, maxLength: 3 }),
  )
  .map(([days, wraps, weeks]) => {
    const cuts = [...days].sort();
    if (wraps) cuts.push(cuts.shift() ?? "");
    const seasons: Season[] = [];
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      seasons.push({ from: cuts[i] ?? "", to: cuts[i + 1] ?? "", windows: weeks[i / 2] ?? {} });
    }
    return seasons;
  });

export const arbCalendar: fc.Arbitrary<Calendar> = fc
  .record({
    always: fc.nat(9).map((n) => n === 0),
    windows: arbWeek,
    seasons: fc.option(arbSeasons, { nil: undefined }),
    days: arbDays,
    official: fc.option(arbDays, { nil: undefined }),
  })
  .map(({ always, windows, seasons, days, official }) => ({
    always,
    windows,
    ...days,
    ...(seasons === undefined ? {} : { seasons }),
    ...(official === undefined ? {} : { official: { ...official, years: [2025, 2026] } }),
  }));

/** Whether any day of the year opens. A season that is closed, or shut in all year round by others, does not help. */
export const opens = (calendar: Calendar): boolean => calendar.always || checkCalendarToStore(calendar).ok;

export const arbMinute = fc.integer({ min: 0, max: SPAN_MINUTES }).map((n) => FIRST_MS + n * MINUTE_MS);

export const arbPauses = fc.array(
  fc
    .tuple(arbMinute, fc.integer({ min: 0, max: 4000 }))
    .map(([fromMs, minutes]) => ({ fromMs, toMs: fromMs + minutes * MINUTE_MS })),
  { maxLength: 6 },
);

/** Milliseconds, not whole minutes. */
export const arbMs = fc.integer({ min: 0, max: SPAN_MINUTES * MINUTE_MS }).map((ms) => FIRST_MS + ms);
