import type { Incident } from "../../records/index.ts";
import { asItStands } from "../incidents/as-it-stands.ts";
import { incidentState, type IncidentState } from "../incidents/state.ts";
import type { Line } from "../incidents/timeline.ts";
import type { ClauseBook } from "./clause-book.ts";
import type { ClauseClock } from "./clause-clock.ts";
import { clauseClocks } from "./clause-clocks.ts";
import { coverOf, type Cover } from "./cover.ts";
import { attachmentsOf } from "./severity-change.ts";

export interface IncidentClocks {
  readonly state: IncidentState;
  readonly cover: Cover;
  /** The earliest due first; empty unless covered. */
  readonly clocks: readonly ClauseClock[];
}

/** What was promised for an incident and where each promise stands now. */
export function clocksOf(
  incident: Incident,
  events: readonly Line[],
  book: ClauseBook,
  nowMs: number,
): IncidentClocks {
  const state = incidentState(incident, events);
  const cover = coverOf(asItStands(incident, state), state.reportedAt, book);
  const clauses = cover.kind === "covered" ? cover.clauses : [];
  const attached = attachmentsOf(incident, state, clauses, book);
  return { state, cover, clocks: clauseClocks(incident, events, clauses, book, nowMs, attached) };
}
