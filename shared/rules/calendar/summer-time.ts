import { dayNumberOf } from "../../lib/dates.ts";
import { startOfDay } from "../../lib/instants.ts";
import { ownTemplate } from "./day-template.ts";
import { weekOn, type Ordinary } from "./ordinary.ts";
import type { Span } from "./timeline.ts";
import { DAY_MS } from "./week.ts";

/** From here on Shanghai's wall is UTC+8 without exception. */
export const SUMMER_TIME_OVER_MS = Date.UTC(1992, 0, 1);
const HOUR_MS = 3_600_000;

/** Every day of China's summer times (1986–1991), whose midnights lie an hour early or that last 23 or 25 hours. */
export function summerSpans(ordinary: Ordinary, special: ReadonlyMap<number, number>): Span[] {
  const spans: Span[] = [];
  for (let day = dayNumberOf(1986, 1, 1); day < dayNumberOf(1992, 1, 1); day++) {
    const fromMs = startOfDay(day);
    const toMs = startOfDay(day + 1);
    const lastsMs = toMs - fromMs;
    if (fromMs === standardMidnight(day) && lastsMs === DAY_MS) continue;
    const template = special.get(day) ?? ownTemplate(day);
    const week = weekOn(ordinary, day);
    if (lastsMs === DAY_MS) {
      spans.push({ fromMs, toMs, template, week, wallMs: 0 });
      continue;
    }
    // All twelve changes came when the wall showed 2 o'clock: it jumped to 3, or back to 1.
    const changeMs = fromMs + 2 * HOUR_MS;
    spans.push({ fromMs, toMs: changeMs, template, week, wallMs: 0 });
    spans.push({ fromMs: changeMs, toMs, template, week, wallMs: lastsMs < DAY_MS ? 3 * HOUR_MS : HOUR_MS });
  }
  return spans;
}

/** Where summer time is not in force, which `summerSpans` covers whole. */
export function standardMidnight(day: number): number {
  return day * DAY_MS - 8 * HOUR_MS;
}
