import type { Instant } from "../../lib/instants.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { EventKind } from "../../records/event-kinds.ts";
import type { IncidentEvent } from "../../records/index.ts";
import { create, type Edit } from "../edit.ts";
import { toldTimeFailure } from "../told-times.ts";

/** The time of a step that the office holds, of several accounts or against a slip. */
export interface Adjudication {
  readonly incidentId: string;
  readonly aboutKind: EventKind;
  readonly aboutAt: Instant;
  readonly reason: string;
  readonly by: string;
  readonly proof: string;
}

export type AdjudicateFailure =
  | { readonly kind: "notATime" | "inTheFuture" }
  /** Nobody ever told this step: it is recorded first, not adjudicated. */
  | { readonly kind: "neverTold" }
  | { readonly kind: "beforeReport"; readonly reportedAt: Instant }
  | { readonly kind: "reasonMissing" | "deciderMissing" };

/** Decides when a step happened (beyond.md item 12). Every account stays on the timeline; this one counts. */
export function adjudicate(
  told: Adjudication,
  context: { readonly now: Instant; readonly id: string; readonly events: readonly IncidentEvent[] },
): Result<Edit[], AdjudicateFailure> {
  const { now, id, events } = context;
  const timeFailure = toldTimeFailure(told.aboutAt, now);
  if (timeFailure !== undefined) return fail({ kind: timeFailure });
  if (!events.some(({ kind }) => kind === told.aboutKind)) return fail({ kind: "neverTold" });
  const reportedAt = earliestReport(events);
  if (told.aboutKind !== "reported" && reportedAt !== undefined && told.aboutAt < reportedAt) {
    return fail({ kind: "beforeReport", reportedAt });
  }
  const [reason, by, proof] = [told.reason.trim(), told.by.trim(), told.proof.trim()];
  if (reason === "") return fail({ kind: "reasonMissing" });
  if (by === "") return fail({ kind: "deciderMissing" });
  const event: IncidentEvent = {
    incidentId: told.incidentId,
    kind: "adjudicated",
    at: now,
    recordedAt: now,
    aboutKind: told.aboutKind,
    aboutAt: told.aboutAt,
    note: reason,
    by,
  };
  if (proof !== "") event.proof = proof;
  return ok([create("incidentEvent", id, event)]);
}

function earliestReport(events: readonly IncidentEvent[]): Instant | undefined {
  return events
    .filter(({ kind }) => kind === "reported")
    .map(({ at }) => at)
    .sort()[0];
}
