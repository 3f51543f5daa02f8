import type { AnyField } from "../lib/fields.ts";
import { registry } from "../records/index.ts";
import { isBlank, textOf } from "./cell-text-of.ts";
import { isMomentTarget } from "./mapping.ts";
import type { RowReader } from "./row-reader.ts";
import type { Cell, ColumnMapping, Problem } from "./types.ts";
import { readFieldValue } from "./values/field-value.ts";

const TOTAL = /^(?:合计|总计|小计|共计|汇总|total|sum|subtotal|grand total)[:：]?$/i;

/** Why a row cannot become a record, cell by cell; empty when it can. */
export function rowProblems(reader: RowReader, row: number, cells: readonly Cell[]): Problem[] {
  const total = totalRow(reader, row, cells);
  if (total !== null) return [total];
  const problems: Problem[] = [];
  for (const column of reader.columns.moments) {
    const moment = reader.moment(row, column);
    if (moment === null) continue;
    const isTime = column.target?.endsWith(".time") === true;
    if (!moment.ok) problems.push(reader.problem(row, column, moment.failure, true));
    else if (moment.value.day === null && !isTime)
      problems.push(reader.problem(row, column, "badDate", true));
  }
  return [...problems, ...missing(reader, row)];
}

/** A line that sums up the lines above. */
function totalRow(reader: RowReader, row: number, cells: readonly Cell[]): Problem | null {
  const filled = cells.flatMap((cell, index) => (isBlank(cell) ? [] : [{ cell, index }]));
  const label = filled.find(
    ({ cell }) => typeof cell === "string" && TOTAL.test(cell.trim().replace(/\s/g, "")),
  );
  if (label === undefined) return null;
  const others = filled.every(
    ({ cell, index }) =>
      index === label.index || typeof cell === "number" || /^[-\d.,%]+$/.test(textOf(cell)),
  );
  const column = reader.mapping.columns.find(({ index }) => index === label.index);
  return others && column !== undefined ? reader.problem(row, column, "totalRow", true) : null;
}

/** Required fields that stay empty. An incident needs some word or time of its own; the rest is derived. */
function missing(reader: RowReader, row: number): Problem[] {
  const { type, columns } = reader.mapping;
  if (type === "incident") return incidentSaysNothing(reader, row);
  const problems: Problem[] = [];
  const fields: Readonly<Record<string, AnyField>> = registry[type].fields;
  for (const [name, field] of Object.entries(fields)) {
    if (!field.required) continue;
    const column = columns.find(({ target }) => target === name);
    if (column === undefined) {
      problems.push({ row: row + 1, column: field.label.zh, kind: "missing", value: "", holds: true });
      continue;
    }
    const read = readFieldValue(field, reader.cell(row, column), column, reader.date1904, null);
    if (read.kind === "nothing") problems.push(reader.problem(row, column, "missing", true));
    // Unreadable dates have been reported above.
    else if (read.kind === "problem" && !isMomentTarget(type, name)) {
      problems.push(reader.problem(row, column, read.problem, true));
    }
  }
  return problems;
}

const TELLING = [
  "title",
  "description",
  "cause",
  "solution",
  "occurredAt",
  "rowState",
  "systemId",
  "category",
];

function incidentSaysNothing(reader: RowReader, row: number): Problem[] {
  // A column that was only guessed from its values is no promise.
  const telling = reader.mapping.columns.filter(({ target, from }) => from !== "values" && isTelling(target));
  if (telling.length === 0) return [];
  if (telling.some((column) => !isBlank(reader.cell(row, column)))) return [];
  const first = telling[0];
  return first === undefined ? [] : [reader.problem(row, first, "missing", true)];
}

function isTelling(target: ColumnMapping["target"]): boolean {
  return target !== null && (TELLING.includes(target) || target.startsWith("event."));
}
