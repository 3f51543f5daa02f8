import { epochMs } from "../../../shared/lib/instants.ts";
import type { Incident, IncidentEvent } from "../../../shared/records/index.ts";
import { SEVERITIES } from "../../../shared/records/severities.ts";
import { incidentState } from "../../../shared/rules/incidents/state.ts";
import { STATUSES } from "../../../shared/rules/incidents/status.ts";
import type { IncidentColumn } from "../desk.ts";
import { initialsOf } from "../initials.ts";
import { codedColumn, searchable, type Column, type ListedType, type NameOf } from "./listed-type.ts";

/** Incidents as their list shows them: with the status and the milestones that their timeline tells. */
export const listedIncident: ListedType = {
  type: "incident",
  columns: {
    number: { kind: "text", order: "code" },
    title: { kind: "text", order: "dictionary" },
    system: codedColumn({ isNamed: true, hasInitials: true, shown: nameIn("system") }),
    vendor: codedColumn({ isNamed: true, hasInitials: true, shown: nameIn("vendor") }),
    severity: codedColumn({ order: Object.keys(SEVERITIES), words: undefined }),
    status: codedColumn({ order: Object.keys(STATUSES), words: undefined }),
    department: codedColumn({ hasInitials: true }),
    reporter: codedColumn({ hasInitials: true }),
    handler: codedColumn(),
    category: codedColumn(),
    evidence: codedColumn({ order: "code", words: undefined }),
    imported: codedColumn({ order: "code", words: undefined }),
    reportedAt: { kind: "number", isInstant: true },
    respondedAt: { kind: "number", isInstant: true },
    resolvedAt: { kind: "number", isInstant: true },
  } satisfies Record<IncidentColumn, Column>,
  named: ["system", "vendor"],
  hasParts: true,
  row: (id, data, parts) => rowOf(id, data as Incident, parts as readonly IncidentEvent[]),
};

/** Enough of a description to find it by. */
const SEARCHED_CHARACTERS = 300;

function rowOf(
  id: string,
  incident: Incident,
  events: readonly IncidentEvent[],
): ReturnType<ListedType["row"]> {
  const state = incidentState(incident, events);
  const { number, title } = incident;
  const description = (incident.description ?? "").slice(0, SEARCHED_CHARACTERS);
  const cells: Record<IncidentColumn, string | number> = {
    number,
    title,
    system: incident.systemId ?? "",
    vendor: incident.vendorId ?? "",
    severity: state.severity ?? "",
    status: state.status,
    department: incident.department ?? "",
    reporter: incident.reporter ?? "",
    handler: incident.handler ?? "",
    category: incident.category ?? "",
    evidence: incident.evidence ?? "",
    imported: incident.importBatchId === undefined ? "" : "yes",
    reportedAt: msOf(state.reportedAt),
    respondedAt: msOf(state.acknowledgedAt ?? state.repliedAt),
    resolvedAt: msOf(state.resolvedAt),
  };
  return { id, cells, words: searchable(`${number}\n${title}\n${description}`), initials: initialsOf(title) };
}

/** By id in the index, so that renaming one touches no row; nothing where it is gone. */
function nameIn(type: "system" | "vendor"): (id: string, nameOf: NameOf) => string {
  return (id, nameOf) => nameOf(type, id) ?? "";
}

function msOf(at: string | undefined): number {
  return at === undefined ? NaN : epochMs(at);
}
