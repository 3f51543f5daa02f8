import type { IncidentEvent, Stored } from "../../records/index.ts";
import { reachAt, type ClauseClock } from "../clauses/clause-clock.ts";
import { isImported } from "../clauses/clause-clocks.ts";
import type { ClauseBook } from "../clauses/clause-book.ts";
import { clocksOf } from "../clauses/incident-clocks.ts";
import type { ClockAlert, Crossing, Urgency } from "./alert.ts";

/** An incident with its timeline. */
export interface IncidentCase {
  readonly incident: Stored<"incident">;
  readonly events: readonly IncidentEvent[];
}

/** In % of the target; after the last every further whole target (clocks R9). */
const STEPS: readonly number[] = [50, 75, 90, 100];

/**
 * One alert for each running clock of an open incident that has used half its target or more: the highest step it
 * reached, with all steps before. A clock that stopped gives none. A paused clock, and a step that was past when a
 * change of severity attached the clause, are listed and silent (R8, R9). Imported incidents give none (R15).
 * The key holds the due time: a clock whose due time moved is another revision and rings anew.
 */
export function clockAlerts(
  cases: readonly IncidentCase[],
  book: ClauseBook,
  nowMs: number,
): readonly ClockAlert[] {
  return cases.flatMap(({ incident, events }) => {
    if (isImported(incident.data)) return [];
    const { state, clocks } = clocksOf(incident.data, events, book, nowMs);
    if (state.status === "resolved" || state.status === "closed") return [];
    const isGrave = state.severity === "critical" || state.severity === "urgent";
    return clocks.flatMap((clock) => alertOf(incident.id, clock, isGrave));
  });
}

function alertOf(incidentId: string, clock: ClauseClock, isGrave: boolean): readonly ClockAlert[] {
  const { clauseId, clause, basis, stopAt, dueAt } = clock;
  if (basis === undefined || stopAt !== undefined) return [];
  const percent = percentReached(clock.elapsedMs, basis.targetMinutes * 60_000);
  if (percent === 0) return [];
  const steps = [...STEPS.filter((step) => step < percent), percent];
  const crossed = steps.flatMap((step) => crossingOf(clock, step));
  const reached = crossed.at(-1);
  if (reached?.percent !== percent) return [];
  const isPaused = basis.pauses.some(({ toMs }) => toMs === null);
  const { attachedAt } = clock;
  const isOld = attachedAt !== undefined && reached.at < attachedAt;
  const [next] = isPaused || basis.targetMinutes <= 0 ? [] : crossingOf(clock, stepAfter(percent));
  const key = `clock:${incidentId}:${clauseId}:${dueAt ?? "-"}:${percent}`;
  return [
    {
      topic: "clock",
      key,
      subject: key,
      urgency: urgencyOf(percent, isGrave),
      party: clause.party ?? "vendor",
      at: reached.at,
      dueAt,
      silent: isPaused ? "paused" : isOld ? "attached" : undefined,
      contractId: clause.contractId,
      incidentId,
      clauseId,
      name: clause.name,
      percent,
      crossed,
      next,
    },
  ];
}

/** The highest step that so much of a target reaches; 0 below the first. Exactly at a step has reached it. */
export function percentReached(elapsedMs: number, targetMs: number): number {
  // A target that was used up before this clock began is due at once.
  if (targetMs <= 0) return 100;
  if (elapsedMs >= targetMs) return Math.floor(elapsedMs / targetMs) * 100;
  return STEPS.findLast((step) => elapsedMs * 100 >= targetMs * step) ?? 0;
}

function stepAfter(percent: number): number {
  return STEPS.find((step) => step > percent) ?? percent + 100;
}

function crossingOf(clock: ClauseClock, percent: number): readonly Crossing[] {
  const at = reachAt(clock, percent / 100);
  return at === undefined ? [] : [{ percent, at }];
}

function urgencyOf(percent: number, isGrave: boolean): Urgency {
  if (percent >= 100) return isGrave ? "urgent" : "overdue";
  return percent >= 75 ? "soon" : "early";
}
