import type { Stored } from "../../../../shared/records/index.ts";
import type { ClauseBook } from "../../../../shared/rules/clauses/clause-book.ts";
import type { ClauseClock } from "../../../../shared/rules/clauses/clause-clock.ts";
import { clocksOf } from "../../../../shared/rules/clauses/incident-clocks.ts";
import { REOPEN_DAYS, reopenDaysOf } from "../../../../shared/rules/clauses/reopen-days.ts";
import {
  asNotSolved,
  recurrencesOf,
  type Recurrence,
} from "../../../../shared/rules/incidents/recurrences.ts";
import type { Candidate } from "./candidates.ts";

/** An incident and a later one that shows it to be unsolved. */
export interface ShownRecurrence extends Pick<Recurrence, "why" | "heldMs"> {
  /** The other one: what a card of either shows. */
  readonly other: Stored<"incident">;
  /** Within how many days it came back. */
  readonly days: number;
  /** What the earlier one's promised solution comes to, running on; undefined where nothing was promised. */
  readonly clock: ClauseClock | undefined;
}

/** On the later card: the incidents that it shows to be unsolved, within the days that its own contract says. */
export function earlierShown(
  own: Candidate,
  others: readonly Candidate[],
  book: ClauseBook,
  nowMs: number,
): readonly ShownRecurrence[] {
  const days = daysOf(own, book, nowMs);
  return recurrencesOf(own, others, days).flatMap(({ earlier, why, heldMs }) => {
    const before = others.find(({ incident }) => incident.id === earlier.id);
    if (before === undefined) return [];
    return [{ other: earlier, why, heldMs, days, clock: runningOn(before, own, book, nowMs) }];
  });
}

/** On the earlier card: the incidents that show it to be unsolved, each as its own card says it; the first comes first. */
export function laterShown(
  own: Candidate,
  others: readonly Candidate[],
  book: ClauseBook,
  nowMs: number,
): readonly ShownRecurrence[] {
  return others
    .flatMap((later) => {
      const days = daysOf(later, book, nowMs);
      return recurrencesOf(later, [own], days).map(({ why, heldMs }) => {
        return { other: later.incident, why, heldMs, days, clock: runningOn(own, later, book, nowMs) };
      });
    })
    .sort((a, b) => a.heldMs - b.heldMs);
}

/** So far ahead a recurrence can be, whichever contract the later incident falls under. */
export function mostDays({ contracts }: Pick<ClauseBook, "contracts">): number {
  return Math.max(REOPEN_DAYS, ...contracts.flatMap(({ data }) => data.reopenDays ?? []));
}

function daysOf({ incident, lines }: Candidate, book: ClauseBook, nowMs: number): number {
  return reopenDaysOf(clocksOf(incident.data, lines, book, nowMs).cover);
}

function runningOn(
  earlier: Candidate,
  later: Candidate,
  book: ClauseBook,
  nowMs: number,
): ClauseClock | undefined {
  const lines = asNotSolved(earlier.lines, later.lines);
  const { clocks } = clocksOf(earlier.incident.data, lines, book, nowMs);
  return clocks.find(({ clause }) => clause.metric === "resolution");
}
