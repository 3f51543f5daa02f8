import { epochMs } from "../../../shared/lib/instants.ts";
import type { Incident, IncidentEvent } from "../../../shared/records/index.ts";
import { incidentState } from "../../../shared/rules/incidents/state.ts";
import { initialsOf } from "../initials.ts";

/** Columns kept as text, one a row. */
export const TEXT_COLUMNS = ["number", "title"] as const;
/** Columns with few different values: kept once each, with a code a row. System and vendor by id, so that renaming one touches no row. */
export const CODED_COLUMNS = [
  "system",
  "vendor",
  "severity",
  "status",
  "department",
  "reporter",
  "handler",
  "category",
  "evidence",
] as const;
/** Columns kept as epoch milliseconds; 0 where nothing is known. */
export const TIME_COLUMNS = ["reportedAt", "respondedAt", "resolvedAt"] as const;

export type TextColumn = (typeof TEXT_COLUMNS)[number];
export type CodedColumn = (typeof CODED_COLUMNS)[number];
export type TimeColumn = (typeof TIME_COLUMNS)[number];

/** An incident as the index keeps it. */
export interface IndexedRow {
  readonly id: string;
  readonly texts: Readonly<Record<TextColumn, string>>;
  readonly coded: Readonly<Record<CodedColumn, string>>;
  readonly times: Readonly<Record<TimeColumn, number>>;
  /** Old history never presses (clocks R15). */
  readonly isImported: boolean;
  /** What search looks in beside the coded columns: lower case, full-width forms made plain. */
  readonly words: string;
  /** The pinyin initials of the title. */
  readonly initials: string;
}

/** Enough of a description to find it by. */
const SEARCHED_CHARACTERS = 300;

export function indexedRow(id: string, incident: Incident, events: readonly IncidentEvent[]): IndexedRow {
  const state = incidentState(incident, events);
  const { number, title } = incident;
  const description = (incident.description ?? "").slice(0, SEARCHED_CHARACTERS);
  return {
    id,
    texts: { number, title },
    coded: {
      system: incident.systemId ?? "",
      vendor: incident.vendorId ?? "",
      severity: state.severity ?? "",
      status: state.status,
      department: incident.department ?? "",
      reporter: incident.reporter ?? "",
      handler: incident.handler ?? "",
      category: incident.category ?? "",
      evidence: incident.evidence ?? "",
    },
    times: {
      reportedAt: msOf(state.reportedAt),
      respondedAt: msOf(state.acknowledgedAt ?? state.repliedAt),
      resolvedAt: msOf(state.resolvedAt),
    },
    isImported: incident.importBatchId !== undefined,
    words: searchable(`${number}\n${title}\n${description}`),
    initials: initialsOf(title),
  };
}

/** As search compares: lower case, full-width forms made plain, and nothing that could end a row. */
export function searchable(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll("\0", " ");
}

function msOf(at: string | undefined): number {
  return at === undefined ? 0 : epochMs(at);
}
