import type { AnyField } from "../lib/fields.ts";
import { registry, type RecordType } from "../records/index.ts";
import { toCell, type NameOf } from "./cell-text.ts";
import type { Table } from "./types.ts";

/**
 * Records of one type as a table that can be imported again: a column a field under its Chinese label (or the
 * English one), in the order of the definition or of `fields`. Files are written by `writeCsv` and `writeXlsx`.
 */
export function exportTable(
  type: RecordType,
  records: Iterable<Readonly<Record<string, unknown>>>,
  nameOf: NameOf,
  language: "zh" | "en" = "zh",
  fields: readonly string[] = Object.keys(registry[type].fields),
): Table {
  const definition: Readonly<Record<string, AnyField>> = registry[type].fields;
  const columns = fields.flatMap((name) => {
    const field = definition[name];
    return field === undefined ? [] : [{ name, field }];
  });
  const rows = [];
  for (const record of records)
    rows.push(columns.map(({ name, field }) => toCell(field, record[name], nameOf)));
  return {
    name: registry[type].label[language],
    header: columns.map(({ field }) => field.label[language]),
    rows,
  };
}
