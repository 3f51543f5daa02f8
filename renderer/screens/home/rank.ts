import { dateOf, epochMs } from "../../../shared/lib/instants.ts";
import { pressing, type ClauseClock } from "../../../shared/rules/clauses/clause-clock.ts";
import type { ClauseBook } from "../../../shared/rules/clauses/clause-book.ts";
import { clocksOf } from "../../../shared/rules/clauses/incident-clocks.ts";
import type { Cover } from "../../../shared/rules/clauses/cover.ts";
import type { OpenIncident } from "../incidents/use-open-incidents.ts";

/** An open incident with the clock that presses. */
export interface Ranked {
  readonly open: OpenIncident;
  readonly cover: Cover;
  readonly clock: ClauseClock | undefined;
  /** There are clauses, and all their clocks have stopped or wait for their start. */
  readonly isCalm: boolean;
}

/**
 * Open incidents as a director wants them: overdue first, the longest overdue on top; then by working time
 * left; then those that wait; last those without a clock, the oldest report first.
 */
export function ranked(open: readonly OpenIncident[], book: ClauseBook, nowMs: number): readonly Ranked[] {
  return open
    .map((one): Ranked => {
      const { cover, clocks } = clocksOf(one.incident.data, one.events, book, nowMs);
      return { open: one, cover, clock: pressing(clocks), isCalm: clocks.length > 0 };
    })
    .sort((a, b) => place(a) - place(b) || within(a) - within(b));
}

export interface OpenCounts {
  readonly overdue: number;
  readonly dueToday: number;
  readonly unclocked: number;
}

export function openCounts(all: readonly Ranked[], nowMs: number): OpenCounts {
  const today = dateOf(nowMs);
  const isDueToday = ({ clock }: Ranked): boolean =>
    clock?.state === "running" && clock.dueAt !== undefined && dateOf(epochMs(clock.dueAt)) === today;
  return {
    overdue: all.filter(({ clock }) => clock?.state === "breached").length,
    dueToday: all.filter(isDueToday).length,
    unclocked: all.filter(({ clock, isCalm }) => clock === undefined && !isCalm).length,
  };
}

function place({ clock }: Ranked): number {
  switch (clock?.state) {
    case "breached":
      return 0;
    case "running":
      return 1;
    case "paused":
      return 2;
    default:
      return 3;
  }
}

function within({ clock, open }: Ranked): number {
  if (clock?.state === "breached") return -clock.overrunMs;
  if (clock !== undefined) return clock.remainingMs;
  return open.state.reportedAt === undefined ? 0 : epochMs(open.state.reportedAt);
}
