import { epochMs, type Instant } from "../lib/instants.ts";
import { fail, ok, type Result } from "../lib/result.ts";
import type { EventKind } from "../records/event-kinds.ts";
import type { Incident, IncidentEvent } from "../records/index.ts";
import { REOPEN_DAYS } from "../rules/clauses/reopen-days.ts";
import { incidentState, type IncidentState } from "../rules/incidents/state.ts";
import { create, type Edit } from "./edit.ts";
import { toldTimeFailure } from "./told-times.ts";

/** A line for the timeline as somebody tells it; empty texts are not known. */
export interface EventEntry {
  readonly incidentId: string;
  readonly kind: EventKind;
  readonly at: Instant;
  readonly by: string;
  readonly channel: IncidentEvent["channel"];
  readonly proof: string;
  readonly note: string;
  /** What a pause carries beside (clocks R5). */
  readonly pause?: PauseTerms | undefined;
}

export interface PauseTerms {
  readonly reason: IncidentEvent["pauseReason"];
  readonly askedBy: IncidentEvent["askedBy"];
  readonly agreement: NonNullable<IncidentEvent["agreement"]>;
  readonly agreedBy: string;
  /** It does not count beyond this. */
  readonly capAt: Instant | undefined;
}

export type AddEventFailure =
  | { readonly kind: "notATime" | "inTheFuture" | "tooLong" }
  /** Nothing can happen to an incident before it was reported; `reportedAt` says when that was. */
  | { readonly kind: "beforeReport"; readonly reportedAt: Instant }
  | { readonly kind: "noteMissing" }
  | { readonly kind: "alreadyPaused"; readonly since: Instant }
  | { readonly kind: "notPaused" }
  /** A pause that both agreed to needs the name of who agreed, or a proof. */
  | { readonly kind: "agreementUnproven" }
  | { readonly kind: "capBeforePause" }
  /** A pause, a solution or a vendor's step after the solution: reopen it first. */
  | { readonly kind: "alreadyResolved"; readonly at: Instant }
  | { readonly kind: "notResolved" }
  | { readonly kind: "alreadySigned"; readonly at: Instant }
  /** Nothing is closed without a name beside the confirmation (checklist W07). */
  | { readonly kind: "signerMissing" }
  /** Solved too long ago: what comes back now is a new incident (clocks R7). */
  | { readonly kind: "tooLateToReopen"; readonly resolvedAt: Instant; readonly days: number };

export interface AddEventContext {
  readonly now: Instant;
  readonly id: string;
  readonly incident: Pick<Incident, "importedStatus">;
  /** How far this machine's clock is ahead of the service's, where the service said (clocks R14). */
  readonly clockOffsetMs?: number | undefined;
  /** The timeline so far. */
  readonly events: readonly IncidentEvent[];
  /** As the contract says: `reopenDaysOf`. Unsaid, 7: later than that it is another incident (clocks R7). */
  readonly reopenDays?: number | undefined;
}

const DAY_MS = 86_400_000;
const LINE_LIMIT = 500;

/**
 * Adds one line to a timeline, judged against what stood at the time it happened, so that late entries
 * find their place (clocks R13). Lines are never changed: a slip is corrected by another line.
 */
export function addEvent(told: EventEntry, context: AddEventContext): Result<Edit[], AddEventFailure> {
  const entry = { ...told, at: withinItsMinute(told.at, context.events) };
  const failure = entryFailure(entry, context);
  if (failure !== undefined) return fail(failure);
  const event: IncidentEvent = {
    incidentId: entry.incidentId,
    kind: entry.kind,
    at: entry.at,
    recordedAt: context.now,
  };
  if (entry.by.trim() !== "") event.by = entry.by.trim();
  if (entry.proof.trim() !== "") event.proof = entry.proof.trim();
  if (entry.note.trim() !== "") event.note = entry.note.trim();
  if (entry.channel !== undefined) event.channel = entry.channel;
  if (isAgain(entry, context)) event.again = true;
  if (context.clockOffsetMs !== undefined) event.clockOffsetMs = Math.round(context.clockOffsetMs);
  if (entry.kind === "paused" && entry.pause !== undefined) Object.assign(event, pauseFields(entry.pause));
  return ok([create("incidentEvent", context.id, event)]);
}

