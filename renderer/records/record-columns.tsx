import type { AnyField } from "../../shared/lib/fields.ts";
import type { Label } from "../../shared/lib/define-record.ts";
import { registry, type RecordType } from "../../shared/records/index.ts";
import type { ListRow } from "../db/desk.ts";
import type { GridColumn } from "../ui/grid/grid-types.ts";
import { recordAddress } from "./addresses.ts";
import { fieldText } from "./field-text.ts";
import { fieldsOf } from "./fields-of.ts";

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
export function recordColumns(
  type: RecordType,
  label: (label: Label) => string,
): readonly GridColumn<ListRow>[] {
  const title = registry[type].title as string;
  const columns = fieldsOf(type).map(([name, field]): GridColumn<ListRow> => {
    const cell = (row: ListRow): string => cellText(field, row[name] ?? "", label);
    const isNumber = field.kind === "fen" || field.kind === "integer";
    return {
      key: name,
      header: label(field.label),
      width: name === title ? 240 : WIDTHS[field.kind],
      cell,
      sortable: true,
      filterable: field.kind === "choice" || field.kind === "reference" || field.kind === "flag",
      ...(name === title ? { render: (row) => linkTo(type, row.id, cell(row)) } : {}),
      ...(isNumber ? { align: "end", number: (row) => numberOf(field, row[name] ?? "") } : {}),
    };
  });
  return columns.sort((a, b) => Number(b.key === title) - Number(a.key === title));
}

/** A cell of a list in words: a code by its label, money in yuan. References come by their names. */
export function cellText(field: AnyField, cell: string, label: (label: Label) => string): string {
  return cell === "" ? "" : fieldText(field, valueOf(field, cell), { label, nameOf: (_type, name) => name });
}

function valueOf(field: AnyField, cell: string): unknown {
  switch (field.kind) {
    case "fen":
    case "integer":
      return Number(cell);
    case "flag":
      return cell === "true";
    case "choices":
    case "references":
    case "rows":
      return JSON.parse(cell);
    default:
      return cell;
  }
}

function linkTo(type: RecordType, id: string, text: string): React.ReactNode {
  return (
    <a href={`#${recordAddress(type, id)}`} tabIndex={-1} draggable={false}>
      {text}
    </a>
  );
}

/** Money is summed in yuan, as it is shown. */
function numberOf(field: AnyField, cell: string): number | undefined {
  if (cell === "") return undefined;
  return field.kind === "fen" ? Number(cell) / 100 : Number(cell);
}
