import { isDate, type CalendarDate } from "../../lib/dates.ts";

/** What is wrong with a day that somebody told us as past or present; undefined when nothing is. */
export function toldDayFailure(
  day: CalendarDate,
  today: CalendarDate,
): "notADate" | "inTheFuture" | undefined {
  if (!isDate(day)) return "notADate";
  return day > today ? "inTheFuture" : undefined;
}

/** The longest single line that records take. */
export const LINE_LIMIT = 500;

/** The texts that say something, trimmed. */
export function said<K extends string>(texts: Readonly<Record<K, string>>): Partial<Record<K, string>> {
  const known: Partial<Record<K, string>> = {};
  for (const [key, text] of Object.entries<string>(texts)) {
    // The keys are the ones given; the compiler widens them to `string`.
    if (text.trim() !== "") known[key as K] = text.trim();
  }
  return known;
}
