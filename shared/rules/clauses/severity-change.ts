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
 * Which of an incident's clauses its last change of severity attached, by clause id; empty where it never changed.
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
  const last = state.severityChanges.at(-1);
  if (last === undefined) return NONE;
  const previous = state.severityChanges.at(-2)?.severity ?? incident.severity;
  const { severity: _severity, ...rest } = incident;
  const subject = previous === undefined ? rest : { ...rest, severity: previous };
  const cover = coverOf(subject, state.reportedAt, book);
  const held = cover.kind === "covered" ? cover.clauses : [];
  const heldIds = new Set(held.map(({ id }) => id));
  const attached = new Map<string, Attachment>();
  for (const { id, data } of clauses) {
    if (heldIds.has(id)) continue;
    const contract = book.contracts.find((one) => one.id === data.contractId);
    const before = held.find(
      (one) => one.data.contractId === data.contractId && one.data.metric === data.metric,
    );
    attached.set(id, { at: last.at, how: contract?.data.severityChange ?? "retroactive", before });
  }
  return attached;
}

/** From when an attached clause counts: its own start, or the change if that is later and the contract says so. */
export function startUnder(attachment: Attachment | undefined, startAt: Instant): Instant {
  if (attachment === undefined || attachment.how === "retroactive") return startAt;
  return epochMs(attachment.at) > epochMs(startAt) ? attachment.at : startAt;
}

const NONE: ReadonlyMap<string, Attachment> = new Map();
