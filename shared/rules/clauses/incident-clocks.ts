import type { Incident, IncidentEvent, Stored } from "../../records/index.ts";
import { incidentState, type IncidentState } from "../incidents/state.ts";
import { clauseClocks, type ClauseClock } from "./clause-clocks.ts";
import type { ClauseBook } from "./clause-book.ts";
import { coverOf, type Cover } from "./cover.ts";

export interface IncidentClocks {
  readonly state: IncidentState;
  readonly cover: Cover;
  /** The earliest due first; empty unless covered. */
  readonly clocks: readonly ClauseClock[];
}

/** What was promised for an incident and where each promise stands now. */
export function clocksOf(
  incident: Incident,
  events: readonly IncidentEvent[],
  book: ClauseBook,
  nowMs: number,
): IncidentClocks {
  const state = incidentState(incident, events);
  const cover = coverOf(incident, state.reportedAt, book.contracts, book.clauses);
  const clauses = cover.kind === "covered" ? cover.clauses : [];
  return { state, cover, clocks: clauseClocks(incident, events, clauses, book.calendars, nowMs) };
}