/** Whoever writes a step that the timeline already has means another time, not another account of the first. */
function isAgain({ kind, at }: EventEntry, { events }: AddEventContext): boolean {
  const rounds = events.filter((event) => ENDS_ROUND.has(event.kind)).map((event) => event.at);
  const roundOf = (when: Instant): number => rounds.filter((end) => end <= when).length;
  return events.some((event) => event.kind === kind && roundOf(event.at) === roundOf(at));
}

const ENDS_ROUND: ReadonlySet<EventKind> = new Set<EventKind>(["reopened", "refused"]);

function pauseFields({ reason, askedBy, agreement, agreedBy, capAt }: PauseTerms): Partial<IncidentEvent> {
  return {
    agreement,
    ...(reason === undefined ? {} : { pauseReason: reason }),
    ...(askedBy === undefined ? {} : { askedBy }),
    ...(agreedBy.trim() === "" ? {} : { agreedBy: agreedBy.trim() }),
    ...(capAt === undefined ? {} : { capAt }),
  };
}

/**
 * People tell times to the minute: "05:10" is some time in that minute, so it is not before what was recorded
 * at 05:10:32. The line follows whatever stands in its minute already.
 */
function withinItsMinute(at: Instant, events: readonly IncidentEvent[]): Instant {
  if (!at.endsWith(":00.000Z")) return at;
  const minute = at.slice(0, MINUTE_LETTERS);
  let latest = at;
  for (const event of events) {
    if (event.at.startsWith(minute) && event.at > latest) latest = event.at;
  }
  return latest;
}

/** `2026-11-22T05:10` of a stored instant. */
const MINUTE_LETTERS = 16;

function entryFailure(entry: EventEntry, { now, incident, events, reopenDays }: AddEventContext) {
  const timeFailure = toldTimeFailure(entry.at, now);
  if (timeFailure !== undefined) return { kind: timeFailure };
  if (entry.by.length > LINE_LIMIT || entry.proof.length > LINE_LIMIT) return { kind: "tooLong" } as const;
  const { reportedAt } = incidentState(incident, events);
  if (entry.kind !== "reported" && reportedAt !== undefined && entry.at < reportedAt) {
    return { kind: "beforeReport", reportedAt } as const;
  }
  const before = incidentState(
    incident,
    events.filter((event) => event.at <= entry.at),
  );
  return stepFailure(entry, before, reopenDays ?? REOPEN_DAYS);
}

function stepFailure(
  entry: EventEntry,
  before: IncidentState,
  reopenDays: number,
): AddEventFailure | undefined {
  const openPause = before.pauses.find(({ to }) => to === undefined);
  // An old ledger may say 已关闭 without a date.
  const isSolved = before.status === "resolved" || before.status === "closed";
  const solvedAt = before.resolvedAt ?? before.signedOffAt;
  switch (entry.kind) {
    case "note":
      return entry.note.trim() === "" ? { kind: "noteMissing" } : undefined;
    case "paused":
      if (openPause !== undefined) return { kind: "alreadyPaused", since: openPause.from };
      if (
        entry.pause?.agreement === "both" &&
        entry.pause.agreedBy.trim() === "" &&
        entry.proof.trim() === ""
      )
        return { kind: "agreementUnproven" };
      if (entry.pause?.capAt !== undefined && entry.pause.capAt <= entry.at)
        return { kind: "capBeforePause" };
      return solvedAt === undefined ? undefined : { kind: "alreadyResolved", at: solvedAt };
    case "resumed":
      return openPause === undefined ? { kind: "notPaused" } : undefined;
    case "resolved":
      return solvedAt === undefined ? undefined : { kind: "alreadyResolved", at: solvedAt };
    case "signedOff":
      if (before.signedOffAt !== undefined) return { kind: "alreadySigned", at: before.signedOffAt };
      if (!isSolved) return { kind: "notResolved" };
      return entry.by.trim() === "" ? { kind: "signerMissing" } : undefined;
    case "refused":
      if (before.signedOffAt !== undefined) return { kind: "alreadySigned", at: before.signedOffAt };
      return isSolved ? undefined : { kind: "notResolved" };
    case "reopened":
      return reopenFailure(entry, isSolved, solvedAt, reopenDays);
    default:
      return undefined;
  }
}

function reopenFailure(
  entry: EventEntry,
  isSolved: boolean,
  solvedAt: Instant | undefined,
  days: number,
): AddEventFailure | undefined {
  if (!isSolved) return { kind: "notResolved" };
  if (solvedAt === undefined || epochMs(entry.at) - epochMs(solvedAt) <= days * DAY_MS) return undefined;
  return { kind: "tooLateToReopen", resolvedAt: solvedAt, days };
}
