import { z } from "zod";
import { WEEKDAYS, type CalendarDate, type Weekday } from "../../lib/dates.ts";

/** From and to on Shanghai's wall, `HH:MM`; the end may be `24:00`. */
export type Window = readonly [string, string];

export type Windows = Readonly<Partial<Record<Weekday, readonly Window[]>>>;

/**
 * The hours in which a clause counts. Plain data, never changed once made: what is compiled from it is kept.
 *
 * Order of truth for a date (clocks §2 rule 1): the hospital's own `off` and `work`, then `official`,
 * then the windows of its weekday in its season, else the calendar's own. `work` names the weekday whose windows a day has; `null` means the
 * day's own windows if it has any, else Monday's.
 */
export interface Calendar {
  /** 7×24: the rest of the calendar is ignored. */
  readonly always: boolean;
  readonly windows: Windows;
  readonly off: readonly CalendarDate[];
  readonly work: Readonly<Record<CalendarDate, Weekday | null>>;
  /** Summer and winter hours. No two name one day. */
  readonly seasons?: readonly Season[];
  /** Absent: this calendar does not follow the official notices, and nothing about it is unknown. */
  readonly official?: OfficialDays;
}

/** Hours that hold in a part of every year, in place of the calendar's own for all seven weekdays. */
export interface Season {
  /** First and last day, `MM-DD`, both included; the last may come before the first: over New Year. */
  readonly from: string;
  readonly to: string;
  readonly windows: Windows;
}

export interface OfficialDays {
  readonly off: readonly CalendarDate[];
  readonly work: Readonly<Record<CalendarDate, Weekday | null>>;
  /** Years whose notice is in the lists. An answer that needs another year is provisional (预估). */
  readonly years: readonly number[];
}

const zWeekday = z.enum(WEEKDAYS);
const zWindows = z.partialRecord(zWeekday, z.array(z.tuple([z.string(), z.string()])));
const zOff = z.array(z.string());
const zWork = z.record(z.string(), zWeekday.nullable());

/** The shape only; whether times and dates make sense is `checkCalendar`'s to say. */
export const zCalendar = z.strictObject({
  always: z.boolean().default(false),
  windows: zWindows.default({}),
  off: zOff.default([]),
  work: zWork.default({}),
  seasons: z.array(z.strictObject({ from: z.string(), to: z.string(), windows: zWindows })).exactOptional(),
  official: z.strictObject({ off: zOff, work: zWork, years: z.array(z.int()) }).exactOptional(),
});
