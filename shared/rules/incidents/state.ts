import type { Instant } from "../../lib/instants.ts";
import type { EventKind } from "../../records/event-kinds.ts";
import type { Incident } from "../../records/index.ts";
import type { Severity } from "../../records/severities.ts";
import { pausesIn, type PauseStretch } from "./pauses.ts";
import { statusOfWord, type Status } from "./status.ts";
import { heldTimeline, type Line } from "./timeline.ts";

/** A stretch of time between two events; `to` is undefined while it lasts. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant | undefined;
}

/** What a timeline says. Every milestone is its first time, except `resolvedAt`: the solution that stands now. */
export interface IncidentState {
  readonly status: Status;
  readonly reportedAt: Instant | undefined;
  readonly acknowledgedAt: Instant | undefined;
  readonly repliedAt: Instant | undefined;
  readonly planSubmittedAt: Instant | undefined;
  readonly planConfirmedAt: Instant | undefined;
  readonly arrivedAt: Instant | undefined;
  readonly workedAroundAt: Instant | undefined;
  readonly resolvedAt: Instant | undefined;
  readonly firstResolvedAt: Instant | undefined;
  readonly signedOffAt: Instant | undefined;
  readonly pauses: readonly PauseStretch[];
  /** From a solution to the reopening that ended it: nobody owed anything then (clocks R7). */
  readonly solvedGaps: readonly Stretch[];
  readonly reopened: boolean;
  /** As it stands after every change of it. */
  readonly severity: Severity | undefined;
  /** Each change of severity, the earliest first (clocks R8). */
  readonly severityChanges: readonly { readonly at: Instant; readonly severity: Severity }[];
}

/**
 * Folds a timeline, in any order and with repeats, into milestones and a status (clocks R2, R5–R7).
 *
 * The earliest report wins. A solution stands until it is refused or reopened; the first one is
 * remembered. A refused solution never was one (R6: solved = signed), so it leaves no gap; a reopened one
 * was, so it does. Where a time was adjudicated, that account counts (`heldTimeline`). What was acknowledged stays acknowledged. Notes change nothing. Where an old
 * ledger's word for the status says more than its dates do, the word is believed.
 */
export function incidentState(
  incident: Pick<Incident, "importedStatus" | "severity">,
  events: readonly Line[],
): IncidentState {
  let reportedAt: Instant | undefined;
  let acknowledgedAt: Instant | undefined;
  let repliedAt: Instant | undefined;
  let planSubmittedAt: Instant | undefined;
  let planConfirmedAt: Instant | undefined;
  let arrivedAt: Instant | undefined;
  let workedAroundAt: Instant | undefined;
  let resolvedAt: Instant | undefined;
  let firstResolvedAt: Instant | undefined;
  let signedOffAt: Instant | undefined;
  let hasPauses = false;
  let severity = incident.severity;
  let severityChanges = NO_CHANGES;
  let solvedGaps = NONE;
  let reopened = false;
  let isTouched = false;
  let isReturned = false;

  const ordered = heldTimeline(events);
  for (const line of ordered) {
    const { kind, at } = line;
    if (!SAYS_NOTHING.has(kind)) isTouched = true;
    switch (kind) {
      case "reported":
        reportedAt ??= at;
        break;
      case "acknowledged":
        acknowledgedAt ??= at;
        break;
      case "replied":
        repliedAt ??= at;
        break;
      case "planSubmitted":
        planSubmittedAt ??= at;
        break;
      case "planConfirmed":
        planConfirmedAt ??= at;
        break;
      case "arrived":
        arrivedAt ??= at;
        break;
      case "workedAround":
        workedAroundAt ??= at;
        break;
      case "resolved":
      case "signedOff":
        if (kind === "signedOff") signedOffAt ??= at;
        else resolvedAt ??= at;
        if (kind === "resolved") firstResolvedAt ??= at;
        break;
      case "refused":
      case "reopened":
        isReturned = true;
        if (resolvedAt === undefined && signedOffAt === undefined) break;
        if (kind === "reopened") {
          solvedGaps = [...solvedGaps, { from: resolvedAt ?? signedOffAt ?? at, to: at }];
        }
        reopened = true;
        resolvedAt = undefined;
        signedOffAt = undefined;
        break;
      case "paused":
        hasPauses = true;
        break;
      case "severityChanged":
        if (line.severity === undefined) break;
        severity = line.severity;
        severityChanges = [...severityChanges, { at, severity }];
        break;
      default:
        break;
    }
  }
  const pauses = hasPauses ? pausesIn(ordered) : NO_PAUSES;

  let status: Status = isTouched ? "inProgress" : "pending";
  if (pauses.some(({ to }) => to === undefined)) status = "onHold";
  if (resolvedAt !== undefined) status = "resolved";
  if (signedOffAt !== undefined) status = "closed";
  if (incident.importedStatus !== undefined && !isReturned) {
    status = believed(status, statusOfWord(incident.importedStatus));
  }
  return {
    status,
    reportedAt,
    acknowledgedAt,
    repliedAt,
    planSubmittedAt,
    planConfirmedAt,
    arrivedAt,
    workedAroundAt,
    resolvedAt,
    firstResolvedAt,
    signedOffAt,
    pauses,
    solvedGaps,
    reopened,
    severity,
    severityChanges,
  };
}

const NONE: readonly Stretch[] = [];
const NO_PAUSES: readonly PauseStretch[] = [];
const NO_CHANGES: IncidentState["severityChanges"] = [];

/** Written about an incident, not done to it. */
const SAYS_NOTHING: ReadonlySet<EventKind> = new Set<EventKind>([
  "reported",
  "note",
  "severityChanged",
  "adjudicated",
  "pauseAgreed",
  "recomputed",
]);

/** An old ledger often says 已关闭 without saying when. */
function believed(status: Status, old: Status | undefined): Status {
  if (old === undefined) return status;
  const saysMore = status === "pending" || ((old === "resolved" || old === "closed") && status !== "closed");
  return saysMore ? old : status;
}
