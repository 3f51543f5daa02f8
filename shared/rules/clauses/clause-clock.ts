import { instant, type Instant } from "../../lib/instants.ts";
import type { EventKind } from "../../records/event-kinds.ts";
import type { Clause } from "../../records/index.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { compile } from "../calendar/compile.ts";
import { dueAt } from "../clocks/due.ts";
import type { ClockFailure, Pause } from "../clocks/pauses.ts";
import type { Segment } from "../clocks/segments.ts";
import type { MeasureFailure } from "./measure.ts";
import type { PauseMode } from "./pause-modes.ts";

/** One clause's clock for one incident. Milliseconds are time that counted, unless a name ends in `At`. */
export interface ClauseClock extends ModeResult {
  readonly clauseId: string;
  readonly clause: Clause;
  readonly startAt: Instant | undefined;
  readonly stopAt: Instant | undefined;
  /** What stopped it; another kind than the clause's own when a later step stands for it. */
  readonly stoppedBy: EventKind | undefined;
  /** It stopped, and the evidence that the clause asks for is not on the timeline (clocks R6). */
  readonly evidenceMissing: boolean;
  /** Its start or stop is told differently by two desks; what each account would give. */
  readonly range: ClockRange | undefined;
  /** Attached by a change of severity then: thresholds passed before are listed, never rung (clocks R8). */
  readonly attachedAt: Instant | undefined;
  /** 预估: rests on a year whose holiday notice is not known. */
  readonly provisional: boolean;
  readonly problem: ClauseProblem | undefined;
  /** What it is counted with; undefined before the start and where it cannot be computed. */
  readonly basis: ClockBasis | undefined;
  /** Why it is that time: every counted, paused, closed and holiday stretch. Computed when asked for. */
  readonly segments: () => Iterable<Segment>;
  /** The same clock with the pauses that one side, or both, hold. Its own figures are the hospital's. */
  readonly underMode: (mode: PauseMode) => ModeResult;
}

export interface ModeResult {
  /** `unknown`: it cannot be computed, `problem` says why. `contested`: accounts of one time give different results. */
  readonly state: "notStarted" | "running" | "paused" | "met" | "breached" | "contested" | "unknown";
  /** Undefined before the start, in a pause without an end, and where it cannot be computed. */
  readonly dueAt: Instant | undefined;
  readonly elapsedMs: number;
  readonly remainingMs: number;
  readonly overrunMs: number;
}

interface ClockRange {
  readonly starts: readonly Instant[];
  readonly stops: readonly Instant[];
  readonly leastElapsedMs: number;
  readonly mostElapsedMs: number;
}

export interface ClockBasis {
  readonly calendar: Calendar;
  readonly startMs: number;
  readonly targetMinutes: number;
  readonly pauses: readonly Pause[];
}

export type ClauseProblem =
  | MeasureFailure
  | ClockFailure
  /** An imported incident whose ledger lacks one of the two times (clocks R15). */
  | { readonly kind: "notInLedger" }
  /** The ledger knows the day only, and the clause counts in less than days. */
  | { readonly kind: "dateOnly" };

/**
 * The instant at which a clock has used this share of its target: 0.75 is the 75 % mark, 2 a second whole target
 * (clocks R9). Undefined where it has not started, cannot be computed or stands in a pause without an end before it.
 */
export function reachAt({ basis }: ClauseClock, share: number): Instant | undefined {
  if (basis === undefined) return undefined;
  const { calendar, startMs, targetMinutes, pauses } = basis;
  const due = dueAt(compile(calendar), startMs, targetMinutes * share, pauses);
  return due.ok && due.value.dueMs !== null ? instant(due.value.dueMs) : undefined;
}

/** The clock that presses: of those not yet stopped, the first due; a paused one only when no other runs. */
export function pressing(clocks: readonly ClauseClock[]): ClauseClock | undefined {
  const open = clocks.filter((clock) => clock.stopAt === undefined);
  return (
    open.find((clock) => clock.state === "running" || clock.state === "breached") ??
    open.find((clock) => clock.state === "paused")
  );
}

/** The earliest due first (clocks R12), those without a due time last. */
export function byDue(a: ClauseClock, b: ClauseClock): number {
  const [first, second] = [a.dueAt ?? LAST, b.dueAt ?? LAST];
  return first < second ? -1 : first > second ? 1 : 0;
}

const LAST = "9999-12-31T15:59:59.999Z";
