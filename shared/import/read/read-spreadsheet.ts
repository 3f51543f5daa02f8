import { fail, ok, type Result } from "../../lib/result.ts";
import { isFilled, isFilledFrom } from "../rows/is-filled.ts";
import type { Encoding, ReadFailure, ReadOptions, ReadWarning, Rows, Sheet, Workbook } from "../types.ts";
import { decodeText } from "./decode-text.ts";
import { oleNames } from "./ole-names.ts";
import { readCsv } from "./read-csv.ts";
import { readBinary } from "./read-binary.ts";
import { readXlsx } from "./read-xlsx.ts";
import { readZipped } from "./read-zipped.ts";
import { markupName, sniff } from "./sniff.ts";

/** Excel's own limits: rows, and columns, which end at XFD. */
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;
export const MAX_FILE_BYTES = 200 * 1024 * 1024;

type Reading = Result<Workbook, ReadFailure>;

/**
 * Reads `.xlsx .xlsm .xlsb .xls .et .ods .csv .tsv .txt` by what the bytes are; the name is only a hint. Values
 * only: macros, links and objects are never run or followed, only reported. A file gives rows or a typed failure,
 * never an empty workbook (security §3). It may use much memory and time on hostile input: call it in a worker
 * that can be killed.
 */
export function readSpreadsheet(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): Reading {
  if (bytes.length > MAX_FILE_BYTES) return fail({ kind: "tooLarge", detail: `${bytes.length} bytes` });
  const reading = bySubstance(bytes, fileName, options);
  if (!reading.ok) return reading;
  const widest = reading.value.sheets.find(({ rows }) => isTooWide(rows));
  if (widest !== undefined) {
    return fail({ kind: "tooLarge", detail: `more than ${MAX_COLUMNS} columns in sheet ${widest.name}` });
  }
  const isSomeFilled = reading.value.sheets.some(({ rows }) => isFilled(rows));
  return isSomeFilled ? reading : fail({ kind: "nothingToImport", detail: "no sheet has a filled cell" });
}

/** Delimiters without end are no columns: what is filled counts. */
function isTooWide(rows: Rows): boolean {
  if (rows.width <= MAX_COLUMNS) return false;
  for (let row = 0; row < rows.length; row++) if (isFilledFrom(rows, row, MAX_COLUMNS)) return true;
  return false;
}

function bySubstance(bytes: Uint8Array, fileName: string, options: ReadOptions): Reading {
  const maxRows = options.maxRows ?? MAX_ROWS;
  switch (sniff(bytes)) {
    case "empty":
      return fail({ kind: "nothingToImport", detail: "the file is empty" });
    case "zip":
      return readArchive(bytes, maxRows);
    case "ole":
      return readOle(bytes, fileName, maxRows);
    case "biff":
      return readBinary(bytes, /\.et$/i.test(fileName) ? "et" : "xls", maxRows, []);
    case "text":
      return readText(bytes, fileName, options.encoding, maxRows);
    case "other":
      return fail({ kind: "notASpreadsheet", detail: "the first bytes are those of another kind of file" });
  }
}

function readArchive(bytes: Uint8Array, maxRows: number): Reading {
  const quick = readXlsx(bytes, maxRows);
  return quick === null ? readZipped(bytes, maxRows) : ok(quick);
}

function readOle(bytes: Uint8Array, fileName: string, maxRows: number): Reading {
  const names = oleNames(bytes);
  if (names.has("EncryptedPackage")) {
    return fail({ kind: "passwordProtected", detail: "an encrypted Office package" });
  }
  const isWorkbook = (["Workbook", "WORKBOOK", "Book", "BOOK"] as const).some((name) => names.has(name));
  if (!isWorkbook) {
    const isOther = names.has("WordDocument") || names.has("PowerPoint Document");
    const kind = isOther ? "notASpreadsheet" : "damaged";
    return fail({ kind, detail: "an Office file without a workbook in it" });
  }
  const warnings: ReadWarning[] = names.has("_VBA_PROJECT_CUR") ? [{ kind: "macros" }] : [];
  return readBinary(bytes, /\.et$/i.test(fileName) ? "et" : "xls", maxRows, warnings);
}

function readText(
  bytes: Uint8Array,
  fileName: string,
  encoding: Encoding | undefined,
  maxRows: number,
): Reading {
  const decoded = decodeText(bytes, encoding);
  if (decoded === null) return fail({ kind: "notASpreadsheet", detail: "neither a workbook nor text" });
  const markup = markupName(decoded);
  if (markup !== null) return fail({ kind: "notASpreadsheet", detail: `the file is ${markup}` });
  const table = readCsv(decoded.pieces(), fileName, maxRows);
  if (!table.ok) return table;
  const { rows, delimiter, strayQuotes } = table.value;
  const sheet: Sheet = {
    name: fileName.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, ""),
    hidden: false,
    rows,
    merged: [],
    date1904: false,
    hiddenRows: [],
  };
  return ok({
    format: /\.tsv$/i.test(fileName) ? "tsv" : /\.txt$/i.test(fileName) ? "txt" : "csv",
    encoding: decoded.encoding,
    encodingSure: decoded.sure,
    delimiter,
    sheets: [sheet],
    warnings: strayQuotes ? [{ kind: "strayQuotes" }] : [],
  });
}
