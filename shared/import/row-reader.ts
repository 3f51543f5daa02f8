import type { Result } from "../lib/result.ts";
import { isBlank, textOf } from "./cell-text-of.ts";
import type { Cell, ColumnMapping, Mapping, Problem, ProblemKind, Sheet } from "./types.ts";
import { readMoment, type Moment } from "./values/moments.ts";
import { isMissing, isZeroDate } from "./values/words.ts";

/** The mapped sheet, cell by cell. Dates are read once for each different text: logs repeat them by the thousand. */
export interface RowReader {
  readonly mapping: Mapping;
  readonly date1904: boolean;
  cell(row: number, column: ColumnMapping): Cell;
  /** null when the cell says nothing. */
  moment(row: number, column: ColumnMapping): Result<Moment, ProblemKind> | null;
  /** The time of day from the column that belongs to this one, if there is one. */
  timeBeside(row: number, column: ColumnMapping): Moment | null;
  problem(row: number, column: ColumnMapping, kind: ProblemKind, holds: boolean): Problem;
}

export function rowReader(sheet: Sheet, mapping: Mapping): RowReader {
  const moments = new Map<number, Map<Cell, Result<Moment, ProblemKind>>>();
  const timeColumns = new Map(mapping.columns.flatMap((column) => timeOwner(column)));
  const cell = (row: number, { index }: ColumnMapping): Cell => sheet.rows[row]?.[index] ?? null;

  const moment = (row: number, column: ColumnMapping): Result<Moment, ProblemKind> | null => {
    const value = cell(row, column);
    if (isBlank(value) || (typeof value === "string" && saysNoDate(value.trim()))) return null;
    const known = moments.get(column.index) ?? new Map<Cell, Result<Moment, ProblemKind>>();
    moments.set(column.index, known);
    const before = known.get(value);
    if (before !== undefined) return before;
    const reading = column.dates ?? { order: "ymd", evidence: 0, ambiguous: false };
    const read = readMoment(value, reading, sheet.date1904);
    if (known.size < 100_000) known.set(value, read);
    return read;
  };

  return {
    mapping,
    date1904: sheet.date1904,
    cell,
    moment,
    timeBeside: (row, column) => {
      const beside = column.target === null ? undefined : timeColumns.get(column.target);
      const time = beside === undefined ? null : moment(row, beside);
      return time?.ok === true ? time.value : null;
    },
    problem: (row, column, kind, holds) => ({
      row: row + 1,
      column: column.header,
      kind,
      value: textOf(cell(row, column)).slice(0, 200),
      holds,
    }),
  };
}

function saysNoDate(text: string): boolean {
  return isMissing(text) || isZeroDate(text);
}

function timeOwner(column: ColumnMapping): [string, ColumnMapping][] {
  const owner = /^(.+)\.time$/.exec(column.target ?? "")?.[1];
  return owner === undefined ? [] : [[owner, column]];
}
