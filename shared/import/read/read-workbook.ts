import * as cptable from "xlsx/dist/cpexcel.full.mjs";
import { read, set_cptable, type CellObject, type DenseWorkSheet, type Range, type RowInfo } from "xlsx";
import { fail, ok, type Result } from "../../lib/result.ts";
import { RowPacker } from "../rows/row-packer.ts";
import { serialFormat, wallOfSerial, type SerialFormat } from "../serial.ts";
import type { Cell, ReadFailure, Sheet } from "../types.ts";
import { errorOfCode } from "./error-cell.ts";
import { fillMerged } from "./fill-merged.ts";
import { MAX_SLOTS } from "./grid.ts";

set_cptable(cptable);

/** What the library read, and whether it had to overlook something to do so. */
export interface LibraryReading {
  readonly sheets: readonly Sheet[];
  readonly repaired: boolean;
}

/**
 * The sheets of a binary or zipped workbook that has passed its checks. `sheet_to_json` and the declared range
 * are never used: a range may claim 17 billion cells (security §3); the cells themselves are walked.
 */
export function readWorkbook(bytes: Uint8Array, maxRows: number): Result<LibraryReading, ReadFailure> {
  const strict = parseBook(bytes, true);
  if (strict.ok) return convert(strict.value, maxRows, false);
  if (/password|encrypt/i.test(strict.failure)) {
    return fail({ kind: "passwordProtected", detail: strict.failure });
  }
  // What the library does not know it can also overlook; that is said, and an empty result is no result.
  const patient = parseBook(bytes, false);
  if (!patient.ok) return fail({ kind: "damaged", detail: strict.failure });
  const reading = convert(patient.value, maxRows, true);
  if (reading.ok && reading.value.sheets.every((sheet) => sheet.rows.length === 0)) {
    return fail({ kind: "damaged", detail: strict.failure });
  }
  return reading;
}

export type LibraryBook = ReturnType<typeof read>;

/** What the library makes of a workbook, or why it refused. `strict`: it may overlook nothing. */
export function parseBook(bytes: Uint8Array, strict: boolean): Result<LibraryBook, string> {
  try {
    return ok(
      read(bytes, {
        type: "array",
        dense: true,
        WTF: strict,
        cellNF: true,
        cellText: false,
        cellHTML: false,
        cellFormula: true,
        codepage: 936,
      }),
    );
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function convert(book: LibraryBook, maxRows: number, repaired: boolean): Result<LibraryReading, ReadFailure> {
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets: Sheet[] = [];
  const formats = new Map<string, SerialFormat>();
  let slots = 0;
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name] as DenseWorkSheet | undefined;
    // Charts, macro sheets and dialogs have no rows.
    if (sheet === undefined || (sheet["!type"] ?? "sheet") !== "sheet") continue;
    const lines = (sheet["!data"] as (CellObject | undefined)[][] | undefined) ?? [];
    if (lines.length > maxRows) {
      return fail({ kind: "tooLarge", detail: `${lines.length} rows in sheet ${name}` });
    }
    const packer = new RowPacker();
    for (let at = 0; at < lines.length; at++) {
      const row = cellsOf(lines[at], date1904, formats);
      slots += row.length;
      if (slots > MAX_SLOTS) return fail({ kind: "tooLarge", detail: `more than ${MAX_SLOTS} cells` });
      packer.add(row);
    }
    const grown = fillMerged(packer.end(), (sheet["!merges"] as readonly Range[] | undefined) ?? []);
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    sheets.push({ name, hidden, ...grown, hiddenRows: hiddenIn(sheet), date1904 });
  }
  return ok({ sheets, repaired });
}

/** Told for `.xls` only; see `hidden-rows.ts` for `.xlsx`. */
function hiddenIn(sheet: DenseWorkSheet): number[] {
  const infos = (sheet["!rows"] as readonly (RowInfo | undefined)[] | undefined) ?? [];
  return infos.flatMap((info, row) => (info?.hidden === true ? [row] : []));
}

function cellsOf(
  line: (CellObject | undefined)[] | undefined,
  date1904: boolean,
  formats: Map<string, SerialFormat>,
): Cell[] {
  const cells: Cell[] = [];
  if (line === undefined) return cells;
  let filled = 0;
  for (let at = 0; at < line.length; at++) {
    const cell = cellOf(line[at], date1904, formats);
    cells.push(cell);
    if (cell !== null) filled = at + 1;
  }
  cells.length = filled;
  return cells;
}

function cellOf(
  cell: CellObject | null | undefined,
  date1904: boolean,
  formats: Map<string, SerialFormat>,
): Cell {
  if (cell === undefined || cell === null) return null;
  const value = cell.v;
  if (cell.t === "e") return errorOfCode(value);
  if (value === undefined) {
    return cell.f === undefined ? null : { kind: "error", text: `=${cell.f.slice(0, 200)}` };
  }
  if (typeof value === "string") return value === "" ? null : value;
  if (typeof value === "boolean") return value;
  if (typeof value !== "number") return { kind: "error", text: "#DATE!" };
  const shows = formatOf(cell.z, formats);
  if (!shows.date && !shows.time) return value;
  return wallOfSerial(value, date1904, shows) ?? { kind: "error", text: String(value) };
}

function formatOf(format: unknown, formats: Map<string, SerialFormat>): SerialFormat {
  if (typeof format !== "string") return { date: false, time: false };
  const known = formats.get(format);
  if (known !== undefined) return known;
  const shows = serialFormat(format);
  formats.set(format, shows);
  return shows;
}
