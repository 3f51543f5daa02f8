import { incident } from "../records/incident.ts";
import type { Incident } from "../records/index.ts";

/** What people may write on an incident. Its number, origin and evidence are not theirs to change. */
export type IncidentText = Omit<
  Incident,
  "number" | "importedStatus" | "evidence" | "importBatchId" | "extra"
>;

const FIXED: ReadonlySet<string> = new Set([
  "number",
  "importedStatus",
  "evidence",
  "importBatchId",
  "extra",
] satisfies (keyof Incident)[]);

export const INCIDENT_TEXT_FIELDS = Object.keys(incident.fields).filter(
  (name) => !FIXED.has(name),
) as (keyof IncidentText)[];

/** Trimmed, and without what is empty. */
export function tidyText(text: Partial<IncidentText>): Partial<IncidentText> {
  const tidy: Record<string, string> = {};
  for (const field of INCIDENT_TEXT_FIELDS) {
    const value = text[field]?.trim();
    if (value !== undefined && value !== "") tidy[field] = value;
  }
  return tidy;
}

const LINE_LIMIT = 500;

/** The first field that holds more than a line of a form takes. */
export function tooLong(text: Partial<IncidentText>): (keyof IncidentText)[] {
  return INCIDENT_TEXT_FIELDS.filter(
    (field) => incident.fields[field].kind === "text" && (text[field]?.length ?? 0) > LINE_LIMIT,
  );
}
