import type { CompiledCalendar } from "../calendar/compile.ts";
import { isKnown } from "../calendar/known-time.ts";
import { countAt, instantAt, type Timeline } from "../calendar/timeline.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import {
  isInstant,
  LAST_INSTANT_MS,
  mergePauses,
  type ClockFailure,
  type MergedPauses,
  type Pause,
} from "./pauses.ts";

/**
 * When a clause falls due. `dueMs` null says why: the calendar never opens, the clock stands in a pause
 * that has not ended, or the year 9999 is over first.
 * `provisional` (预估): the way there leads through a time whose holiday notice is not known.
 */
export type Due =
  | { readonly dueMs: number; readonly provisional: boolean }
  | {
      readonly dueMs: null;
      readonly because: "neverOpens" | "paused" | "beyond";
      readonly provisional: boolean;
    };

/**
 * The instant at which covered, unpaused time since the start reaches the target (clocks R3–R5).
 *
 * Epoch milliseconds; the target may be a fraction of a minute and is rounded to milliseconds. The end of
 * a window is still the window: four hours from 08:00 are due at 12:00, not at 14:00. A target of 0 is due
 * at the first covered, unpaused instant, for that is when the clock begins (R3).
 * Costs the same for a day and for ten years, plus n log n for the pauses.
 */
export function dueAt(
  calendar: CompiledCalendar,
  startMs: number,
  targetMinutes: number,
  pauses: readonly Pause[],
): Result<Due, ClockFailure> {
  const merged = mergePauses(pauses);
  if (!merged.ok) return merged;
  if (!isInstant(startMs)) return fail({ kind: "badInstant", detail: `start ${startMs}` });
  if (!(targetMinutes >= 0)) return fail({ kind: "badTarget", detail: String(targetMinutes) });
  return ok(dueAfter(calendar, startMs, targetMinutes, merged.value));
}

/** As `dueAt`, on what was checked before. */
export function dueAfter(
  calendar: CompiledCalendar,
  startMs: number,
  targetMinutes: number,
  pauses: MergedPauses,
): Due {
  if (!calendar.opens) return { dueMs: null, because: "neverOpens", provisional: false };
  const targetMs = Math.round(targetMinutes * 60_000);
  if (targetMs > LAST_INSTANT_MS) return { dueMs: null, because: "beyond", provisional: false };
  const timeline = calendar.timelineFrom(startMs);
  // Zero is reached where the first millisecond begins to be counted.
  const count = countToReach(timeline, startMs, Math.max(1, targetMs), pauses);
  if (count === Infinity) {
    const openPauseMs = pauses.at(-1)?.fromMs ?? startMs;
    const provisional = !isKnown(calendar.known, startMs, Math.max(startMs, openPauseMs));
    return { dueMs: null, because: "paused", provisional };
  }
  const dueMs = instantAt(timeline, count) - (targetMs === 0 ? 1 : 0);
  const provisional = !isKnown(calendar.known, startMs, dueMs);
  return dueMs > LAST_INSTANT_MS ? { dueMs: null, because: "beyond", provisional } : { dueMs, provisional };
}

/** The timeline's count at which the clock reaches its target; `Infinity` in a pause without an end. */
function countToReach(timeline: Timeline, startMs: number, targetMs: number, pauses: MergedPauses): number {
  let count = countAt(timeline, startMs) + targetMs;
  for (const pause of pauses) {
    if (pause.toMs <= startMs) continue;
    const atPause = countAt(timeline, Math.max(startMs, pause.fromMs));
    if (count <= atPause) break;
    if (pause.toMs === Infinity) return Infinity;
    count += countAt(timeline, pause.toMs) - atPause;
  }
  return count;
}
