import type { Instant } from "../../../../shared/lib/instants.ts";
import { instant } from "../../../../shared/lib/instants.ts";
import type { Incident, IncidentEvent } from "../../../../shared/records/index.ts";
import type { Severity } from "../../../../shared/records/severities.ts";
import { reachAt, type ClauseClock } from "../../../../shared/rules/clauses/clause-clock.ts";
import type { ClauseBook } from "../../../../shared/rules/clauses/clause-book.ts";
import { clocksOf } from "../../../../shared/rules/clauses/incident-clocks.ts";

export interface SeverityPreview {
  /** Clauses whose clock begins, ends or moves; the clocks before and after. */
  readonly moved: readonly {
    readonly clauseId: string;
    readonly clauseName: string;
    readonly before: ClauseClock | undefined;
    readonly after: ClauseClock | undefined;
  }[];
  /** The highest stage that a newly attached clock has passed already: listed, never rung (clocks R8). */
  readonly silent: readonly { readonly clauseName: string; readonly percent: number; readonly at: Instant }[];
}

const STAGES = [100, 90, 75, 50] as const;

/** What a change of severity would do to the clocks, before anybody saves it. */
export function severityPreview(
  incident: Incident,
  lines: readonly IncidentEvent[],
  book: ClauseBook,
  nowMs: number,
  change: { readonly severity: Severity; readonly at: Instant },
): SeverityPreview {
  const event: IncidentEvent = {
    incidentId: "",
    kind: "severityChanged",
    at: change.at,
    recordedAt: instant(nowMs),
    severity: change.severity,
  };
  const before = clocksOf(incident, lines, book, nowMs).clocks;
  const after = clocksOf(incident, [...lines, event], book, nowMs).clocks;
  const gone = before.filter(({ clauseId }) => !after.some((clock) => clock.clauseId === clauseId));
  const moved = [...after, ...gone].flatMap(({ clauseId, clause }) => {
    const [old, now] = [find(before, clauseId), find(after, clauseId)];
    if (old !== undefined && now !== undefined && old.dueAt === now.dueAt) return [];
    return [{ clauseId, clauseName: clause.name, before: old, after: now }];
  });
  const silent = after.flatMap((clock) => {
    if (clock.attachedAt === undefined || clock.stopAt !== undefined) return [];
    for (const percent of STAGES) {
      const at = reachAt(clock, percent / 100);
      if (at !== undefined && at < clock.attachedAt) return [{ clauseName: clock.clause.name, percent, at }];
    }
    return [];
  });
  return { moved, silent };
}

function find(clocks: readonly ClauseClock[], clauseId: string): ClauseClock | undefined {
  return clocks.find((clock) => clock.clauseId === clauseId);
}
