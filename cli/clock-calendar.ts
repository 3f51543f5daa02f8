import { ok, type Result } from "../shared/lib/result.ts";
import type { Calendar } from "../shared/rules/calendar/calendar.ts";
import { checkCalendar, type CalendarFailure } from "../shared/rules/calendar/check-calendar.ts";
import { officialCalendar } from "../shared/rules/calendar/official.ts";

/**
 * The calendar of a case: `"cn"` for the product's own, or an object. More patient than what is stored, where the
 * answer cannot be in doubt: keys nobody knows and empty ones are passed over, windows that overlap cover together,
 * and one without length covers nothing. `{ "always": false }` alone never opens.
 */
export function readCalendar(input: unknown): Result<Calendar, CalendarFailure> {
  if (input === "cn") return ok(officialCalendar());
  if (!isObject(input)) return checkCalendar(input);
  if (input["always"] === true) return checkCalendar({ always: true });
  const plain: Record<string, unknown> = {};
  for (const key of ["always", "windows", "off", "work"]) {
    if (input[key] !== undefined && input[key] !== null) plain[key] = input[key];
  }
  const { windows = plain["always"] === false ? {} : undefined } = plain;
  if (isObject(windows)) plain["windows"] = joinedWindows(windows);
  return checkCalendar(plain);
}

function joinedWindows(windows: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(windows)
      .filter(([, ofDay]) => ofDay !== null)
      .map(([weekday, ofDay]) => [weekday, isPairs(ofDay) ? joined(ofDay) : ofDay]),
  );
}

type Pair = readonly [string, string];

/** `HH:MM` sorts as text; what is no such time is left for the check to name. */
function joined(pairs: readonly Pair[]): Pair[] {
  const out: [string, string][] = [];
  for (const [from, to] of [...pairs].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    if (from === to) continue;
    const last = out.at(-1);
    if (last !== undefined && from <= last[1] && from < to) last[1] = last[1] > to ? last[1] : to;
    else out.push([from, to]);
  }
  return out;
}

function isPairs(input: unknown): input is readonly Pair[] {
  const isPair = (pair: unknown): boolean =>
    Array.isArray(pair) && pair.length === 2 && pair.every((time) => /^\d{2}:[0-5]\d$/.test(String(time)));
  return Array.isArray(input) && input.every(isPair);
}

function isObject(input: unknown): input is Record<string, unknown> {
  return typeof input === "object" && input !== null && !Array.isArray(input);
}
