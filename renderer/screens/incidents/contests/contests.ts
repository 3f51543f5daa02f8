import type { EventKind } from "../../../../shared/records/event-kinds.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { contestsOf, heldTimeline, inOrder } from "../../../../shared/rules/incidents/timeline.ts";
import type { IncidentFile } from "../incident-file.ts";

type Event = Stored<"incidentEvent">;

export interface StoredContest {
  readonly kind: EventKind;
  readonly accounts: readonly Event[];
}

/** The contested times of an incident, each account with its id; none of an imported one. */
export function storedContests({
  events,
  lines,
  imported,
}: Pick<IncidentFile, "events" | "lines" | "imported">) {
  if (imported) return [];
  return contestsOf(lines).map(({ kind, accounts }): StoredContest => ({
    kind,
    accounts: accounts.flatMap((account) => events.filter(({ data }) => data === account)),
  }));
}

/** The accounts among which one can choose: those that are contested, else every first account of the step. */
export function accountsOf(
  kind: EventKind,
  file: Pick<IncidentFile, "events" | "lines" | "imported">,
): readonly Event[] {
  const contested = storedContests(file).find((contest) => contest.kind === kind);
  if (contested !== undefined) return contested.accounts;
  const own = file.events.filter(({ data }) => data.kind === kind && data.again !== true);
  const order = inOrder(own.map(({ data }) => data));
  return [...own].sort((a, b) => order.indexOf(a.data) - order.indexOf(b.data));
}

/** Lines that an adjudication set aside: they stay to be read and no longer count. */
export function setAsideIds({ events, lines }: Pick<IncidentFile, "events" | "lines">): ReadonlySet<string> {
  const held = new Set<unknown>(heldTimeline(lines));
  return new Set(events.filter(({ data }) => !held.has(data)).map(({ id }) => id));
}

/** Whether a wrong time of this line is put right by an adjudication: what happens once a round, and the report. */
export function canCorrect({ kind, again }: Pick<Event["data"], "kind" | "again">): boolean {
  return again !== true && CORRECTED.has(kind);
}

/** Pauses, departures and notes are several in a round: an adjudication would set all of them aside for one. */
const CORRECTED: ReadonlySet<EventKind> = new Set<EventKind>([
  "reported",
  "acknowledged",
  "replied",
  "planSubmitted",
  "planConfirmed",
  "remoteFailed",
  "arrived",
  "workedAround",
  "loanerDelivered",
  "replaced",
  "partReturned",
  "reportDelivered",
  "resolved",
]);
