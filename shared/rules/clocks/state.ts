import type { CompiledCalendar } from "../calendar/compile.ts";
import { isKnown } from "../calendar/known-time.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import { dueAfter, type Due } from "./due.ts";
import { elapsedBetween, spanFailure } from "./elapsed.ts";
import { mergePauses, type ClockFailure, type Pause } from "./pauses.ts";
import { segments, type Segment } from "./segments.ts";

/** One clock of one clause: what is measured. Epoch milliseconds. */
export interface Clock {
  readonly startMs: number;
  readonly targetMinutes: number;
  readonly pauses: readonly Pause[];
  /** When the stop event happened; null while the clock runs. */
  readonly stopMs: number | null;
}

/** Milliseconds are covered, unpaused time throughout; only `due.dueMs` is a point in time. */
export interface ClockState {
  readonly due: Due;
  readonly elapsedMs: number;
  /** What is left of the target; 0 when used up. */
  readonly remainingMs: number;
  /** What went beyond the target; 0 up to and at the target. */
  readonly overrunMs: number;
  readonly verdict: "running" | "met" | "breached";
  /** 预估: the due time, or the time counted so far, rests on a year whose notice is not known. */
  readonly provisional: boolean;
  /** From the start to the due time or to the stop (now), whichever is later. */
  readonly segments: () => Generator<Segment>;
}

/**
 * A clock as it stands at its stop, or now. Exactly at target is met (clocks R4), and what happens in
 * closed time right after the due time has used no more than the target: it is met, too, with overrun 0.
 * A start later than `nowMs` (a desk with a wrong clock) has simply used nothing yet.
 */
export function clockState(
  calendar: CompiledCalendar,
  clock: Clock,
  nowMs: number,
): Result<ClockState, ClockFailure> {
  const { startMs, targetMinutes, stopMs } = clock;
  const merged = mergePauses(clock.pauses);
  if (!merged.ok) return merged;
  const untilMs = stopMs ?? Math.max(startMs, nowMs);
  const failure = spanFailure(startMs, untilMs);
  if (failure !== undefined) return fail(failure);
  if (!(targetMinutes >= 0)) return fail({ kind: "badTarget", detail: String(targetMinutes) });

  const due = dueAfter(calendar, startMs, targetMinutes, merged.value);
  const elapsedMs = elapsedBetween(calendar, startMs, untilMs, merged.value);
  const leftMs = Math.round(targetMinutes * 60_000) - elapsedMs;
  return ok({
    due,
    elapsedMs,
    remainingMs: Math.max(0, leftMs),
    overrunMs: Math.max(0, -leftMs),
    verdict: leftMs < 0 ? "breached" : stopMs === null ? "running" : "met",
    provisional: due.provisional || !isKnown(calendar.known, startMs, untilMs),
    segments: () => segments(calendar, startMs, Math.max(untilMs, due.dueMs ?? untilMs), merged.value),
  });
}
