import { isDate, WEEKDAYS, type CalendarDate, type Weekday } from "../../lib/dates.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import {
  zCalendar,
  type Calendar,
  type OfficialDays,
  type Season,
  type Window,
  type Windows,
} from "./calendar.ts";
import { everyMonthDay, isMonthDay, seasonOn } from "./seasons.ts";
import { minuteOfDay, minutesOfWindow } from "./windows.ts";

export type CalendarFailure =
  | { readonly kind: "notACalendar"; readonly detail: string }
  | WindowFailure
  /** A season's first or last day, as written. */
  | { readonly kind: "badMonthDay"; readonly detail: string }
  /** The first day that two seasons name, `MM-DD`. */
  | { readonly kind: "seasonsOverlap"; readonly detail: string }
  | { readonly kind: "badDate" | "dateBothOffAndWork"; readonly detail: string }
  | { readonly kind: "neverOpens"; readonly detail: string };

interface WindowFailure {
  readonly kind: "badTime" | "windowPastMidnight" | "windowEndsBeforeStart" | "windowsOverlap";
  readonly weekday: Weekday;
  /** `06-01~09-30` where it stands in a season. */
  readonly season?: string;
  readonly detail: string;
}

/** Any value as a calendar, or the first thing that is wrong with it. One that never opens passes. */
export function checkCalendar(input: unknown): Result<Calendar, CalendarFailure> {
  const parsed = zCalendar.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const detail = `${issue?.path.map(String).join(".") ?? ""}: ${issue?.message ?? ""}`;
    return fail({ kind: "notACalendar", detail });
  }
  const calendar = parsed.data;
  if (calendar.always) return ok(calendar);
  if (!saysAnything(input)) return fail({ kind: "notACalendar", detail: "neither `always` nor `windows`" });
  const failure =
    windowsFailure(calendar.windows) ??
    seasonsFailure(calendar.seasons ?? []) ??
    dayFailure(calendar) ??
    (calendar.official === undefined ? undefined : dayFailure(calendar.official));
  return failure === undefined ? ok(calendar) : fail(failure);
}

/**
 * As `checkCalendar`, and refuses one that never opens: no clause could ever fall due in it
 * (GLPI falls back to 7×24 without a word; clocks §1).
 */
export function checkCalendarToStore(input: unknown): Result<Calendar, CalendarFailure> {
  const checked = checkCalendar(input);
  if (!checked.ok || checked.value.always) return checked;
  // Every worked day takes its windows from a weekday: without weekday windows nothing opens, ever.
  const { windows, seasons = [] } = checked.value;
  const someDay = everyMonthDay().some((day) =>
    hasWindow(seasons[seasonOn(seasons, day)]?.windows ?? windows),
  );
  return someDay ? checked : fail({ kind: "neverOpens", detail: "no weekday has a window" });
}

function hasWindow(windows: Windows): boolean {
  return WEEKDAYS.some((weekday) => (windows[weekday] ?? []).length > 0);
}

function seasonsFailure(seasons: readonly Season[]): CalendarFailure | undefined {
  const bad = seasons.flatMap(({ from, to }) => [from, to]).find((day) => !isMonthDay(day));
  if (bad !== undefined) return { kind: "badMonthDay", detail: bad };
  const twice = everyMonthDay().find((day) => seasons.filter((one) => seasonOn([one], day) === 0).length > 1);
  if (twice !== undefined) return { kind: "seasonsOverlap", detail: twice };
  return seasons
    .map(({ from, to, windows }) => {
      const failure = windowsFailure(windows);
      return failure === undefined ? undefined : { ...failure, season: `${from}~${to}` };
    })
    .find(isFound);
}

function windowsFailure(windows: Windows): WindowFailure | undefined {
  return WEEKDAYS.map((weekday) => windowFailure(weekday, windows[weekday] ?? [])).find(isFound);
}

function windowFailure(weekday: Weekday, windows: readonly Window[]): WindowFailure | undefined {
  for (const window of windows) {
    const kind = oneWindowFailure(window);
    if (kind !== undefined) return { kind, weekday, detail: `${weekday} ${window.join("-")}` };
  }
  const sorted = windows.map((window) => ({ window, at: minutesOfWindow(window) }));
  sorted.sort((a, b) => a.at[0] - b.at[0]);
  for (const [i, { window, at }] of sorted.entries()) {
    const next = sorted[i + 1];
    if (next === undefined || next.at[0] >= at[1]) continue;
    const detail = `${weekday} ${window.join("-")} and ${next.window.join("-")}`;
    return { kind: "windowsOverlap", weekday, detail };
  }
  return undefined;
}

function oneWindowFailure([from, to]: Window) {
  const start = minuteOfDay(from);
  const end = minuteOfDay(to);
  if (start === undefined || end === undefined) return "badTime";
  if (start >= 24 * 60 || end > 24 * 60) return "windowPastMidnight";
  return end <= start ? "windowEndsBeforeStart" : undefined;
}

function dayFailure(days: Pick<OfficialDays, "off" | "work">): CalendarFailure | undefined {
  const worked = Object.keys(days.work);
  const bad = [...days.off, ...worked].find((date) => !isCalendarYear(date));
  if (bad !== undefined) return { kind: "badDate", detail: bad };
  const off = new Set(days.off);
  const both = worked.find((date) => off.has(date));
  return both === undefined ? undefined : { kind: "dateBothOffAndWork", detail: both };
}

/** A date of the time this product keeps facts about; `0026-01-04` is a slip of the finger. */
function isCalendarYear(date: CalendarDate): boolean {
  return isDate(date) && date >= "1970-01-01";
}

/** A calendar of defaults alone is a mistake: nobody meant it. */
function saysAnything(input: unknown): boolean {
  return typeof input === "object" && input !== null && "windows" in input;
}

function isFound<T>(value: T | undefined): value is T {
  return value !== undefined;
}
