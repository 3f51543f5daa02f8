import type { CompiledCalendar } from "../calendar/compile.ts";
import { countAt } from "../calendar/timeline.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import { isInstant, mergePauses, type ClockFailure, type MergedPauses, type Pause } from "./pauses.ts";

/**
 * Covered, unpaused milliseconds from start to stop (clocks R4). A stop before the start is a failure:
 * it means that one of the two was recorded wrongly.
 */
export function elapsedMs(
  calendar: CompiledCalendar,
  startMs: number,
  stopMs: number,
  pauses: readonly Pause[],
): Result<number, ClockFailure> {
  const merged = mergePauses(pauses);
  if (!merged.ok) return merged;
  const failure = spanFailure(startMs, stopMs);
  return failure === undefined ? ok(elapsedBetween(calendar, startMs, stopMs, merged.value)) : fail(failure);
}

/** As `elapsedMs`, on what was checked before. */
export function elapsedBetween(
  calendar: CompiledCalendar,
  startMs: number,
  stopMs: number,
  pauses: MergedPauses,
): number {
  const timeline = calendar.timelineFrom(startMs);
  let elapsed = countAt(timeline, stopMs) - countAt(timeline, startMs);
  for (const pause of pauses) {
    if (pause.toMs <= startMs) continue;
    if (pause.fromMs >= stopMs) break;
    elapsed -=
      countAt(timeline, Math.min(stopMs, pause.toMs)) - countAt(timeline, Math.max(startMs, pause.fromMs));
  }
  return elapsed;
}

export function spanFailure(startMs: number, stopMs: number): ClockFailure | undefined {
  if (!isInstant(startMs)) return { kind: "badInstant", detail: `start ${startMs}` };
  if (!isInstant(stopMs)) return { kind: "badInstant", detail: `stop ${stopMs}` };
  return stopMs < startMs ? { kind: "stopBeforeStart", detail: `${stopMs - startMs} ms` } : undefined;
}
