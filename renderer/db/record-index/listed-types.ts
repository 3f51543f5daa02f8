import type { AnyField } from "../../../shared/lib/fields.ts";
import { epochMs, formatWall } from "../../../shared/lib/instants.ts";
import { yuanText } from "../../../shared/lib/yuan.ts";
import { isRecordType, registry, type RecordType } from "../../../shared/records/index.ts";
import { initialsOf } from "../initials.ts";
import { listedIncident } from "./listed-incident.ts";
import { codedColumn, searchable, type Column, type ListedType, type NameOf } from "./listed-type.ts";

const known = new Map<RecordType, ListedType>([["incident", listedIncident]]);

/** How a type is listed: a column per field of its definition; incidents as `listedIncident` has them. */
export function listedType(type: RecordType): ListedType {
  const listed = known.get(type) ?? fromDefinition(type);
  known.set(type, listed);
  return listed;
}

/** Incidents are too many for their names to be kept: what points at one shows its id. */
const UNNAMED: readonly string[] = ["incident"];
/** Enough of a long text to read in a list, and to find it by. */
const LISTED_CHARACTERS = 2000;

function fromDefinition(type: RecordType): ListedType {
  const { title } = registry[type];
  const fields = Object.entries<AnyField>(registry[type].fields);
  const columns = Object.fromEntries(fields.map(([name, field]) => [name, columnOf(field, name === title)]));
  const named = fields.map(([, { refersTo = "" }]) => refersTo).filter((one) => !UNNAMED.includes(one));
  return {
    type,
    columns,
    named: [...new Set(named)].filter(isRecordType),
    hasParts: false,
    row: (id, data) => {
      const texts = fields.filter(([, { kind }]) => kind === "text");
      return {
        id,
        cells: Object.fromEntries(fields.map(([name, field]) => [name, cellOf(field, data[name])])),
        words: searchable(fields.map(([name, field]) => wordsOf(field, data[name])).join("\n")),
        initials: texts.map(([name]) => initialsOf(textOf(data[name]))).join("\n"),
      };
    },
  };
}

function columnOf(field: AnyField, isTitle: boolean): Column {
  switch (field.kind) {
    case "instant":
      return { kind: "number", isInstant: true };
    case "fen":
    case "integer":
      return { kind: "number", isInstant: false };
    case "longText":
      return { kind: "text", order: "dictionary" };
    case "text":
      return isTitle ? { kind: "text", order: "dictionary" } : codedColumn({ words: undefined });
    case "date":
      return codedColumn({ order: "code" });
    case "flag":
      return codedColumn({ order: ["true", "false"], words: undefined });
    case "choice":
      return codedColumn({
        order: Object.keys(field.choices ?? {}),
        words: (code) => labelsOf(field, code),
        hasInitials: true,
      });
    case "choices":
      return codedColumn({
        words: (codes) =>
          read(codes)
            .map((code) => labelsOf(field, textOf(code)))
            .join(" "),
      });
    case "reference":
      return codedColumn({
        isNamed: true,
        shown: (id, nameOf) => (id === "" ? "" : named(field, id, nameOf)),
        hasInitials: true,
      });
    case "references":
      return codedColumn({
        isNamed: true,
        shown: (ids, nameOf) =>
          ids === "" ? "" : JSON.stringify(read(ids).map((id) => named(field, textOf(id), nameOf))),
        words: (names) => read(names).join(" "),
        hasInitials: true,
      });
    case "rows":
      return codedColumn({
        words: (rows) =>
          read(rows)
            .flatMap((row) => Object.values(row as Record<string, unknown>))
            .join(" "),
      });
  }
}

function named(field: AnyField, id: string, nameOf: NameOf): string {
  const { refersTo = "" } = field;
  return (isRecordType(refersTo) ? nameOf(refersTo, id) : undefined) ?? id;
}

function labelsOf(field: AnyField, code: string): string {
  const label = field.choices?.[code];
  return label === undefined ? code : `${label.zh} ${label.en}`;
}

function cellOf(field: AnyField, value: unknown): string | number {
  switch (field.kind) {
    case "instant":
      return typeof value === "string" ? epochMs(value) : NaN;
    case "fen":
    case "integer":
      return typeof value === "number" ? value : NaN;
    case "longText":
      return shortened(textOf(value));
    case "flag":
      return value === undefined || value === null ? "" : String(value === true);
    case "choices":
    case "references":
    case "rows":
      return Array.isArray(value) && value.length > 0 ? JSON.stringify(value) : "";
    default:
      return textOf(value);
  }
}

/** What is written in a cell, beside what its column's values are searched by. */
function wordsOf(field: AnyField, value: unknown): string {
  switch (field.kind) {
    case "text":
      return textOf(value);
    case "longText":
      return textOf(value).slice(0, LISTED_CHARACTERS);
    case "instant":
      return typeof value === "string" ? formatWall(value) : "";
    case "fen":
      return typeof value === "number" ? yuanText(value) : "";
    case "integer":
      return typeof value === "number" ? String(value) : "";
    default:
      return "";
  }
}

function shortened(text: string): string {
  return text.length > LISTED_CHARACTERS ? `${text.slice(0, LISTED_CHARACTERS - 1)}…` : text;
}

function read(list: string): readonly unknown[] {
  return list === "" ? [] : (JSON.parse(list) as readonly unknown[]);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
