import { useMemo } from "react";
import type { IncidentEvent, Stored } from "../../../shared/records/index.ts";
import { isImported } from "../../../shared/rules/clauses/clause-clocks.ts";
import type { ClauseBook } from "../../../shared/rules/clauses/clause-book.ts";
import { coverOf, type Cover } from "../../../shared/rules/clauses/cover.ts";
import { asItStands } from "../../../shared/rules/incidents/as-it-stands.ts";
import { incidentState, type IncidentState } from "../../../shared/rules/incidents/state.ts";

/** One incident with its timeline, as its card and its dialogs read it. */
export interface IncidentFile {
  readonly incident: Stored<"incident">;
  readonly events: readonly Stored<"incidentEvent">[];
  /** The same lines without their ids; the very objects of `events`. */
  readonly lines: readonly IncidentEvent[];
  readonly state: IncidentState;
  /** From an old ledger: shown and counted, never an alarm or a dispute (clocks R15). */
  readonly imported: boolean;
}

export function useIncidentFile(
  incident: Stored<"incident">,
  events: readonly Stored<"incidentEvent">[],
): IncidentFile {
  return useMemo(() => {
    const lines = events.map(({ data }) => data);
    const state = incidentState(incident.data, lines);
    return { incident, events, lines, state, imported: isImported(incident.data) };
  }, [incident, events]);
}

/** What the office is promised for it, by the severity that holds now. */
export function coverFor({ incident, state }: IncidentFile, book: ClauseBook): Cover {
  return coverOf(asItStands(incident.data, state), state.reportedAt, book);
}
