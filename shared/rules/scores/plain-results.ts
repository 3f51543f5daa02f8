import { epochMs, type Instant } from "../../lib/instants.ts";
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
  const file: PlainFile = { imported, events, state, nowMs, readMs: new Map() };
  const results: ClauseResult[] = [];
  for (const ready of clauses) {
    const result = plainResult(file, ready);
    if (result === undefined) return undefined;
    results.push(result);
  }
  return results;
}

interface PlainFile {
  readonly imported: boolean;
  readonly events: readonly Line[];
  readonly state: IncidentState;
  readonly nowMs: number;
  /** Eight clauses ask for the same few times, and reading one costs as much as counting a clock. */
  readonly readMs: Map<Instant, number>;
}

function plainResult(file: PlainFile, ready: ReadyClause): ClauseResult | undefined {
  const { imported, events, state } = file;
  const { clause, fixed } = ready;
  if (fixed === undefined) return undefined;
  const start = happened(clause.startEvent, state, events);
  const stop = imported
    ? happened(clause.stopEvent, state, events)
    : stopped(clause.stopEvent, state, events);
  const ours = clause.party === "hospital" ? "ours" : undefined;
  const evidenceMissing = !imported && stop !== undefined && !hasEvidence(clause, stop, events);
  if (imported && (start === undefined || stop === undefined)) {
    return resultOf(ready, ours, ALIKE.undecided, "ledger", undefined, 0, false, false);
  }
  if (start === undefined) {
    return resultOf(ready, ours ?? "notStarted", ALIKE.open, undefined, undefined, 0, false, evidenceMissing);
  }
  const startMs = msOf(file, start.at);
  const untilMs = stop === undefined ? Math.max(startMs, file.nowMs) : stoppedMs(file, clause, startMs, stop);
  // A stop before the start is somebody's slip: it is told of at length.
  if (untilMs < startMs) return undefined;
  const { calendar, targetMs } = fixed;
  const elapsedMs = elapsedBetween(calendar, startMs, untilMs, NO_PAUSES);
  const overrunMs = Math.max(0, elapsedMs - targetMs);
  const outcomes = overrunMs > 0 ? ALIKE.breached : stop === undefined ? ALIKE.open : ALIKE.met;
  const usedMs = stop === undefined ? undefined : elapsedMs;
  const provisional = !isKnown(calendar.known, startMs, untilMs);
  return resultOf(ready, ours, outcomes, undefined, usedMs, overrunMs, provisional, evidenceMissing);
}

/** One literal for all of them: a year is hundreds of thousands. */
function resultOf(
  { id, clause, vendorId }: ReadyClause,
  excluded: ClauseResult["excluded"],
  outcomes: ClauseResult["outcomes"],
  doubt: ClauseResult["doubt"],
  usedMs: number | undefined,
  overrunMs: number,
  provisional: boolean,
  evidenceMissing: boolean,
): ClauseResult {
  return {
    clauseId: id,
    contractId: clause.contractId,
    vendorId,
    excluded,
    outcomes,
    doubt,
    usedMs,
    overrunMs,
    frozen: false,
    provisional,
    evidenceMissing,
  };
}

/** What was done before its own clock began took no time; a report is no clock that can begin late. */
function stoppedMs(file: PlainFile, { startEvent }: Clause, startMs: number, { at }: Happening): number {
  const stopMs = msOf(file, at);
  return startEvent !== "reported" && stopMs < startMs ? startMs : stopMs;
}

function msOf({ readMs }: PlainFile, at: Instant): number {
  const known = readMs.get(at);
  if (known !== undefined) return known;
  const ms = epochMs(at);
  readMs.set(at, ms);
  return ms;
}

const NO_PAUSES: Parameters<typeof elapsedBetween>[3] = [];
