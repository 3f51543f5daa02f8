import { epochMs, type Instant } from "../../lib/instants.ts";
import type { Incident, Stored } from "../../records/index.ts";
import { incidentState, type IncidentState } from "./state.ts";
import type { Line } from "./timeline.ts";

/** An incident with what its timeline says. */
export interface KnownIncident {
  readonly incident: Stored<"incident">;
  readonly state: Pick<IncidentState, "reportedAt" | "firstResolvedAt" | "resolvedAt">;
}

/** An earlier incident that was said to be solved, and was not: this one is the same fault. */
export interface Recurrence {
  readonly earlier: Stored<"incident">;
  /** When the earlier one was said to be solved; the last time before this one was reported. */
  readonly solvedAt: Instant;
  /** How long it held, in milliseconds. */
  readonly heldMs: number;
  /** `linked`: somebody named it as the earlier one. `sameCause`: same place, same kind of cause. */
  readonly why: "linked" | "sameCause";
}

const DAY_MS = 86_400_000;

/**
 * The incidents that this one shows to be unsolved, the latest first: solved no more than `days` before this one was
 * reported, and either named by it as the earlier one or of the same system and module and the same known cause
 * (beyond.md item 15, checklist F25). A place that one of the two leaves open is another place, a cause not yet known
 * is no cause: nothing is held against a vendor by a guess.
 */
export function recurrencesOf(
  { incident, state }: KnownIncident,
  others: readonly KnownIncident[],
  days: number,
): readonly Recurrence[] {
  const { reportedAt } = state;
  if (reportedAt === undefined) return [];
  const found: Recurrence[] = [];
  for (const { incident: earlier, state: before } of others) {
    if (earlier.id === incident.id) continue;
    const why = sameness(incident, earlier);
    const solvedAt = before.resolvedAt ?? before.firstResolvedAt;
    if (why === undefined || solvedAt === undefined) continue;
    const heldMs = epochMs(reportedAt) - epochMs(solvedAt);
    if (heldMs >= 0 && heldMs <= days * DAY_MS) found.push({ earlier, solvedAt, heldMs, why });
  }
  return found.sort((a, b) => a.heldMs - b.heldMs);
}

function sameness(incident: Stored<"incident">, earlier: Stored<"incident">): Recurrence["why"] | undefined {
  if (incident.data.previousId === earlier.id) return "linked";
  return isSamePlace(incident.data, earlier.data) && isSameCause(incident.data, earlier.data)
    ? "sameCause"
    : undefined;
}

function isSamePlace(a: Incident, b: Incident): boolean {
  return a.systemId !== undefined && a.systemId === b.systemId && a.moduleId === b.moduleId;
}

function isSameCause(a: Incident, b: Incident): boolean {
  return a.causeCode !== undefined && a.causeCode !== "unknown" && a.causeCode === b.causeCode;
}

/**
 * The earlier incident's timeline as it stands once its fault came back: reopened when it was reported again, solved
 * when that one was. A clock of these lines runs on from where it stopped, without the time that it held (clocks R7);
 * the timeline itself is not touched.
 */
export function asNotSolved(earlier: readonly Line[], again: readonly Line[]): readonly Line[] {
  const { reportedAt, resolvedAt } = incidentState({}, again);
  if (reportedAt === undefined) return earlier;
  const lines: Line[] = [...earlier, { kind: "reopened", at: reportedAt }];
  if (resolvedAt !== undefined) lines.push({ kind: "resolved", at: resolvedAt });
  return lines;
}
