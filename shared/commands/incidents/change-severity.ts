import type { Instant } from "../../lib/instants.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { Incident, IncidentEvent } from "../../records/index.ts";
import type { Severity } from "../../records/severities.ts";
import { incidentState } from "../../rules/incidents/state.ts";
import { create, type Edit } from "../edit.ts";
import { toldTimeFailure } from "../told-times.ts";

export interface SeverityChange {
  readonly incidentId: string;
  readonly severity: Severity;
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
}

export type ChangeSeverityFailure =
  | { readonly kind: "notATime" | "inTheFuture" }
  | { readonly kind: "sameAsBefore" }
  | { readonly kind: "beforeReport"; readonly reportedAt: Instant }
  | { readonly kind: "alreadyResolved"; readonly at: Instant }
  | { readonly kind: "reasonMissing" };

/**
 * A severity that rose or fell while the incident was open (clocks R8). How the clocks take it is the contract's to
 * say; a severity that was typed wrongly from the start is corrected on the incident itself.
 */
export function changeSeverity(
  told: SeverityChange,
  context: {
    readonly now: Instant;
    readonly id: string;
    readonly incident: Pick<Incident, "importedStatus" | "severity">;
    readonly events: readonly IncidentEvent[];
  },
): Result<Edit[], ChangeSeverityFailure> {
  const { now, id, incident, events } = context;
  const timeFailure = toldTimeFailure(told.at, now);
  if (timeFailure !== undefined) return fail({ kind: timeFailure });
  const state = incidentState(
    incident,
    events.filter(({ at }) => at <= told.at),
  );
  const { reportedAt } = incidentState(incident, events);
  if (reportedAt !== undefined && told.at < reportedAt) return fail({ kind: "beforeReport", reportedAt });
  if (state.severity === told.severity) return fail({ kind: "sameAsBefore" });
  const solvedAt = state.resolvedAt ?? state.signedOffAt;
  if (solvedAt !== undefined) return fail({ kind: "alreadyResolved", at: solvedAt });
  if (told.reason.trim() === "") return fail({ kind: "reasonMissing" });
  const event: IncidentEvent = {
    incidentId: told.incidentId,
    kind: "severityChanged",
    at: told.at,
    recordedAt: now,
    severity: told.severity,
    note: told.reason.trim(),
  };
  if (told.by.trim() !== "") event.by = told.by.trim();
  return ok([create("incidentEvent", id, event)]);
}
