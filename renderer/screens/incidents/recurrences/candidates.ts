import { epochMs, instant, type Instant } from "../../../../shared/lib/instants.ts";
import type { IncidentEvent } from "../../../../shared/records/index.ts";
import { isImported } from "../../../../shared/rules/clauses/clause-clocks.ts";
import type { KnownIncident } from "../../../../shared/rules/incidents/recurrences.ts";
import { incidentState, type IncidentState } from "../../../../shared/rules/incidents/state.ts";
import type { Desk } from "../../../db/desk.ts";
import type { IncidentFile } from "../incident-file.ts";

/** An incident that may be the same fault as the one on the card, read whole. */
export interface Candidate extends KnownIncident {
  readonly state: IncidentState;
  readonly lines: readonly IncidentEvent[];
}

type Asked = Pick<IncidentFile, "incident" | "state" | "imported">;

const DAY_MS = 86_400_000;
/** More faults than these in a few days of one system are another matter. */
const MOST_ROWS = 100;

/** Incidents of the same system that were solved in the `days` before this one was reported, and the one it names. */
export async function earlierCandidates(
  desk: Desk,
  { incident, state, imported }: Asked,
  days: number,
): Promise<readonly Candidate[]> {
  const { reportedAt } = state;
  if (reportedAt === undefined || imported) return [];
  const { systemId, previousId } = incident.data;
  const from = instant(epochMs(reportedAt) - days * DAY_MS);
  const ids = await idsBetween(desk, systemId, "resolvedAt", from, reportedAt);
  return readAll(desk, previousId === undefined ? ids : [previousId, ...ids], incident.id);
}

/** Incidents of the same system that were reported in the `days` after this one was solved. */
export async function laterCandidates(
  desk: Desk,
  { incident, state, imported }: Asked,
  days: number,
): Promise<readonly Candidate[]> {
  const solvedAt = state.resolvedAt ?? state.firstResolvedAt;
  if (solvedAt === undefined || imported) return [];
  const to = instant(epochMs(solvedAt) + days * DAY_MS);
  const ids = await idsBetween(desk, incident.data.systemId, "reportedAt", solvedAt, to);
  return readAll(desk, ids, incident.id);
}

/** Both ends included; the latest `MOST_ROWS` of them. */
async function idsBetween(
  desk: Desk,
  systemId: string | undefined,
  column: "reportedAt" | "resolvedAt",
  from: Instant,
  to: Instant,
): Promise<readonly string[]> {
  const system = systemId === undefined ? undefined : await desk.get("system", systemId);
  if (system === undefined) return [];
  const view = await desk.incidents.query({
    search: "",
    filters: { system: [system.data.name] },
    ranges: { [column]: { from, to: instant(epochMs(to) + 1) } },
    sort: { column, descending: true },
  });
  return (await view.rows(0, MOST_ROWS)).map(({ id }) => id);
}

async function readAll(desk: Desk, ids: readonly string[], ownId: string): Promise<readonly Candidate[]> {
  const others = [...new Set(ids)].filter((id) => id !== ownId);
  return (await Promise.all(others.map((id) => readOne(desk, id)))).flat();
}

async function readOne(desk: Desk, id: string): Promise<readonly Candidate[]> {
  const [incident, events] = await Promise.all([
    desk.get("incident", id),
    desk.childrenOf("incidentEvent", id),
  ]);
  // Nothing is held against anybody by an old ledger (clocks R15).
  if (incident === undefined || isImported(incident.data)) return [];
  const lines = events.map(({ data }) => data);
  return [{ incident, lines, state: incidentState(incident.data, lines) }];
}
