import type { AnyField } from "../../lib/fields.ts";
import { textOf } from "../cell-text-of.ts";
import type { Cell, ColumnMapping, DateReading, ProblemKind } from "../types.ts";
import { parseNames, parseRows } from "./lists.ts";
import { dateOfMoment, instantOfMoment, readMoment, type Moment } from "./moments.ts";
import { isMissing, readCode, readFen, readFlag, readInteger } from "./words.ts";

/** What a cell is worth to a field. `cut` holds the whole text where the field has room for a part. */
export type FieldReading =
  | { readonly kind: "nothing" }
  | { readonly kind: "value"; readonly value: unknown; readonly cut?: string }
  | { readonly kind: "names"; readonly names: readonly string[] }
  | { readonly kind: "problem"; readonly problem: ProblemKind };

const MAX_TEXT = 500;
const MAX_LONG_TEXT = 200_000;
const NOTHING: FieldReading = { kind: "nothing" };
const YMD: DateReading = { order: "ymd", evidence: 0, ambiguous: false };

/**
 * Reads one cell for one field. Errors such as `#N/A` are problems, placeholders such as `?` are nothing. `time`
 * is the time of day from a column of its own.
 */
export function readFieldValue(
  field: AnyField,
  cell: Cell,
  column: ColumnMapping,
  date1904: boolean,
  time: Moment | null,
): FieldReading {
  if (cell !== null && typeof cell === "object" && cell.kind === "error") return problem("errorValue");
  const text = textOf(cell);
  if (isMissing(text) && !(field.kind === "choice" && column.codes?.[text] !== undefined)) return NOTHING;
  switch (field.kind) {
    case "text":
      return shortText(text);
    case "longText":
      return text.length > MAX_LONG_TEXT ? problem("tooLong") : { kind: "value", value: text };
    case "date":
    case "instant":
      return momentValue(field.kind, cell, column, date1904, time);
    case "fen":
      return orProblem(
        readFen(typeof cell === "number" ? cell.toFixed(4) : text, /万元/.test(column.header) ? 10_000 : 1),
        "badNumber",
      );
    case "integer":
      return orProblem(readInteger(text), "badNumber");
    case "flag":
      return orProblem(typeof cell === "boolean" ? cell : readFlag(text), "badFlag");
    case "choice":
      return orProblem(codeOf(field, text, column), "unknownCode");
    case "choices": {
      const codes = parseNames(text).map((word) => codeOf(field, word, column));
      return codes.includes(null) ? problem("unknownCode") : { kind: "value", value: codes };
    }
    case "reference":
      return { kind: "names", names: [text.slice(0, MAX_TEXT)] };
    case "references":
      return { kind: "names", names: parseNames(text) };
    case "rows": {
      const rows = parseRows(field, text);
      return rows === null ? problem("tooLong") : { kind: "value", value: rows };
    }
  }
}

const problem = (kind: ProblemKind): FieldReading => ({ kind: "problem", problem: kind });

function orProblem(value: unknown, kind: ProblemKind): FieldReading {
  return value === null ? problem(kind) : { kind: "value", value };
}

/** One line; what does not fit is kept whole beside it. */
function shortText(text: string): FieldReading {
  const line = text.includes("\n") ? text.replace(/\s*\n\s*/g, " ") : text;
  if (line.length <= MAX_TEXT) return { kind: "value", value: line };
  return { kind: "value", value: `${line.slice(0, MAX_TEXT - 1)}…`, cut: text };
}

function momentValue(
  kind: "date" | "instant",
  cell: Cell,
  column: ColumnMapping,
  date1904: boolean,
  time: Moment | null,
): FieldReading {
  const moment = readMoment(cell, column.dates ?? YMD, date1904);
  if (!moment.ok) return problem(moment.failure);
  const { day } = moment.value;
  if (day === null) return problem("badDate");
  if (kind === "date") return { kind: "value", value: dateOfMoment({ day }) };
  return {
    kind: "value",
    value: instantOfMoment({ ...moment.value, day, ms: moment.value.ms ?? time?.ms ?? null }),
  };
}

/** What the user decided wins over labels and other spellings. */
export function codeOf(field: AnyField, text: string, column: Pick<ColumnMapping, "codes">): string | null {
  const chosen =
    column.codes !== undefined && Object.hasOwn(column.codes, text) ? column.codes[text] : undefined;
  if (chosen !== undefined) return chosen;
  return field.choices === undefined ? null : readCode(field.choices, text);
}
