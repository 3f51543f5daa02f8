import type { Instant } from "../lib/instants.ts";
import type { EventKind } from "../records/event-kinds.ts";
import { textOf } from "./cell-text-of.ts";
import type { RowReader } from "./row-reader.ts";
import { eventOfChange, readState, type State } from "./states.ts";
import type { ColumnMapping, DraftEvent, Problem } from "./types.ts";
import { instantOfMoment } from "./values/moments.ts";
import { isMissing } from "./values/words.ts";

type Report = (problem: Problem) => void;

/**
 * An incident's timeline from its rows, oldest first, nothing twice. Columns that name an event are facts; what
 * follows from the changes of state in a log fills in the rest. Where a column and the log speak of one kind, the
 * column corrects the log's last event of that kind: logs say when a row was saved, columns when it happened.
 * Events after `latest` stay, and are pointed out.
 */
export function incidentEvents(
  reader: RowReader,
  rows: readonly number[],
  latest: Instant,
  report: Report,
): DraftEvent[] {
  const named = namedEvents(reader, rows);
  const events = loggedEvents(reader, rows, report);
  for (const event of named) {
    const isNew = !events.some(({ kind, at }) => kind === event.kind && at === event.at);
    if (!isNew) continue;
    const last = events.findLastIndex(({ kind }) => kind === event.kind);
    const sole = named.filter(({ kind }) => kind === event.kind).length === 1;
    if (last !== -1 && sole) events[last] = { ...events[last], ...event };
    else events.push(event);
  }
  events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : rank(a.kind) - rank(b.kind)));
  reportDisorder(reader, rows, events, report);
  reportFuture(reader, rows, events, latest, report);
  return events;
}

const ORDER: readonly EventKind[] = [
  "reported",
  "acknowledged",
  "arrived",
  "paused",
  "resumed",
  "workedAround",
];

/** Events of one instant in the order in which they can have happened. */
function rank(kind: EventKind): number {
  const at = ORDER.indexOf(kind);
  return at !== -1 ? at : kind === "resolved" ? 10 : kind === "signedOff" ? 12 : 11;
}

function namedEvents(reader: RowReader, rows: readonly number[]): DraftEvent[] {
  const events: DraftEvent[] = [];
  for (const { column, kind } of reader.columns.events) {
    for (const row of rows) {
      const at = eventAt(reader, row, column);
      if (at === null) continue;
      if (!events.some((event) => event.kind === kind && event.at === at.at)) events.push({ kind, ...at });
    }
  }
  return events;
}

function eventAt(
  reader: RowReader,
  row: number,
  column: ColumnMapping,
): Pick<DraftEvent, "at" | "dateOnly"> | null {
  const moment = reader.moment(row, column);
  if (moment?.ok !== true || moment.value.day === null) return null;
  const ms = moment.value.ms ?? reader.timeBeside(row, column)?.ms ?? null;
  const at = instantOfMoment({ ...moment.value, day: moment.value.day, ms });
  return ms === null ? { at, dateOnly: true } : { at };
}

/** What the changes of state say, row by row in their order. */
function loggedEvents(reader: RowReader, rows: readonly number[], report: Report): DraftEvent[] {
  const { rowState: stateColumn, rowTime: timeColumn } = reader.columns;
  if (stateColumn === undefined || timeColumn === undefined) return [];
  const events: DraftEvent[] = [];
  let before: State | null = null;
  let isAcknowledged = false;
  for (const row of rows) {
    const text = textOf(reader.cell(row, stateColumn));
    const at = eventAt(reader, row, timeColumn);
    if (isMissing(text) || at === null) continue;
    const after = readState(text, stateColumn.codes);
    if (after === null) {
      report(reader.problem(row, stateColumn, "unknownCode", false));
      events.push({ kind: "note", ...at, note: text.slice(0, 500) });
      continue;
    }
    const kind = eventOfChange(before, after, isAcknowledged);
    isAcknowledged ||= after === "active";
    before = after;
    if (kind !== null) events.push({ kind, ...at, note: text.slice(0, 500) });
  }
  return events;
}

function reportFuture(
  reader: RowReader,
  rows: readonly number[],
  events: readonly DraftEvent[],
  latest: Instant,
  report: Report,
): void {
  const event = events.find(({ at }) => at > latest);
  const row = rows.at(-1);
  if (event === undefined || row === undefined) return;
  const column = reader.mapping.columns.find(
    ({ target }) => target === `event.${event.kind}` || target === "rowTime",
  );
  if (column !== undefined) report(reader.problem(row, column, "futureDate", false));
}

/** A resolution before its report is written down as it stands, and said. */
function reportDisorder(
  reader: RowReader,
  rows: readonly number[],
  events: readonly DraftEvent[],
  report: Report,
): void {
  const reported = events.find(({ kind }) => kind === "reported");
  const resolved = events.find(({ kind }) => kind === "resolved");
  if (reported === undefined || resolved === undefined || resolved.at >= reported.at) return;
  if (resolved.dateOnly === true || reported.dateOnly === true) {
    if (resolved.at.slice(0, 10) >= reported.at.slice(0, 10)) return;
  }
  const column = reader.mapping.columns.find(
    ({ target }) => target === "event.resolved" || target === "rowTime",
  );
  const row = rows.at(-1);
  if (column !== undefined && row !== undefined) report(reader.problem(row, column, "outOfOrder", false));
}
