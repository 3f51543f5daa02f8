import type { Instant } from "../../lib/instants.ts";
import type { EventKind } from "../../records/event-kinds.ts";
import type { IncidentState } from "../incidents/state.ts";
import { heldTimeline, type Line } from "../incidents/timeline.ts";

/** When something happened, and what it was: a later step of the vendor can stand for one nobody wrote down. */
export interface Happening {
  readonly at: Instant;
  readonly kind: EventKind;
}

/** When an event of this kind first happened; of solutions, the one that stands. */
export function happened(
  kind: EventKind,
  state: IncidentState,
  events: readonly Line[],
): Happening | undefined {
  const at = kind in MILESTONES ? milestone(kind, state) : earliest(kind, heldTimeline(events));
  return at === undefined ? undefined : { at, kind };
}

/**
 * As `happened`; where that step was never written down, the first later step that shows it was taken or
 * was not needed: who arrived has responded, what was solved from afar needs no arrival, and what was solved in time
 * no loaner. That stays
 * so when the incident is reopened (clocks R7: a response is never asked for twice).
 */
export function stopped(
  kind: EventKind,
  state: IncidentState,
  events: readonly Line[],
): Happening | undefined {
  const own = happened(kind, state, events);
  if (own !== undefined) return own;
  if (kind === "resolved") return happened("signedOff", state, events);
  if (kind === "loanerDelivered" || kind === "replaced") {
    // What works again needs no stand-in.
    return state.firstResolvedAt === undefined ? undefined : { at: state.firstResolvedAt, kind: "resolved" };
  }
  const from = STEPS.indexOf(kind);
  if (from < 0) return undefined;
  let first: Happening | undefined;
  for (const step of STEPS.slice(from + 1)) {
    const at = step === "resolved" ? state.firstResolvedAt : milestone(step, state);
    if (at !== undefined && (first === undefined || at < first.at)) first = { at, kind: step };
  }
  return first;
}

/** What a vendor does, in the order in which one step shows that those before it are done. */
const STEPS: readonly EventKind[] = [
  "acknowledged",
  "replied",
  "planSubmitted",
  "arrived",
  "workedAround",
  "resolved",
];

const MILESTONES = {
  reported: "reportedAt",
  acknowledged: "acknowledgedAt",
  replied: "repliedAt",
  planSubmitted: "planSubmittedAt",
  planConfirmed: "planConfirmedAt",
  arrived: "arrivedAt",
  workedAround: "workedAroundAt",
  resolved: "resolvedAt",
  signedOff: "signedOffAt",
} as const satisfies Partial<Record<EventKind, keyof IncidentState>>;

function milestone(kind: EventKind, state: IncidentState): Instant | undefined {
  return kind in MILESTONES ? state[MILESTONES[kind as keyof typeof MILESTONES]] : undefined;
}

function earliest(kind: EventKind, events: readonly Line[]): Instant | undefined {
  let first: Instant | undefined;
  for (const event of events) {
    if (event.kind === kind && (first === undefined || event.at < first)) first = event.at;
  }
  return first;
}
