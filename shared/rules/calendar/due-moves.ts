import type { Instant } from "../../lib/instants.ts";
import type { Stored } from "../../records/index.ts";
import type { ClauseBook } from "../clauses/clause-book.ts";
import type { ClauseClock } from "../clauses/clause-clock.ts";
import { clocksOf } from "../clauses/incident-clocks.ts";
import type { Line } from "../incidents/timeline.ts";

/** An incident that is not finished, with its timeline. */
export interface OpenCase {
  readonly incident: Stored<"incident">;
  readonly events: readonly Line[];
}

/** One clock of an open incident under two books. */
export interface DueMove {
  readonly incidentId: string;
  readonly number: string;
  readonly title: string;
  readonly clauseId: string;
  readonly clauseName: string;
  readonly before: DueSide;
  readonly after: DueSide;
}

export interface DueSide {
  readonly dueAt: Instant | undefined;
  readonly provisional: boolean;
  readonly state: ClauseClock["state"];
}

export interface DueMoves {
  /** Due at another time, or with another result; in the order of the incidents. */
  readonly moved: readonly DueMove[];
  /** Due when they were, but no longer 预估. */
  readonly settled: readonly DueMove[];
}

/**
 * What another book makes of the clocks of open incidents (clocks R10: only on purpose, with a before and after; §2
 * rule 4: recomputed with a log once a notice is entered). Clocks that only one of the books has are left out.
 */
export function dueMoves(
  open: readonly OpenCase[],
  before: ClauseBook,
  after: ClauseBook,
  nowMs: number,
): DueMoves {
  const all = open.flatMap((one) => movesOf(one, before, after, nowMs));
  return {
    moved: all.filter(isMoved),
    settled: all.filter((move) => !isMoved(move) && move.before.provisional && !move.after.provisional),
  };
}

function movesOf(
  { incident, events }: OpenCase,
  before: ClauseBook,
  after: ClauseBook,
  nowMs: number,
): DueMove[] {
  const { id, data } = incident;
  const later = new Map(clocksOf(data, events, after, nowMs).clocks.map((clock) => [clock.clauseId, clock]));
  return clocksOf(data, events, before, nowMs).clocks.flatMap((clock) => {
    const other = later.get(clock.clauseId);
    // A clock that stopped in time whichever way one counts concerns nobody any more.
    if (other === undefined || (clock.stopAt !== undefined && clock.state === other.state)) return [];
    const { clauseId, clause } = clock;
    const names = { number: data.number, title: data.title, clauseName: clause.name };
    return [{ incidentId: id, ...names, clauseId, before: sideOf(clock), after: sideOf(other) }];
  });
}

function sideOf({ dueAt, provisional, state }: ClauseClock): DueSide {
  return { dueAt, provisional, state };
}

function isMoved({ before, after }: DueMove): boolean {
  return before.dueAt !== after.dueAt || before.state !== after.state;
}
