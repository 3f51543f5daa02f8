import * as cptable from "xlsx/dist/cpexcel.full.mjs";
import { read, set_cptable, type CellObject, type DenseWorkSheet, type Range, type RowInfo } from "xlsx";
import { fail, ok, type Result } from "../../lib/result.ts";
import { serialFormat, wallOfSerial, type SerialFormat } from "../serial.ts";
import type { Cell, MergedArea, ReadFailure, Sheet } from "../types.ts";

set_cptable(cptable);

/** Cells, filled or skipped over, that all sheets together may take: 160 MB of pointers. */
const MAX_SLOTS = 20_000_000;

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
  const strict = parse(bytes, true);
  if (strict.ok) return convert(strict.value, maxRows, false);
  if (/password|encrypt/i.test(strict.failure)) {
    return fail({ kind: "passwordProtected", detail: strict.failure });
  }
  // What the library does not know it can also overlook; that is said, and an empty result is no result.
  const patient = parse(bytes, false);
  if (!patient.ok) return fail({ kind: "damaged", detail: strict.failure });
  const reading = convert(patient.value, maxRows, true);
  if (reading.ok && reading.value.sheets.every((sheet) => sheet.rows.length === 0)) {
    return fail({ kind: "damaged", detail: strict.failure });
  }
  return reading;
}

type Book = ReturnType<typeof read>;

function parse(bytes: Uint8Array, strict: boolean): Result<Book, string> {
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

function convert(book: Book, maxRows: number, repaired: boolean): Result<LibraryReading, ReadFailure> {
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
    const rows: Cell[][] = [];
    for (let at = 0; at < lines.length; at++) {
      const row = cellsOf(lines[at], date1904, formats);
      slots += row.length;
      if (slots > MAX_SLOTS) return fail({ kind: "tooLarge", detail: `more than ${MAX_SLOTS} cells` });
      rows.push(row);
    }
    while (rows.at(-1)?.length === 0) rows.pop();
    const merged = fillMerged(rows, (sheet["!merges"] as readonly Range[] | undefined) ?? []);
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    sheets.push({ name, hidden, rows, merged, hiddenRows: hiddenIn(sheet), date1904 });
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
  if (cell.t === "e") return { kind: "error", text: ERRORS[Number(value)] ?? "#ERROR!" };
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

const ERRORS: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
  43: "#GETTING_DATA",
};

function formatOf(format: unknown, formats: Map<string, SerialFormat>): SerialFormat {
  if (typeof format !== "string") return { date: false, time: false };
  const known = formats.get(format);
  if (known !== undefined) return known;
  const shows = serialFormat(format);
  formats.set(format, shows);
  return shows;
}

/**
 * A merged area's value stands in its first cell only; people read it as the value of all. A cell that has a value
 * of its own under the area keeps it: what stands in the file is never lost.
 */
function fillMerged(rows: Cell[][], merges: readonly Range[]): MergedArea[] {
  const areas: MergedArea[] = [];
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  for (const { s, e } of merges) {
    // Columns of a header may be merged beyond the last filled cell, rows never usefully beyond the last row.
    const area = {
      top: s.r,
      left: s.c,
      bottom: Math.min(e.r, rows.length - 1),
      right: Math.min(e.c, Math.max(widest - 1, s.c)),
    };
    const value = rows[s.r]?.[s.c] ?? null;
    areas.push(area);
    if (value === null || areas.length > 100_000) continue;
    for (let r = area.top; r <= area.bottom; r++) {
      const row = rows[r];
      if (row === undefined) continue;
      while (row.length < area.left) row.push(null);
      for (let c = area.left; c <= area.right; c++) row[c] ??= value;
    }
  }
  return areas;
}
