import type { Instant } from "../../lib/instants.ts";
import type { Incident, IncidentEvent } from "../../records/index.ts";
import { statusOfWord, type Status } from "./status.ts";

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
  readonly pauses: readonly Stretch[];
  /** From a solution to the reopening that ended it: nobody owed anything then (clocks R7). */
  readonly solvedGaps: readonly Stretch[];
  readonly reopened: boolean;
}

type Line = Pick<IncidentEvent, "kind" | "at">;

/**
 * Folds a timeline, in any order and with repeats, into milestones and a status (clocks R2, R5–R7).
 *
 * The earliest report wins. A solution stands until it is refused or reopened; the first one is
 * remembered. A refused solution never was one (R6: solved = signed), so it leaves no gap; a reopened one
 * was, so it does. What was acknowledged stays acknowledged. Notes change nothing. Where an old
 * ledger's word for the status says more than its dates do, the word is believed.
 */
export function incidentState(
  incident: Pick<Incident, "importedStatus">,
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
  let pausedAt: Instant | undefined;
  let pauses = NONE;
  let solvedGaps = NONE;
  let reopened = false;
  let isTouched = false;
  let isReturned = false;

  for (const { kind, at } of inOrder(events)) {
    if (kind !== "reported" && kind !== "note") isTouched = true;
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
        if (pausedAt !== undefined) pauses = [...pauses, { from: pausedAt, to: at }];
        pausedAt = undefined;
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
        if (resolvedAt === undefined && signedOffAt === undefined) pausedAt ??= at;
        break;
      case "resumed":
        if (pausedAt !== undefined) pauses = [...pauses, { from: pausedAt, to: at }];
        pausedAt = undefined;
        break;
      case "note":
        break;
    }
  }
  if (pausedAt !== undefined) pauses = [...pauses, { from: pausedAt, to: undefined }];

  let status: Status = isTouched ? "inProgress" : "pending";
  if (pausedAt !== undefined) status = "onHold";
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
  };
}

const NONE: readonly Stretch[] = [];

/** An old ledger often says 已关闭 without saying when. */
function believed(status: Status, old: Status | undefined): Status {
  if (old === undefined) return status;
  const saysMore = status === "pending" || ((old === "resolved" || old === "closed") && status !== "closed");
  return saysMore ? old : status;
}

/** By time, and as they stood within one moment. Most timelines are in order already and are not copied. */
function inOrder(events: readonly Line[]): readonly Line[] {
  for (let i = 1; i < events.length; i++) {
    if ((events[i]?.at ?? "") < (events[i - 1]?.at ?? "")) {
      return [...events].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    }
  }
  return events;
}
