import { epochMs } from "../../../../shared/lib/instants.ts";
import type { IncidentEvent, RecordType } from "../../../../shared/records/index.ts";
import type { ClauseBook } from "../../../../shared/rules/clauses/clause-book.ts";
import type { ClauseClock } from "../../../../shared/rules/clauses/clause-clock.ts";
import type { Cover } from "../../../../shared/rules/clauses/cover.ts";
import { clocksOf } from "../../../../shared/rules/clauses/incident-clocks.ts";
import { reopenDaysOf } from "../../../../shared/rules/clauses/reopen-days.ts";
import {
  asNotSolved,
  recurrencesOf,
  type KnownIncident,
  type Recurrence,
} from "../../../../shared/rules/incidents/recurrences.ts";
import { incidentState } from "../../../../shared/rules/incidents/state.ts";
import type { Desk } from "../../../db/desk.ts";
import { useDesk, useLive } from "../../../records/use-desk.tsx";
import type { IncidentFile } from "../incident-file.ts";

/** An earlier incident that this one shows to be unsolved, and what its promised solution comes to then. */
export interface ShownRecurrence extends Recurrence {
  /** Undefined where nothing was promised. */
  readonly clock: ClauseClock | undefined;
}

interface Candidate extends KnownIncident {
  readonly lines: readonly IncidentEvent[];
}

const TOUCHED: readonly RecordType[] = ["incident", "incidentEvent", "importBatch"];
const DAY_MS = 86_400_000;
/** More faults than these in a few days of one system are another matter. */
const MOST_ROWS = 300;

/** The recurrences that a card shows; undefined while they are looked for. */
export function useRecurrences(
  file: IncidentFile,
  cover: Cover,
  book: ClauseBook,
  nowMs: number,
): readonly ShownRecurrence[] | undefined {
  const desk = useDesk();
  const { incident, state, lines } = file;
  const days = reopenDaysOf(cover);
  const { systemId, moduleId, causeCode, previousId } = incident.data;
  const key = [incident.id, systemId, moduleId, causeCode, previousId, state.reportedAt, days].join(":");
  const found = useLive(() => candidates(desk, file, days), TOUCHED, `recurrences:${key}`);
  return found === undefined
    ? undefined
    : recurrencesOf(file, found, days).map((recurrence) => {
        const own = found.find((one) => one.incident.id === recurrence.earlier.id)?.lines ?? [];
        const { clocks } = clocksOf(recurrence.earlier.data, asNotSolved(own, lines), book, nowMs);
        return { ...recurrence, clock: clocks.find(({ clause }) => clause.metric === "resolution") };
      });
}

/** Incidents of the same system that were solved in the days before this one was reported, and the one it names. */
async function candidates(
  desk: Desk,
  { incident, state, imported }: IncidentFile,
  days: number,
): Promise<readonly Candidate[]> {
  if (state.reportedAt === undefined || imported) return [];
  const { systemId, previousId } = incident.data;
  const ids = new Set(previousId === undefined ? [] : [previousId]);
  const system = systemId === undefined ? undefined : await desk.get("system", systemId);
  if (system !== undefined) {
    await desk.incidents.ready();
    const reportedMs = epochMs(state.reportedAt);
    const view = await desk.incidents.query({
      search: "",
      filters: { system: [system.data.name] },
      sort: { column: "resolvedAt", descending: true },
    });
    for (const { id, resolvedAt } of await view.rows(0, MOST_ROWS)) {
      if (resolvedAt === "") continue;
      const heldMs = reportedMs - epochMs(resolvedAt);
      if (heldMs >= 0 && heldMs <= days * DAY_MS) ids.add(id);
    }
  }
  ids.delete(incident.id);
  const read = await Promise.all([...ids].map((id) => readCandidate(desk, id)));
  return read.flat();
}

async function readCandidate(desk: Desk, id: string): Promise<readonly Candidate[]> {
  const [incident, events] = await Promise.all([
    desk.get("incident", id),
    desk.childrenOf("incidentEvent", id),
  ]);
  if (incident === undefined) return [];
  const lines = events.map(({ data }) => data);
  return [{ incident, lines, state: incidentState(incident.data, lines) }];
}
