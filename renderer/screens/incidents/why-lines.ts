import { dateOf, epochMs } from "../../../shared/lib/instants.ts";
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

/** The lines of a clock, at most `limit`: ten years of a 5×8 clock are ten thousand. */
export function whyLines(clock: ClauseClock, solvedGaps: readonly Stretch[], limit: number): WhyLine[] {
  const gaps = solvedGaps.map(
    ({ from, to }) => [epochMs(from), to === undefined ? Infinity : epochMs(to)] as const,
  );
  const inCalendar = clock.clause.coverage === "calendar" || clock.clause.unit === "workingDay";
  // By the very calendar that was counted with: a notice typed in has its make-up days, too.
  const official = clock.basis?.calendar.official?.work ?? {};
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
      isMakeUp: inCalendar && kind === "counted" && Object.hasOwn(official, dateOf(fromMs)),
    });
  }
  return lines;
}
