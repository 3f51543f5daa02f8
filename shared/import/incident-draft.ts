import type { Instant } from "../lib/instants.ts";
import { textOf } from "./cell-text-of.ts";
import { extraLine, withLines } from "./extra.ts";
import { incidentEvents } from "./incident-events.ts";
import type { MappedColumns } from "./mapped-columns.ts";
import type { RowReader } from "./row-reader.ts";
import type { Cell, Draft, DraftEvent, Problem } from "./types.ts";
import { isMissing } from "./values/words.ts";
import { readFieldValue } from "./values/field-value.ts";

type Report = (problem: Problem) => void;

interface Gathered {
  readonly data: Record<string, unknown>;
  readonly names: Record<string, readonly string[]>;
  readonly extra: string[];
}

/**
 * The incident that one row tells, or several rows with its number: the last word of a status log, the first word
 * of a ledger that repeats itself. What no field holds goes to `extra`. The evidence grade is A with times for
 * report and resolution, B with any date, C with none (clocks R15).
 */
export function incidentDraft(
  reader: RowReader,
  number: string,
  rows: readonly number[],
  latest: Instant,
  report: Report,
): Draft {
  const ordered = reader.mapping.mode === "log" ? inOrder(reader, rows) : rows;
  const gathered: Gathered = { data: {}, names: {}, extra: [] };
  for (const column of reader.columns.data) gather(reader, column, ordered, gathered, report);
  const events = incidentEvents(reader, ordered, latest, report);
  const { data, names } = gathered;
  data["number"] = number;
  data["title"] = titleOf(reader, ordered[0] ?? 0, gathered, number);
  data["evidence"] ??= gradeOf(events, data);
  const state = lastState(reader, ordered);
  if (state !== null) data["importedStatus"] ??= state;
  if (gathered.extra.length > 0) data["extra"] = withLines(data["extra"], gathered.extra);
  return { type: "incident", rows: rows.map((row) => row + 1), data, names, events };
}

function gather(
  reader: RowReader,
  { column, field }: MappedColumns["data"][number],
  rows: readonly number[],
  { data, names, extra }: Gathered,
  report: Report,
): void {
  const only = rows.length === 1 ? reader.cell(rows[0] ?? 0, column) : undefined;
  if (only !== undefined && !saysSomething(only)) return;
  const cells = only === undefined ? rows.map((row) => reader.cell(row, column)) : [only];
  if (field === undefined) {
    extra.push(...extraLine(column.header, cells));
    return;
  }
  const isLog = reader.mapping.mode === "log";
  const at = isLog ? cells.findLastIndex(saysSomething) : cells.findIndex(saysSomething);
  const cell = cells[at];
  const row = rows[at];
  if (cell === undefined || row === undefined) return;
  const read = readFieldValue(
    field.definition,
    cell,
    column,
    reader.date1904,
    reader.timeBeside(row, column),
  );
  if (read.kind === "value") data[field.name] = read.value;
  if (read.kind === "names") names[field.name] = read.names;
  if (read.kind === "problem") report(reader.problem(row, column, read.problem, false));
  const first = textOf(cell);
  const differs = cells.findIndex((other) => saysSomething(other) && textOf(other) !== first);
  if (read.kind === "problem" || differs !== -1) extra.push(...extraLine(column.header, cells));
  else if (read.kind === "value" && read.cut !== undefined) extra.push(`${column.header}：${read.cut}`);
  const otherRow = rows[differs];
  if (!isLog && otherRow !== undefined) report(reader.problem(otherRow, column, "differs", false));
}

function saysSomething(cell: Cell): boolean {
  return !isMissing(textOf(cell));
}

/** The rows of a log by the time they were written; rows of one minute stay as they stand. */
function inOrder(reader: RowReader, rows: readonly number[]): readonly number[] {
  const column = reader.columns.rowTime;
  if (column === undefined || rows.length === 1) return rows;
  const time = (row: number): number => {
    const moment = reader.moment(row, column);
    if (moment?.ok !== true || moment.value.day === null) return 0;
    return moment.value.day * 86_400_000 + (moment.value.ms ?? 0);
  };
  return rows
    .map((row) => ({ row, at: time(row) }))
    .sort((a, b) => a.at - b.at)
    .map(({ row }) => row);
}

function lastState(reader: RowReader, rows: readonly number[]): string | null {
  const column = reader.columns.rowState;
  const row = rows.at(-1);
  if (column === undefined || row === undefined) return null;
  const text = textOf(reader.cell(row, column));
  return isMissing(text) ? null : text.slice(0, 500);
}

const MAX_TITLE = 200;

/** A ledger without titles still has words: the first line of the story, else the words of the row. */
function titleOf(reader: RowReader, row: number, { data, names }: Gathered, number: string): string {
  for (const name of ["title", "description", "cause", "solution"]) {
    const text = data[name];
    if (typeof text !== "string" || text.trim() === "") continue;
    return name === "title" ? text : cutLine(text);
  }
  const category = data["category"];
  const what = [...(names["systemId"] ?? []), ...(typeof category === "string" ? [category] : [])];
  if (what.length > 0) return cutLine(`${what.join(" ")}（${number}）`);
  const words = reader.mapping.columns
    .map((column) => textOf(reader.cell(row, column)))
    .filter((text) => !isMissing(text));
  return cutLine(words.slice(0, 3).join("；")) || number;
}

function cutLine(text: string): string {
  const line = text.trim().split("\n")[0]?.trim() ?? "";
  return line.length <= MAX_TITLE ? line : `${line.slice(0, MAX_TITLE - 1)}…`;
}

function gradeOf(events: readonly DraftEvent[], data: Readonly<Record<string, unknown>>): "A" | "B" | "C" {
  const timed = (kind: DraftEvent["kind"]): boolean =>
    events.some((event) => event.kind === kind && event.dateOnly !== true);
  if (timed("reported") && timed("resolved")) return "A";
  return events.length > 0 || data["occurredAt"] !== undefined ? "B" : "C";
}
