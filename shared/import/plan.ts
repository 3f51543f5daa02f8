import { dayNumber } from "../lib/dates.ts";
import { instant, startOfDay, type Instant } from "../lib/instants.ts";
import { isBlank, textOf } from "./cell-text-of.ts";
import { draftKey } from "./draft-key.ts";
import { genericDraft } from "./generic-draft.ts";
import { hashText } from "./hash-text.ts";
import { incidentDraft } from "./incident-draft.ts";
import { findNearDuplicates, type Sighting } from "./near-duplicates.ts";
import { rowProblems } from "./row-problems.ts";
import { rowReader, type RowReader } from "./row-reader.ts";
import type { Draft, Header, HeldRow, ImportPlan, Mapping, PlanOptions, Problem, Sheet } from "./types.ts";

const MAX_NUMBER = 100;
const MAX_PROBLEMS = 10_000;
/** Between the cells of a row when it is compared with others. */
const UNIT_SEPARATOR = String.fromCharCode(31);

interface Verdict {
  rows: number;
  duplicates: number;
  readonly held: HeldRow[];
  /** Zero-based rows of each record to write, in the order of the sheet. */
  readonly groups: (readonly [key: string, rows: number[]])[];
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
  const sightings: Sighting[] = [];
  let events = 0;
  for (const [key, rows] of verdict.groups) {
    const draft = draftOf(reader, key, rows, latest, report);
    events += draft.events.length;
    if (mapping.type === "incident") sightings.push(sightingOf(draft));
  }
  for (const problem of findNearDuplicates(sightings)) report(problem);
  const accepted = verdict.groups.reduce((sum, [, rows]) => sum + rows.length, 0);
  return {
    rows: verdict.rows,
    accepted,
    held: verdict.held,
    duplicates: verdict.duplicates,
    problems,
    problemCount,
    records: verdict.groups.length,
    events,
    drafts: (size) => chunks(reader, verdict, latest, size),
  };
}

function* chunks(
  reader: RowReader,
  { groups }: Verdict,
  latest: Instant,
  size: number,
): Generator<readonly Draft[], void> {
  for (let at = 0; at < groups.length; at += size) {
    yield groups
      .slice(at, at + size)
      .map(([key, rows]) => draftOf(reader, key, rows, latest, () => undefined));
  }
}

function draftOf(
  reader: RowReader,
  key: string,
  rows: readonly number[],
  latest: Instant,
  report: (problem: Problem) => void,
): Draft {
  return reader.mapping.type === "incident"
    ? incidentDraft(reader, key, rows, latest, report)
    : genericDraft(reader, rows[0] ?? 0, report);
}

function judge(
  sheet: Sheet,
  header: Header,
  reader: RowReader,
  options: PlanOptions,
  report: (problem: Problem) => void,
): Verdict {
  const { mapping } = reader;
  const verdict: Verdict = { rows: 0, duplicates: 0, held: [], groups: [] };
  const groupsByKey = new Map<string, number[]>();
  const seen = new Set<string>();
  const hidden = new Set(options.skipHiddenRows === true ? sheet.hiddenRows : []);
  const number = mapping.columns.find((column) => column.target === "number");
  for (let row = header.firstDataRow; row < sheet.rows.length; row++) {
    const cells = sheet.rows[row] ?? [];
    if (hidden.has(row) || cells.every(isBlank)) continue;
    verdict.rows++;
    const digest = hashText(cells.map(textOf).join(UNIT_SEPARATOR));
    if (seen.has(digest)) {
      verdict.duplicates++;
      continue;
    }
    seen.add(digest);
    const holding = rowProblems(reader, row, cells);
    if (holding.length > 0) {
      verdict.held.push({ row: row + 1, problems: holding });
      for (const problem of holding) report(problem);
      continue;
    }
    const key = keyOf(reader, row, number === undefined ? "" : textOf(cells[number.index]), digest);
    if (options.isKnown?.(key) === true) {
      verdict.duplicates++;
      continue;
    }
    const group = groupsByKey.get(key);
    if (group === undefined) {
      const rows = [row];
      groupsByKey.set(key, rows);
      verdict.groups.push([key, rows]);
    } else if (mapping.type === "incident") group.push(row);
    else verdict.duplicates++;
  }
  return verdict;
}

/** A ledger without numbers gets them from what its rows say, so that they stay the same however rows move. */
function keyOf(reader: RowReader, row: number, number: string, digest: string): string {
  if (reader.mapping.type === "incident") {
    const isNumber = number !== "" && number.length <= MAX_NUMBER;
    return isNumber ? number : `导入-${digest.slice(2, 14)}`;
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
