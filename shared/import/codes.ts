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
  const columns = mapping.columns.filter(({ target }) => isCoded(fields, target));
  const tallies = tally(sheet, header, columns);
  return columns.flatMap((column, at) => {
    const { target, index } = column;
    if (target === null) return [];
    const field = fields[target];
    const meaning = (text: string): string | null =>
      field === undefined ? readState(text, column.codes) : codeOf(field, text, column);
    const values = [...(tallies[at] ?? [])]
      .map(([text, rows]) => ({ text, rows, code: meaning(text) }))
      .sort((a, b) => Number(a.code !== null) - Number(b.code !== null) || b.rows - a.rows)
      .slice(0, MAX_VALUES);
    return [{ index, header: column.header, target, values }];
  });
}

function isCoded(fields: Readonly<Record<string, AnyField>>, target: ColumnMapping["target"]): boolean {
  return target !== null && (target === "rowState" || fields[target]?.kind === "choice");
}

/** How often each column says what, in one pass over the rows. */
function tally(sheet: Sheet, header: Header, columns: readonly ColumnMapping[]): Map<string, number>[] {
  const tallies = columns.map(({ index }) => ({ index, counts: new Map<string, number>() }));
  for (let row = header.firstDataRow; row < sheet.rows.length; row++) {
    for (const { index, counts } of tallies) {
      const text = textOf(sheet.rows.cell(row, index));
      const known = counts.get(text);
      if (known !== undefined) counts.set(text, known + 1);
      else if (!isMissing(text)) counts.set(text, 1);
    }
  }
  return tallies.map(({ counts }) => counts);
}
