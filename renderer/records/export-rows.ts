import type { AnyField } from "../../shared/lib/fields.ts";
import type { OutCell, Table } from "../../shared/import/types.ts";
import { formatWall } from "../../shared/lib/instants.ts";
import type { RecordType, Stored } from "../../shared/records/index.ts";
import { fieldText, type TextContext } from "./field-text.ts";
import { dataOf, fieldsOf } from "./fields-of.ts";

/** Records as a table for a spreadsheet: real dates and numbers, money in yuan, everything else as text. */
export function exportRows(
  type: RecordType,
  name: string,
  records: readonly Stored[],
  context: TextContext,
): Table {
  const fields = fieldsOf(type);
  return {
    name,
    header: fields.map(([, field]) => context.label(field.label)),
    rows: records.map((record) => fields.map(([key, field]) => outCell(field, dataOf(record)[key], context))),
  };
}

function outCell(field: AnyField, value: unknown, context: TextContext): OutCell {
  if (value === undefined || value === null) return null;
  if (field.kind === "date" && typeof value === "string") return { kind: "date", date: value };
  if (field.kind === "instant" && typeof value === "string") return { kind: "instant", at: value };
  if (field.kind === "fen" && typeof value === "number") return value / 100;
  if (field.kind === "integer" && typeof value === "number") return value;
  return fieldText(field, value, context);
}

/** `故障清单_20261122_1530.xlsx` (conventions §1). */
export function exportFileName(list: string, nowMs: number, kind: "xlsx" | "csv"): string {
  const [date = "", time = ""] = formatWall(nowMs).split(" ");
  return `${list}_${date.replaceAll("-", "")}_${time.replace(":", "")}.${kind}`;
}
