import type { Result } from "../lib/result.ts";
import { isBlank, textOf } from "./cell-text-of.ts";
import { mappedColumns, type MappedColumns } from "./mapped-columns.ts";
import type { Cell, ColumnMapping, Mapping, Problem, ProblemKind, Sheet } from "./types.ts";
import { momentOfUsual, readMoment, type Moment } from "./values/moments.ts";
import { isMissing, isZeroDate } from "./values/words.ts";

/**
 * The mapped sheet, cell by cell. Dates that take a while to read are read once for each different text: logs repeat them
 * by the thousand.
 */
export interface RowReader {
  readonly mapping: Mapping;
  readonly columns: MappedColumns;
  readonly date1904: boolean;
  cell(row: number, column: ColumnMapping): Cell;
  text(row: number): string;
  /** null when the cell says nothing. */
  moment(row: number, column: ColumnMapping): Result<Moment, ProblemKind> | null;
  /** The time of day from the column that belongs to this one, if there is one. */
  timeBeside(row: number, column: ColumnMapping): Moment | null;
  problem(row: number, column: ColumnMapping, kind: ProblemKind, holds: boolean): Problem;
}

/** Between the cells of a row when it is compared with others. */
const UNIT_SEPARATOR = String.fromCharCode(31);
/** Different dates of a column that are remembered. */
const MAX_KNOWN = 20_000;

export function rowReader(sheet: Sheet, mapping: Mapping): RowReader {
  const moments = new Map<number, Map<string, Result<Moment, ProblemKind>>>();
  const columns = mappedColumns(mapping);
  const cell = (row: number, { index }: ColumnMapping): Cell => sheet.rows.cell(row, index);

  const moment = (row: number, column: ColumnMapping): Result<Moment, ProblemKind> | null => {
    const value = cell(row, column);
    const usual = typeof value === "string" ? momentOfUsual(value) : null;
    // A day that no month has may be day zero, which says nothing.
    if (usual?.ok === true) return usual;
    if (isBlank(value) || (typeof value === "string" && saysNoDate(value.trim()))) return null;
    const reading = column.dates ?? { order: "ymd", evidence: 0, ambiguous: false };
    // Others are read at once, and each is a thing of its own.
    if (typeof value !== "string") return readMoment(value, reading, sheet.date1904);
    const known = moments.get(column.index) ?? new Map<string, Result<Moment, ProblemKind>>();
    moments.set(column.index, known);
    const before = known.get(value);
    if (before !== undefined) return before;
    const read = readMoment(value, reading, sheet.date1904);
    if (known.size < MAX_KNOWN) known.set(value, read);
    return read;
  };

  return {
    mapping,
    columns,
    date1904: sheet.date1904,
    cell,
    text: (row) => rowText(sheet.rows.at(row)),
    moment,
    timeBeside: (row, column) => {
      const beside = column.target === null ? undefined : columns.timeOf.get(column.target);
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

/** All that a row says, mapped or not: equal for rows that say the same. */
export function rowText(cells: readonly Cell[]): string {
  return cells.map(textOf).join(UNIT_SEPARATOR);
}

function saysNoDate(text: string): boolean {
  return isMissing(text) || isZeroDate(text);
}
