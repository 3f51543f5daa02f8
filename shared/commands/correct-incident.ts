import type { Instant } from "../lib/instants.ts";
import { fail, ok, type Result } from "../lib/result.ts";
import type { Incident, Stored } from "../records/index.ts";
import { change, type Edit } from "./edit.ts";
import { INCIDENT_TEXT_FIELDS, tidyText, tooLong, type IncidentText } from "./incident-text.ts";
import { toldTimeFailure } from "./told-times.ts";

export interface CorrectFailure {
  readonly field: keyof IncidentText;
  readonly kind: "missing" | "tooLong" | "notATime" | "inTheFuture" | "occurredAfterReport";
}

/**
 * Changes what is written on an incident: only the fields that differ, `null` where one was emptied. What
 * `text` does not name stays. No edit when nothing differs. The timeline is not touched.
 */
export function correctIncident(
  incident: Stored<"incident">,
  text: Partial<IncidentText>,
  context: { readonly now: Instant; readonly reportedAt: Instant | undefined },
): Result<Edit[], CorrectFailure[]> {
  const tidy = tidyText(text);
  const failures: CorrectFailure[] = tooLong(tidy).map((field) => ({ field, kind: "tooLong" }));
  if ("title" in text && tidy.title === undefined) failures.push({ field: "title", kind: "missing" });
  const { occurredAt } = tidy;
  if (occurredAt !== undefined && occurredAt !== incident.data.occurredAt) {
    const kind = toldTimeFailure(occurredAt, context.now);
    if (kind !== undefined) failures.push({ field: "occurredAt", kind });
    else if (context.reportedAt !== undefined && occurredAt > context.reportedAt) {
      failures.push({ field: "occurredAt", kind: "occurredAfterReport" });
    }
  }
  if (failures.length > 0) return fail(failures);
  const patch: Record<string, string | null> = {};
  for (const field of INCIDENT_TEXT_FIELDS) {
    if (!(field in text) || tidy[field] === incident.data[field]) continue;
    patch[field] = tidy[field] ?? null;
  }
  if (Object.keys(patch).length === 0) return ok([]);
  // Keys come from the definition's own fields, values from `IncidentText`: the loop hides that.
  return ok([change("incident", incident.id, patch as { [K in keyof Incident]?: Incident[K] | null })]);
}
