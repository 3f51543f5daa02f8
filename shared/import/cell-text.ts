import type { AnyField } from "../lib/fields.ts";
import { epochMs, epochMsOfWall, formatOffset, formatWall, wallOf } from "../lib/instants.ts";
import type { Cell, OutCell } from "./types.ts";
import { writeNames, writeRows } from "./values/lists.ts";
import { readFieldValue, type FieldReading } from "./values/field-value.ts";

/** The name under which a referenced record is written; undefined when it is not known here. */
export type NameOf = (type: string, id: string) => string | undefined;

/**
 * A field's value as a spreadsheet cell that `fromCell` reads back to the same value: choices by their Chinese
 * label, money in yuan, flags 是/否, references by name, small tables a line a row. null when there is none.
 */
export function toCell(field: AnyField, value: unknown, nameOf: NameOf): OutCell {
  if (value === undefined || value === null) return null;
  const text = typeof value === "string" ? value : "";
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  const label = (code: unknown): string => field.choices?.[String(code)]?.zh ?? String(code);
  const name = (id: unknown): string => nameOf(field.refersTo ?? "", String(id)) ?? String(id);
  switch (field.kind) {
    case "text":
    case "longText":
      return text;
    case "date":
      return { kind: "date", date: text };
    case "instant":
      return { kind: "instant", at: text };
    case "fen":
      return { kind: "yuan", fen: Number(value) };
    case "integer":
      return Number(value);
    case "flag":
      return value === true ? "是" : "否";
    case "choice":
      return label(value);
    case "choices":
      return writeNames(list.map(label));
    case "reference":
      return name(value);
    case "references":
      return writeNames(list.map(name));
    case "rows":
      return writeRows(field, list as readonly Readonly<Record<string, unknown>>[]);
  }
}

/** Reads a cell for a field, outside an import: dates year first, references as names. */
export function fromCell(field: AnyField, cell: Cell): FieldReading {
  const column = { index: 0, header: field.label.zh, target: null, confidence: 1, from: "chosen" } as const;
  return readFieldValue(field, cell, column, false, null);
}

/** A cell as text, for CSV and for the clipboard. */
export function outText(cell: OutCell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return String(cell);
  if (cell.kind === "date") return cell.date;
  return cell.kind === "yuan" ? yuanText(cell.fen) : instantText(cell.at);
}

function yuanText(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100);
  return `${fen < 0 ? "-" : ""}${whole}.${String(Math.abs(fen) % 100).padStart(2, "0")}`;
}

/**
 * The wall's figures, to the minute where that is all there is. An hour that the end of summer time repeated
 * (1986–1991) is written with its offset: its figures alone would be read as the other one.
 */
function instantText(at: string): string {
  const ms = epochMs(at);
  const rest = ((ms % 1000) + 1000) % 1000;
  if (!isPlainWall(at)) return rest === 0 ? formatOffset(ms) : at;
  if (rest !== 0) return `${formatWall(ms, "second")}.${String(rest).padStart(3, "0")}`;
  return formatWall(ms, ms % 60_000 === 0 ? "minute" : "second");
}

/** True when the wall's figures lead back to this very instant. */
export function isPlainWall(at: string): boolean {
  const ms = epochMs(at);
  const rest = ((ms % 1000) + 1000) % 1000;
  return epochMsOfWall(wallOf(ms)) + rest === ms;
}
