import { epochMs, instant, type Instant } from "../../lib/instants.ts";
import type { EventKind } from "../../records/event-kinds.ts";
import type { Clause, Incident, IncidentEvent, Stored } from "../../records/index.ts";
import { compile } from "../calendar/compile.ts";
import type { ClockFailure, Pause } from "../clocks/pauses.ts";
import type { Segment } from "../clocks/segments.ts";
import { clockState } from "../clocks/state.ts";
import { incidentState, type IncidentState } from "../incidents/state.ts";
import { measureOf, type MeasureFailure } from "./measure.ts";
import { happened, stopped, type Happening } from "./stops.ts";

/** One clause's clock for one incident. Milliseconds are time that counted, unless a name ends in `At`. */
export interface ClauseClock {
  readonly clauseId: string;
  readonly clause: Clause;
  /** `unknown`: it cannot be computed; `problem` says why. */
  readonly state: "notStarted" | "running" | "paused" | "met" | "breached" | "unknown";
  readonly startAt: Instant | undefined;
  readonly stopAt: Instant | undefined;
  /** What stopped it; another kind than the clause's own when a later step stands for it. */
  readonly stoppedBy: EventKind | undefined;
  /** Undefined before the start, in a pause without an end, and where it cannot be computed. */
  readonly dueAt: Instant | undefined;
  readonly elapsedMs: number;
  readonly remainingMs: number;
  readonly overrunMs: number;
  /** 预估: rests on a year whose holiday notice is not known. */
  readonly provisional: boolean;
  readonly problem: ClauseProblem | undefined;
  /** Why it is that time: every counted, paused, closed and holiday stretch. Computed when asked for. */
  readonly segments: () => Iterable<Segment>;
}

export type ClauseProblem =
  | MeasureFailure
  | ClockFailure
  /** An imported incident whose ledger lacks one of the two times (clocks R15). */
  | { readonly kind: "notInLedger" }
  /** The ledger knows the day only, and the clause counts in less than days. */
  | { readonly kind: "dateOnly" };

type Line = Pick<IncidentEvent, "kind" | "at" | "dateOnly">;

/**
 * The clocks of all clauses that hold for an incident, the earliest due first (clocks R12), those without a
 * due time last. Nothing here alarms; an imported incident is computed only where its ledger has both
 * times, and never runs (R15: see `isImported`).
 */
export function clauseClocks(
  incident: Incident,
  events: readonly Line[],
  clauses: readonly Stored<"clause">[],
  calendars: readonly Stored<"calendar">[],
  nowMs: number,
): ClauseClock[] {
  const state = incidentState(incident, events);
  return clauses
    .map((clause) => clockOf({ incident, events, state, clause, calendars, nowMs }))
    .sort((a, b) =>
      (a.dueAt ?? LAST) < (b.dueAt ?? LAST) ? -1 : (a.dueAt ?? LAST) > (b.dueAt ?? LAST) ? 1 : 0,
    );
}

/** True for what came from an old ledger: shown and counted, never an alarm (clocks R15). */
export function isImported(incident: Pick<Incident, "importBatchId" | "evidence">): boolean {
  return incident.importBatchId !== undefined || incident.evidence !== undefined;
}

/** The clock that presses: of those not yet stopped, the first due; a paused one only when no other runs. */
export function pressing(clocks: readonly ClauseClock[]): ClauseClock | undefined {
  const open = clocks.filter((clock) => clock.stopAt === undefined);
  return (
    open.find((clock) => clock.state === "running" || clock.state === "breached") ??
    open.find((clock) => clock.state === "paused")
  );
}

const LAST = "9999-12-31T15:59:59.999Z";

interface Question {
  readonly incident: Incident;
  readonly events: readonly Line[];
  readonly state: IncidentState;
  readonly clause: Stored<"clause">;
  readonly calendars: readonly Stored<"calendar">[];
  readonly nowMs: number;
}

function clockOf(question: Question): ClauseClock {
  const { incident, events, state, calendars, nowMs } = question;
  const { id: clauseId, data: clause } = question.clause;
  const imported = isImported(incident);
  const start = happened(clause.startEvent, state, events);
  const stop = (imported ? happened : stopped)(clause.stopEvent, state, events);
  const still: ClauseClock = {
    clauseId,
    clause,
    state: "notStarted",
    startAt: start?.at,
    stopAt: stop?.at,
    stoppedBy: stop?.kind,
    dueAt: undefined,
    elapsedMs: 0,
    remainingMs: 0,
    overrunMs: 0,
    provisional: false,
    problem: undefined,
    segments: () => [],
  };
  const unknown = (problem: ClauseProblem): ClauseClock => ({ ...still, state: "unknown", problem });

  if (imported && (start === undefined || stop === undefined)) return unknown({ kind: "notInLedger" });
  if (start === undefined) return still;
  if (
    !countsDays(clause) &&
    (isDateOnly(start, events) || (stop !== undefined && isDateOnly(stop, events)))
  ) {
    return unknown({ kind: "dateOnly" });
  }
  const startMs = epochMs(start.at);
  const measure = measureOf(clause, calendars, startMs);
  if (!measure.ok) return unknown(measure.failure);
  // What was done before its own clock began (arrival before our confirmation) took no time.
  const isEarly = stop !== undefined && stop.at < start.at && clause.startEvent !== "reported";
  const stopMs = stop === undefined ? null : isEarly ? startMs : epochMs(stop.at);
  const { calendar, targetMinutes } = measure.value;
  const pauses = pausesOf(clause, state);
  const clock = clockState(compile(calendar), { startMs, targetMinutes, pauses, stopMs }, nowMs);
  if (!clock.ok) return unknown(clock.failure);
  const { due, verdict } = clock.value;
  const isPaused = verdict === "running" && pauses.at(-1)?.toMs === null;
  return {
    ...still,
    state: isPaused ? "paused" : verdict,
    dueAt: due.dueMs === null ? undefined : instant(due.dueMs),
    elapsedMs: clock.value.elapsedMs,
    remainingMs: clock.value.remainingMs,
    overrunMs: clock.value.overrunMs,
    provisional: clock.value.provisional,
    segments: clock.value.segments,
  };
}

/**
 * Pauses as agreed on the timeline where the clause allows them (clocks R5; unsaid, responses are never
 * paused and the rest are), and always the time between a solution and its reopening (R7).
 */
function pausesOf(clause: Clause, state: IncidentState): Pause[] {
  const isResponse = clause.metric === "response" || clause.metric === "reply";
  const allowed = clause.pauses === undefined ? !isResponse : clause.pauses === "agreed";
  const stretches = allowed ? [...state.solvedGaps, ...state.pauses] : state.solvedGaps;
  return stretches.map(({ from, to }) => ({
    fromMs: epochMs(from),
    toMs: to === undefined ? null : epochMs(to),
  }));
}

function countsDays({ unit }: Clause): boolean {
  return unit === "workingDay" || unit === "calendarDay" || unit === "day24h";
}

function isDateOnly({ at, kind }: Happening, events: readonly Line[]): boolean {
  return events.some((event) => event.dateOnly === true && event.kind === kind && event.at === at);
}
