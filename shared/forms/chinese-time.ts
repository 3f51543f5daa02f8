import type { CalendarDate } from "../lib/dates.ts";
import { epochMs, wallOf, type Instant } from "../lib/instants.ts";

/** As a document has it, on Shanghai's wall: `2026年1月4日 08:30`; empty where nothing is known. */
export function documentTime(at: Instant | undefined): string {
  if (at === undefined) return "";
  const wall = wallOf(epochMs(at));
  return `${wall.year}年${wall.month}月${wall.day}日 ${two(wall.hour)}:${two(wall.minute)}`;
}

/** `2026年1月4日`; empty where nothing is known. */
export function documentDate(date: CalendarDate | undefined): string {
  if (date === undefined) return "";
  const [year, month, day] = date.split("-").map(Number);
  return `${year ?? ""}年${month ?? ""}月${day ?? ""}日`;
}

/** Time that counted, in hours and whole minutes: days would leave open of how many hours. `3小时25分` */
export function countedTime(ms: number): string {
  const all = Math.floor(ms / 60_000);
  if (ms <= 0) return "0分";
  if (all === 0) return "不足1分";
  const hours = Math.floor(all / 60);
  const minutes = all % 60;
  if (hours === 0) return `${minutes}分`;
  return minutes === 0 ? `${hours}小时` : `${hours}小时${minutes}分`;
}

/** A time to be filled in with a pen. */
export const TIME_BY_HAND = "　　　年　　月　　日　　时　　分";

/** A date to be filled in with a pen. */
export const DATE_BY_HAND = "　　　　年　　月　　日";

const two = (n: number): string => String(n).padStart(2, "0");
