import type { AnyField } from "../../shared/lib/fields.ts";
import type { Label } from "../../shared/lib/define-record.ts";
import { formatWall } from "../../shared/lib/instants.ts";
import { yuanText } from "../ui/money.ts";

export interface TextContext {
  readonly label: (label: Label) => string;
  /** What a referenced record is called. */
  readonly nameOf: (type: string, id: string) => string;
}

/** A field's value as people read it: codes by their label, references by name, money in yuan. Empty: `""`. */
export function fieldText(field: AnyField, value: unknown, context: TextContext): string {
  if (value === undefined || value === null || value === "") return "";
  switch (field.kind) {
    case "instant":
      return typeof value === "string" ? formatWall(value) : "";
    case "fen":
      return typeof value === "number" ? yuanText(value) : "";
    case "flag":
      return context.label(value === true ? { zh: "是", en: "Yes" } : { zh: "否", en: "No" });
    case "choice":
      return codeText(field, value, context);
    case "choices":
      return listOf(value)
        .map((code) => codeText(field, code, context))
        .join("、");
    case "reference":
      return context.nameOf(field.refersTo ?? "", plain(value));
    case "references":
      return listOf(value)
        .map((id) => context.nameOf(field.refersTo ?? "", plain(id)))
        .join("、");
    case "rows":
      return listOf(value)
        .map((row) => rowText(field, row, context))
        .join("；");
    default:
      return plain(value);
  }
}

function codeText(field: AnyField, code: unknown, context: TextContext): string {
  const choice = field.choices?.[plain(code)];
  return choice === undefined ? plain(code) : context.label(choice);
}

function rowText(field: AnyField, row: unknown, context: TextContext): string {
  const cells = row as Readonly<Record<string, unknown>>;
  return Object.entries(field.row ?? {})
    .map(([name, column]) => fieldText(column, cells[name], context))
    .filter((text) => text !== "")
    .join(" ");
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** Text and numbers as text; what is neither (a newer desk's field) as JSON. */
function plain(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}
