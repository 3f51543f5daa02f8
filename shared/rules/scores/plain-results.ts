import { epochMs } from "../../lib/instants.ts";
import type { EventKind } from "../../records/event-kinds.ts";
import type { Clause, Stored } from "../../records/index.ts";
import { compile, type CompiledCalendar } from "../calendar/compile.ts";
import { isKnown } from "../calendar/known-time.ts";
import type { ClauseBook } from "../clauses/clause-book.ts";
import { hasEvidence } from "../clauses/evidence.ts";
import { measureOf } from "../clauses/measure.ts";
import { happened, stopped, type Happening } from "../clauses/stops.ts";
import { elapsedBetween } from "../clocks/elapsed.ts";
import type { IncidentState } from "../incidents/state.ts";
import type { Line } from "../incidents/timeline.ts";
import { ALIKE, type ClauseResult } from "./clause-results.ts";

/** A clause made ready to be counted many times. */
export interface ReadyClause {
  readonly id: string;
  readonly clause: Clause;
  readonly vendorId: string;
  /** Undefined where the calendar or the target is another for each start: that clause is counted at length. */
  readonly fixed: { readonly calendar: CompiledCalendar; readonly targetMs: number } | undefined;
}

export function readyClause(
  { id, data: clause }: Stored<"clause">,
  vendorId: string,
  book: ClauseBook,
): ReadyClause {
  const isFixed = clause.unit !== "workingDay" && clause.unit !== "calendarDay" && clause.target >= 0;
  const measure = isFixed ? measureOf(clause, book, 0) : undefined;
  const fixed =
    measure?.ok === true
      ? {
          calendar: compile(measure.value.calendar),
          targetMs: Math.round(measure.value.targetMinutes * 60_000),
        }
      : undefined;
  return { id, clause, vendorId, fixed };
}

/**
 * True of a timeline on which each step stands once and nothing stands still: no pause, no reopening, no change of
 * severity, no ruling, no day without a time. Most are, and nothing about their clocks can be argued.
 */
export function isPlain(events: readonly Line[]): boolean {
  for (let i = 0; i < events.length; i++) {
    const line = events[i];
    if (line === undefined || line.dateOnly === true || !PLAIN_KINDS.has(line.kind)) return false;
    for (let before = 0; before < i; before++) if (events[before]?.kind === line.kind) return false;
  }
  return true;
}

const PLAIN_KINDS: ReadonlySet<EventKind> = new Set<EventKind>([
  "reported",
  "acknowledged",
  "replied",
  "planSubmitted",
  "planConfirmed",
  "arrived",
  "workedAround",
  "resolved",
  "signedOff",
  "left",
  "note",
]);

/**
 * What `clocksOf` and the clocks' own readings come to for a plain timeline without verdicts, counted by prefix sums
 * alone (test/shared/rules/scores/plain-results.test.ts holds the two together). Undefined: it has to be counted at length.
 */
export function plainResults(
  imported: boolean,
  events: readonly Line[],
  state: IncidentState,
  clauses: readonly ReadyClause[],
  nowMs: number,
): ClauseResult[] | undefined {
  const results: ClauseResult[] = [];
  for (const ready of clauses) {
    const result = plainResult(imported, events, state, ready, nowMs);
    if (result === undefined) return undefined;
    results.push(result);
  }
  return results;
}

function plainResult(
  imported: boolean,
  events: readonly Line[],
  state: IncidentState,
  { id, clause, vendorId, fixed }: ReadyClause,
  nowMs: number,
): ClauseResult | undefined {
  if (fixed === undefined) return undefined;
  const start = happened(clause.startEvent, state, events);
  const stop = (imported ? happened : stopped)(clause.stopEvent, state, events);
  const common = {
    ...{ clauseId: id, contractId: clause.contractId, vendorId },
    frozen: false,
    evidenceMissing: !imported && stop !== undefined && !hasEvidence(clause, stop, events),
  };
  const ours = clause.party === "hospital" ? "ours" : undefined;
  if (imported && (start === undefined || stop === undefined)) {
    return {
      ...{ ...common, excluded: ours, outcomes: ALIKE.undecided, doubt: "ledger" },
      ...{ usedMs: undefined, overrunMs: 0, provisional: false, evidenceMissing: false },
    };
  }
  if (start === undefined) {
    return {
      ...{ ...common, excluded: ours ?? "notStarted", outcomes: ALIKE.open, doubt: undefined },
      ...{ usedMs: undefined, overrunMs: 0, provisional: false },
    };
  }
  const startMs = epochMs(start.at);
  const untilMs = stop === undefined ? Math.max(startMs, nowMs) : stoppedMs(clause, startMs, stop);
  // A stop before the start is somebody's slip: it is told of at length.
  if (untilMs < startMs) return undefined;
  const { calendar, targetMs } = fixed;
  const elapsedMs = elapsedBetween(calendar, startMs, untilMs, NO_PAUSES);
  const overrunMs = Math.max(0, elapsedMs - targetMs);
  const outcome = overrunMs > 0 ? "breached" : stop !== undefined ? "met" : imported ? "undecided" : "open";
  return {
    ...{ ...common, excluded: ours, outcomes: ALIKE[outcome], doubt: undefined },
    usedMs: stop === undefined ? undefined : elapsedMs,
    overrunMs,
    provisional: !isKnown(calendar.known, startMs, untilMs),
  };
}

/** What was done before its own clock began took no time; a report is no clock that can begin late. */
function stoppedMs({ startEvent }: Clause, startMs: number, { at }: Happening): number {
  const stopMs = epochMs(at);
  return startEvent !== "reported" && stopMs < startMs ? startMs : stopMs;
}

const NO_PAUSES: Parameters<typeof elapsedBetween>[3] = [];
