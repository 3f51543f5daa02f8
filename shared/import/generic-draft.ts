import type { AnyField } from "../lib/fields.ts";
import { registry } from "../records/index.ts";
import { extraLine, withLines } from "./extra.ts";
import type { RowReader } from "./row-reader.ts";
import type { Draft, Problem } from "./types.ts";
import { readFieldValue } from "./values/field-value.ts";

/**
 * One row as one record of any type. Columns that lead nowhere are kept as lines of `extra`, or of `note` where
 * the type has no `extra`.
 */
export function genericDraft(reader: RowReader, row: number, report: (problem: Problem) => void): Draft {
  const { type, columns } = reader.mapping;
  const fields: Readonly<Record<string, AnyField>> = registry[type].fields;
  const data: Record<string, unknown> = {};
  const names: Record<string, readonly string[]> = {};
  const extra: string[] = [];
  for (const column of columns) {
    if (column.target === "ignore" || column.target?.endsWith(".time") === true) continue;
    const cell = reader.cell(row, column);
    const field = column.target === null ? undefined : fields[column.target];
    if (field === undefined || column.target === null) {
      extra.push(...extraLine(column.header, [cell]));
      continue;
    }
    const read = readFieldValue(field, cell, column, reader.date1904, reader.timeBeside(row, column));
    if (read.kind === "value") data[column.target] = read.value;
    if (read.kind === "names") names[column.target] = read.names;
    if (read.kind === "value" && read.cut !== undefined) extra.push(...extraLine(column.header, [read.cut]));
    if (read.kind === "problem") {
      report(reader.problem(row, column, read.problem, false));
      extra.push(...extraLine(column.header, [cell]));
    }
  }
  const home = "extra" in fields ? "extra" : fields["note"]?.kind === "longText" ? "note" : null;
  if (home !== null && extra.length > 0) data[home] = withLines(data[home], extra);
  return { type, rows: [row + 1], data, names, events: [] };
}
