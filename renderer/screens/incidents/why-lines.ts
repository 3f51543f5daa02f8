import type { CalendarDate } from "../../../shared/lib/dates.ts";
import { dateOf, epochMs } from "../../../shared/lib/instants.ts";
import { officialDays } from "../../../shared/rules/calendar/official.ts";
import type { ClauseClock } from "../../../shared/rules/clauses/clause-clock.ts";
import type { Stretch } from "../../../shared/rules/incidents/state.ts";

/** One line of 「为什么是这个时间」. */
export interface WhyLine {
  readonly fromMs: number;
  readonly toMs: number;
  readonly kind: "counted" | "paused" | "solved" | "closed" | "holiday";
  /** Counted from the start of the clock to the end of this line, milliseconds. */
  readonly countedMs: number;
  /** Counted because a notice made a day of rest a workday (调休). */
  readonly isMakeUp: boolean;
}

const makeUpDays: ReadonlySet<CalendarDate> = new Set(Object.keys(officialDays().work));

/** The lines of a clock, at most `limit`: ten years of a 5×8 clock are ten thousand. */
export function whyLines(clock: ClauseClock, solvedGaps: readonly Stretch[], limit: number): WhyLine[] {
  const gaps = solvedGaps.map(
    ({ from, to }) => [epochMs(from), to === undefined ? Infinity : epochMs(to)] as const,
  );
  const inCalendar = clock.clause.coverage === "calendar" || clock.clause.unit === "workingDay";
  const lines: WhyLine[] = [];
  let countedMs = 0;
  for (const { fromMs, toMs, kind } of clock.segments()) {
    if (lines.length === limit) break;
    if (kind === "counted") countedMs += toMs - fromMs;
    const isSolved = kind === "paused" && gaps.some(([from, to]) => from <= fromMs && toMs <= to);
    lines.push({
      fromMs,
      toMs,
      kind: isSolved ? "solved" : kind,
      countedMs,
      isMakeUp: inCalendar && kind === "counted" && makeUpDays.has(dateOf(fromMs)),
    });
  }
  return lines;
}
