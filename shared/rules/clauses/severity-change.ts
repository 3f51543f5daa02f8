import { epochMs, type Instant } from "../../lib/instants.ts";
import type { Incident, Stored } from "../../records/index.ts";
import type { IncidentState } from "../incidents/state.ts";
import type { ClauseBook } from "./clause-book.ts";
import { coverOf } from "./cover.ts";

/** A clause that holds only since the severity changed, and how its contract counts then (clocks R8). */
export interface Attachment {
  readonly at: Instant;
  readonly how: "retroactive" | "forward" | "reset";
  /** `forward`: the clause on the same metric that ran until then; its time used is kept. */
  readonly before: Stored<"clause"> | undefined;
}

/**
 * Which of an incident's clauses a change of severity attached, by clause id: the change since which each has held
 * without a break. Empty where it never changed.
 *
 * Unsaid, a contract counts retroactively: from the report by the new severity, pauses carried. `forward` keeps the
 * time used under the old clause and counts on from the change; `reset` counts anew from the change.
 */
export function attachmentsOf(
  incident: Incident,
  state: IncidentState,
  clauses: readonly Stored<"clause">[],
  book: ClauseBook,
): ReadonlyMap<string, Attachment> {
  const { severityChanges } = state;
  if (severityChanges.length === 0) return NONE;
  const attached = new Map<string, Attachment>();
  let steady = clauses;
  for (let i = severityChanges.length - 1; i >= 0 && steady.length > 0; i--) {
    const at = severityChanges[i]?.at;
    const held = heldUnder(severityChanges[i - 1]?.severity ?? incident.severity, incident, state, book);
    const heldIds = new Set(held.map(({ id }) => id));
    for (const { id, data } of steady) {
      if (heldIds.has(id) || at === undefined) continue;
      const contract = book.contracts.find((one) => one.id === data.contractId);
      const before = held.find(
        (one) => one.data.contractId === data.contractId && one.data.metric === data.metric,
      );
      attached.set(id, { at, how: contract?.data.severityChange ?? "retroactive", before });
    }
    steady = steady.filter(({ id }) => heldIds.has(id));
  }
  return attached;
}

function heldUnder(
  severity: Incident["severity"],
  incident: Incident,
  state: IncidentState,
  book: ClauseBook,
): readonly Stored<"clause">[] {
  const { severity: _severity, ...rest } = incident;
  const subject = severity === undefined ? rest : { ...rest, severity };
  const cover = coverOf(subject, state.reportedAt, book);
  return cover.kind === "covered" ? cover.clauses : [];
}

/** From when an attached clause counts: its own start, or the change if that is later and the contract says so. */
export function startUnder(attachment: Attachment | undefined, startAt: Instant): Instant {
  if (attachment === undefined || attachment.how === "retroactive") return startAt;
  return epochMs(attachment.at) > epochMs(startAt) ? attachment.at : startAt;
}

const NONE: ReadonlyMap<string, Attachment> = new Map();
