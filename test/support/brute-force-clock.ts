import type { Calendar, OfficialDays } from "../../shared/rules/calendar/calendar.ts";
import type { Weekday } from "../../shared/lib/dates.ts";

/**
 * Working time counted the slow way, minute by minute, from the plain calendar and nothing of the product's
 * own counting. Whole minutes only, and only since 1992: Shanghai's wall is UTC+8.
 */
const MINUTE_MS = 60_000;
const NAMES: readonly Weekday[] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

export interface MinutePause {
  readonly fromMs: number;
  readonly toMs: number;
}

/** What the minute that begins at `ms` is. */
export function kindOfMinute(calendar: Calendar, ms: number, pauses: readonly MinutePause[]) {
  const day = dayKind(calendar, ms);
  const covered = day !== "holiday" && isInWindow(calendar, day, ms);
  if (!covered) return day === "holiday" ? "holiday" : "closed";
  return pauses.some((pause) => ms >= pause.fromMs && ms < pause.toMs) ? "paused" : "counted";
}

export function countMinutes(
  calendar: Calendar,
  fromMs: number,
  toMs: number,
  pauses: readonly MinutePause[],
): number {
  let minutes = 0;
  for (let at = fromMs; at < toMs; at += MINUTE_MS) {
    if (kindOfMinute(calendar, at, pauses) === "counted") minutes++;
  }
  return minutes;
}

/** The end of the minute in which the target is reached, or null when it is not by `giveUpMs`. */
export function dueByCounting(
  calendar: Calendar,
  startMs: number,
  targetMinutes: number,
  pauses: readonly MinutePause[],
  giveUpMs: number,
): number | null {
  let left = targetMinutes;
  for (let at = startMs; at < giveUpMs; at += MINUTE_MS) {
    if (kindOfMinute(calendar, at, pauses) === "counted" && --left === 0) return at + MINUTE_MS;
  }
  return null;
}

function dayKind(calendar: Calendar, ms: number): Weekday | "holiday" {
  const wall = new Date(ms + 8 * 3_600_000);
  const date = wall.toISOString().slice(0, 10);
  const own = NAMES[wall.getUTCDay()] ?? "mon";
  const windows = windowsOfDate(calendar, date);
  const opens = (weekday: Weekday) => (windows[weekday] ?? []).length > 0;
  if (calendar.always) return own;
  const said = (days: Pick<OfficialDays, "off" | "work"> | undefined): Weekday | "holiday" | undefined => {
    if (days?.off.includes(date) === true) return "holiday";
    const replaces = days?.work[date];
    if (replaces === undefined) return undefined;
    return replaces ?? (opens(own) ? own : "mon");
  };
  return said(calendar) ?? said(calendar.official) ?? own;
}

function isInWindow(calendar: Calendar, weekday: Weekday, ms: number): boolean {
  if (calendar.always) return true;
  const wall = new Date(ms + 8 * 3_600_000).toISOString();
  const time = wall.slice(11, 16);
  return (windowsOfDate(calendar, wall.slice(0, 10))[weekday] ?? []).some(
    ([from, to]) => time >= from && time < to,
  );
}

/** Told day by day: a season that begins after it ends has every day but those between. */
function windowsOfDate(calendar: Calendar, date: string): Calendar["windows"] {
  const day = Number(date.slice(5, 7)) * 100 + Number(date.slice(8, 10));
  for (const { from, to, windows } of calendar.seasons ?? []) {
    const [first, last] = [from, to].map((text) => Number(text.replace("-", "")));
    if (first === undefined || last === undefined) continue;
    const within = first <= last ? day >= first && day <= last : !(day > last && day < first);
    if (within) return windows;
  }
  return calendar.windows;
}
