import { epochMs, instant, type Instant } from "../../lib/instants.ts";
import type { EventKind } from "../../records/event-kinds.ts";
import type { Clause, Incident, Stored } from "../../records/index.ts";
import { compile } from "../calendar/compile.ts";
import { clockState, type ClockState } from "../clocks/state.ts";
import { incidentState, type IncidentState } from "../incidents/state.ts";
import { contestsOf, type Contest, type Line } from "../incidents/timeline.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import {
  byDue,
  type ClauseClock,
  type ClauseProblem,
  type ClockBasis,
  type ModeResult,
} from "./clause-clock.ts";
import type { ClauseBook } from "./clause-book.ts";
import { hasEvidence } from "./evidence.ts";
import { measureOf } from "./measure.ts";
import { pausesUnder, type PauseMode } from "./pause-modes.ts";
import { startUnder, type Attachment } from "./severity-change.ts";
import { happened, stopped, type Happening } from "./stops.ts";

/**
 * The clocks of all clauses that hold for an incident, the earliest due first (clocks R12), those without a due time
 * last. Nothing here alarms; an imported incident is computed only where its ledger has both times, and never runs
 * (R15: see `isImported`). Where desks disagree on a time the earliest account is counted and `range` says the rest.
 */
export function clauseClocks(
  incident: Incident,
  events: readonly Line[],
  clauses: readonly Stored<"clause">[],
  book: Pick<ClauseBook, "calendars" | "notices">,
  nowMs: number,
  attached: ReadonlyMap<string, Attachment> = new Map(),
): ClauseClock[] {
  const state = incidentState(incident, events);
  const imported = isImported(incident);
  // Old ledgers repeat themselves on every line; that is no contest between desks.
  const contests = imported ? [] : contestsOf(events);
  return clauses
    .map(({ id, data: clause }) => {
      const attachment = attached.get(id);
      return clockOf({ imported, events, state, clauseId: id, clause, attachment, contests, book, nowMs });
    })
    .sort(byDue);
}

/** True for what came from an old ledger: shown and counted, never an alarm (clocks R15). */
export function isImported(incident: Pick<Incident, "importBatchId" | "evidence">): boolean {
  return incident.importBatchId !== undefined || incident.evidence !== undefined;
}

interface Question {
  readonly imported: boolean;
  readonly events: readonly Line[];
  readonly state: IncidentState;
  readonly clauseId: string;
  readonly clause: Clause;
  readonly attachment: Attachment | undefined;
  readonly contests: readonly Contest[];
  readonly book: Pick<ClauseBook, "calendars" | "notices">;
  readonly nowMs: number;
}

function clockOf(question: Question): ClauseClock {
  const { imported, clauseId, clause, events, state, attachment } = question;
  const start = happened(clause.startEvent, state, events);
  const stop = (imported ? happened : stopped)(clause.stopEvent, state, events);
  const startAt = start === undefined ? undefined : startUnder(attachment, start.at);
  const still: ClauseClock = {
    ...NOTHING,
    clauseId,
    clause,
    startAt,
    stopAt: stop?.at,
    stoppedBy: stop?.kind,
    evidenceMissing: stop !== undefined && !imported && !hasEvidence(clause, stop, events),
    range: undefined,
    attachedAt: attachment?.at,
    provisional: false,
    problem: undefined,
    basis: undefined,
    segments: () => [],
    underMode: () => NOTHING,
  };
  const unknown = (problem: ClauseProblem): ClauseClock => {
    const result = { ...NOTHING, state: "unknown" } as const;
    return { ...still, ...result, problem, underMode: () => result };
  };
  if (imported && (start === undefined || stop === undefined)) return unknown({ kind: "notInLedger" });
  if (start === undefined || startAt === undefined) return still;
  if (
    !countsDays(clause) &&
    (isDateOnly(start, events) || (stop !== undefined && isDateOnly(stop, events)))
  ) {
    return unknown({ kind: "dateOnly" });
  }
  const counted = count(question, startAt, stop?.at, "hospital");
  if (!counted.ok) return unknown(counted.failure);
  const { clock, basis } = counted.value;
  const result = resultOf(counted.value);
  const range = rangeOf(question, start.at, stop);
  return {
    ...still,
    ...result,
    state: range?.differs === true ? "contested" : result.state,
    range: range?.range,
    provisional: clock.provisional,
    basis,
    segments: clock.segments,
    underMode: (mode) => {
      const other = mode === "hospital" ? counted : count(question, startAt, stop?.at, mode);
      return other.ok ? resultOf(other.value) : { ...NOTHING, state: "unknown" };
    },
  };
}

