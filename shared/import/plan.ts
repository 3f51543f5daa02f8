import { dayNumber } from "../lib/dates.ts";
import { instant, startOfDay, type Instant } from "../lib/instants.ts";
import { isBlank, textOf } from "./cell-text-of.ts";
import { draftKey } from "./draft-key.ts";
import { genericDraft } from "./generic-draft.ts";
import { hashText } from "./hash-text.ts";
import { incidentDraft } from "./incident-draft.ts";
import { NearDuplicates, type Sighting } from "./near-duplicates.ts";
import { RowGroups } from "./row-groups.ts";
import { rowProblems } from "./row-problems.ts";
import { rowReader, rowText, type RowReader } from "./row-reader.ts";
import { TextIndex } from "./text-index.ts";
import type { Draft, Header, HeldRow, ImportPlan, Mapping, PlanOptions, Problem, Sheet } from "./types.ts";

const MAX_NUMBER = 100;
const MAX_PROBLEMS = 10_000;

type Report = (problem: Problem) => void;

interface Verdict {
  rows: number;
  duplicates: number;
  readonly held: HeldRow[];
  readonly groups: RowGroups;
}

/**
 * The verdict on every row, and the records to write. A row is accepted, held with its reasons, or a duplicate:
 * of a row above, or of what the store has. Rows with one incident number make one incident. Nothing is written
 * and nothing is random, so importing the same file again adds nothing (issue §3).
 */
export function planImport(sheet: Sheet, header: Header, mapping: Mapping, options: PlanOptions): ImportPlan {
  const reader = rowReader(sheet, mapping);
  const latest = instant(startOfDay(dayNumber(options.today) + 2));
  const problems: Problem[] = [];
  let problemCount = 0;
  const report = (problem: Problem): void => {
    problemCount++;
    if (problems.length < MAX_PROBLEMS) problems.push(problem);
  };
  for (const problem of ambiguousDates(mapping, reader, header, sheet)) report(problem);
  const verdict = judge(sheet, header, reader, options, report);
  const { groups } = verdict;
  const draftAt = (group: number, tell: Report): Draft => draftOf(reader, groups.rowsOf(group), latest, tell);
  const near = new NearDuplicates((group) => sightingOf(draftAt(group, () => undefined)));
  let events = 0;
  for (let group = 0; group < groups.count; group++) {
    const draft = draftAt(group, report);
    events += draft.events.length;
    if (mapping.type === "incident") near.see(sightingOf(draft), group);
    options.each?.(draft);
  }
  for (const problem of near.problems) report(problem);
  problemCount += near.untold;
  return {
    rows: verdict.rows,
    accepted: groups.rowCount,
    held: verdict.held,
    duplicates: verdict.duplicates,
    problems,
    problemCount,
    records: groups.count,
    events,
    drafts: (size) => chunks(groups.count, (group) => draftAt(group, () => undefined), size),
  };
}

function* chunks(
  count: number,
  draftAt: (group: number) => Draft,
  size: number,
): Generator<readonly Draft[], void> {
  for (let from = 0; from < count; from += size) {
    yield Array.from({ length: Math.min(size, count - from) }, (_, at) => draftAt(from + at));
  }
}

function draftOf(reader: RowReader, rows: readonly number[], latest: Instant, report: Report): Draft {
  const first = rows[0] ?? 0;
  return reader.mapping.type === "incident"
    ? incidentDraft(reader, keyOf(reader, first), rows, latest, report)
    : genericDraft(reader, first, report);
}

function judge(
  sheet: Sheet,
  header: Header,
  reader: RowReader,
  options: PlanOptions,
  report: Report,
): Verdict {
  const groups = new RowGroups();
  const verdict: Verdict = { rows: 0, duplicates: 0, held: [], groups };
  const seen = new TextIndex((row) => reader.text(row));
  const keys = new TextIndex((group) => keyOf(reader, groups.firstOf(group)));
  const hidden = new Set(options.skipHiddenRows === true ? sheet.hiddenRows : []);
  for (let row = header.firstDataRow; row < sheet.rows.length; row++) {
    const cells = sheet.rows.at(row);
    if (hidden.has(row) || cells.every(isBlank)) continue;
    verdict.rows++;
    if (seen.put(rowText(cells), row) !== -1) {
      verdict.duplicates++;
      continue;
    }
    const holding = rowProblems(reader, row, cells);
    if (holding.length > 0) {
      verdict.held.push({ row: row + 1, problems: holding });
      for (const problem of holding) report(problem);
      continue;
    }
    const key = keyOf(reader, row);
    if (options.isKnown?.(key) === true) {
      verdict.duplicates++;
      continue;
    }
    const group = keys.put(key, groups.count);
    if (group === -1) groups.begin(row);
    else if (reader.mapping.type === "incident") groups.addTo(group, row);
    else verdict.duplicates++;
  }
  return verdict;
}

/** A ledger without numbers gets them from what its rows say, so that they stay the same however rows move. */
function keyOf(reader: RowReader, row: number): string {
  if (reader.mapping.type === "incident") {
    const { number: column } = reader.columns;
    const number = column === undefined ? "" : textOf(reader.cell(row, column));
    const isNumber = number !== "" && number.length <= MAX_NUMBER;
    return isNumber ? number : `导入-${hashText(reader.text(row)).slice(2, 14)}`;
  }
  const draft = genericDraft(reader, row, () => undefined);
  return draftKey(draft.type, draft.data, draft.names);
}

function sightingOf({ rows, data, events }: Draft): Sighting {
  const reported = events.find((event) => event.kind === "reported" && event.dateOnly !== true);
  return { row: rows[0] ?? 1, title: String(data["title"]), minute: reported?.at.slice(0, 16) ?? null };
}

/** One warning for a column whose order of day and month nothing decides. */
function* ambiguousDates(
  mapping: Mapping,
  reader: RowReader,
  header: Header,
  sheet: Sheet,
): Generator<Problem> {
  for (const column of mapping.columns) {
    if (column.dates?.ambiguous !== true) continue;
    for (let row = header.firstDataRow; row < sheet.rows.length; row++) {
      if (!/^\s*\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}/.test(textOf(reader.cell(row, column)))) continue;
      yield reader.problem(row, column, "ambiguousDate", false);
      break;
    }
  }
}
