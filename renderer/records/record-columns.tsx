import type { AnyField } from "../../shared/lib/fields.ts";
import type { RecordType, Stored } from "../../shared/records/index.ts";
import type { GridColumn } from "../ui/grid/grid-types.ts";
import { recordAddress } from "./addresses.ts";
import { fieldText, type TextContext } from "./field-text.ts";
import { dataOf, fieldsOf } from "./fields-of.ts";
import { registry } from "../../shared/records/index.ts";

const WIDTHS: Readonly<Record<AnyField["kind"], number>> = {
  text: 140,
  longText: 220,
  instant: 140,
  date: 110,
  fen: 120,
  integer: 96,
  flag: 110,
  choice: 110,
  choices: 140,
  reference: 170,
  references: 180,
  rows: 200,
};

/** A column per field of a type, the one that names the record first and as a link to it. */
export function recordColumns(type: RecordType, context: TextContext): readonly GridColumn<Stored>[] {
  const title = registry[type].title as string;
  const columns = fieldsOf(type).map(([name, field]) => columnOf(name, field, name === title, context));
  return columns.sort((a, b) => Number(b.key === title) - Number(a.key === title));
}

function columnOf(name: string, field: AnyField, isTitle: boolean, context: TextContext): GridColumn<Stored> {
  const cell = (record: Stored): string => fieldText(field, dataOf(record)[name], context);
  const isNumber = field.kind === "fen" || field.kind === "integer";
  return {
    key: name,
    header: context.label(field.label),
    width: isTitle ? 240 : WIDTHS[field.kind],
    cell,
    sortable: true,
    filterable: field.kind === "choice" || field.kind === "reference" || field.kind === "flag",
    ...(isTitle ? { render: (record) => linkTo(record, cell(record)) } : {}),
    ...(isNumber ? { align: "end", number: (record) => numberOf(field, dataOf(record)[name]) } : {}),
  };
}

function linkTo(record: Stored, text: string): React.ReactNode {
  return (
    <a href={`#${recordAddress(record.type, record.id)}`} tabIndex={-1} draggable={false}>
      {text}
    </a>
  );
}

/** Money is summed in yuan, as it is shown. */
function numberOf(field: AnyField, value: unknown): number | undefined {
  if (typeof value !== "number") return undefined;
  return field.kind === "fen" ? value / 100 : value;
}