const NOTHING: ModeResult = {
  state: "notStarted",
  dueAt: undefined,
  elapsedMs: 0,
  remainingMs: 0,
  overrunMs: 0,
};

interface Counted {
  readonly clock: ClockState;
  readonly basis: ClockBasis;
}

function count(
  question: Question,
  startAt: Instant,
  stopAt: Instant | undefined,
  mode: PauseMode,
): Result<Counted, ClauseProblem> {
  const { clause, state, book, nowMs } = question;
  const startMs = epochMs(startAt);
  const measure = measureOf(clause, book, startMs);
  if (!measure.ok) return measure;
  const { calendar } = measure.value;
  const targetMinutes = Math.max(0, measure.value.targetMinutes - usedBefore(question, startAt, mode));
  const pauses = pausesUnder(clause, state, mode, nowMs);
  const stopMs =
    stopAt === undefined ? null : stopMsOf(clause, question.attachment, startMs, epochMs(stopAt));
  const clock = clockState(compile(calendar), { startMs, targetMinutes, pauses, stopMs }, nowMs);
  if (!clock.ok) return fail(clock.failure);
  return ok({ clock: clock.value, basis: { calendar, startMs, targetMinutes, pauses } });
}

/** What was done before its own clock began (arrival before our confirmation, or before the severity rose) took no time. */
function stopMsOf(
  clause: Clause,
  attachment: Attachment | undefined,
  startMs: number,
  stopMs: number,
): number {
  const mayBeEarly = clause.startEvent !== "reported" || attachment !== undefined;
  return mayBeEarly && stopMs < startMs ? startMs : stopMs;
}

/** Minutes used under the clause that held before the severity changed, where the contract keeps them. */
function usedBefore(question: Question, startAt: Instant, mode: PauseMode): number {
  const { attachment, events, state } = question;
  if (attachment?.how !== "forward" || attachment.before === undefined) return 0;
  const before = attachment.before.data;
  const began = happened(before.startEvent, state, events);
  if (began === undefined || began.at >= startAt) return 0;
  const earlier = { ...question, clause: before, attachment: undefined };
  const used = count(earlier, began.at, startAt, mode);
  return used.ok ? used.value.clock.elapsedMs / 60_000 : 0;
}

function resultOf({ clock, basis }: Counted): ModeResult {
  const isPaused = clock.verdict === "running" && basis.pauses.some(({ toMs }) => toMs === null);
  return {
    state: isPaused ? "paused" : clock.verdict,
    dueAt: clock.due.dueMs === null ? undefined : instant(clock.due.dueMs),
    elapsedMs: clock.elapsedMs,
    remainingMs: clock.remainingMs,
    overrunMs: clock.overrunMs,
  };
}

/** What the accounts of a contested start or stop come to, each with each. */
function rangeOf(question: Question, startedAt: Instant, stop: Happening | undefined) {
  const { clause, contests, attachment } = question;
  const told = toldOf(contests, clause.startEvent, startedAt);
  const starts = [...new Set(told.map((at) => startUnder(attachment, at)))];
  const stops = stop === undefined ? [undefined] : toldOf(contests, stop.kind, stop.at);
  if (starts.length === 1 && stops.length === 1) return undefined;
  const results = starts.flatMap((from) =>
    stops.flatMap((to) => {
      const one = count(question, from, to, "hospital");
      return one.ok ? [resultOf(one.value)] : [];
    }),
  );
  const elapsed = results.map(({ elapsedMs }) => elapsedMs);
  const range = {
    starts,
    stops: stops.filter((at) => at !== undefined),
    leastElapsedMs: Math.min(...elapsed),
    mostElapsedMs: Math.max(...elapsed),
  };
  return { range, differs: new Set(results.map(({ state }) => state)).size > 1 };
}

/** Every account of what is held to have happened then; those of another round are about something else. */
function toldOf(contests: readonly Contest[], told: EventKind, held: Instant): readonly Instant[] {
  const contest = contests.find(
    ({ kind, accounts }) => kind === told && accounts.some(({ at }) => at === held),
  );
  return contest === undefined ? [held] : contest.accounts.map(({ at }) => at);
}

function countsDays({ unit }: Clause): boolean {
  return unit === "workingDay" || unit === "calendarDay" || unit === "day24h";
}

function isDateOnly({ at, kind }: Happening, events: readonly Line[]): boolean {
  return events.some((event) => event.dateOnly === true && event.kind === kind && event.at === at);
}
