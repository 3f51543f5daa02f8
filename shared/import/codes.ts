import type { AnyField } from "../lib/fields.ts";
import { registry } from "../records/index.ts";
import { textOf } from "./cell-text-of.ts";
import { readState } from "./states.ts";
import type { CodeColumn, ColumnMapping, Header, Mapping, Sheet } from "./types.ts";
import { codeOf } from "./values/field-value.ts";
import { isMissing } from "./values/words.ts";

const MAX_VALUES = 200;

/**
 * The columns of codes (severity, channel, state …) with each value met, how often, and what it means so far;
 * unknown ones first. The wizard lets the user decide and puts the answer into `ColumnMapping.codes`.
 */
export function valueCodes(sheet: Sheet, header: Header, mapping: Mapping): CodeColumn[] {
  const fields: Readonly<Record<string, AnyField>> = registry[mapping.type].fields;
  return mapping.columns.flatMap((column) => {
    const { target, index } = column;
    const field = target === null ? undefined : fields[target];
    if (target === null || (field?.kind !== "choice" && target !== "rowState")) return [];
    const meaning = (text: string): string | null =>
      field === undefined ? readState(text, column.codes) : codeOf(field, text, column);
    const values = [...tally(sheet, header, column)]
      .map(([text, rows]) => ({ text, rows, code: meaning(text) }))
      .sort((a, b) => Number(a.code !== null) - Number(b.code !== null) || b.rows - a.rows)
      .slice(0, MAX_VALUES);
    return [{ index, header: column.header, target, values }];
  });
}

function tally(sheet: Sheet, header: Header, { index }: ColumnMapping): Map<string, number> {
  const counts = new Map<string, number>();
  for (let row = header.firstDataRow; row < sheet.rows.length; row++) {
    const text = textOf(sheet.rows[row]?.[index]);
    if (!isMissing(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}
