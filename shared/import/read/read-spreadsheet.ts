import { zipSync } from "fflate";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { FileFormat, ReadFailure, ReadOptions, ReadWarning, Sheet, Workbook } from "../types.ts";
import { checkOds } from "./check-ods.ts";
import { checkParts } from "./check-parts.ts";
import { decodeText } from "./decode-text.ts";
import { hiddenRows } from "./hidden-rows.ts";
import { oleNames } from "./ole-names.ts";
import { partsWithValues } from "./parts-with-values.ts";
import { readCsv } from "./read-csv.ts";
import { readWorkbook } from "./read-workbook.ts";
import { markupName, sniff } from "./sniff.ts";
import { unpackZip } from "./unpack-zip.ts";
import { decodePatiently } from "./utf8.ts";

/** Excel's own limit of rows. */
const MAX_ROWS = 1_048_576;
/** Columns too; they end at XFD. */
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
  const widest = reading.value.sheets.find(({ rows }) => rows.some(isTooWide));
  if (widest !== undefined) {
    return fail({ kind: "tooLarge", detail: `more than ${MAX_COLUMNS} columns in sheet ${widest.name}` });
  }
  const isFilled = reading.value.sheets.some((sheet) => sheet.rows.some((row) => row.some(isSomething)));
  return isFilled ? reading : fail({ kind: "nothingToImport", detail: "no sheet has a filled cell" });
}

/** Delimiters without end are no columns: what is filled counts. */
function isTooWide(row: readonly unknown[]): boolean {
  return row.length > MAX_COLUMNS && row.some((cell, at) => at >= MAX_COLUMNS && isSomething(cell));
}

function isSomething(cell: unknown): boolean {
  return cell !== null && !(typeof cell === "string" && cell.trim() === "");
}

function bySubstance(bytes: Uint8Array, fileName: string, options: ReadOptions): Reading {
  switch (sniff(bytes)) {
    case "empty":
      return fail({ kind: "nothingToImport", detail: "the file is empty" });
    case "zip":
      return readZipped(bytes, options);
    case "ole":
      return readOle(bytes, fileName, options);
    case "biff":
      return readBinary(bytes, /\.et$/i.test(fileName) ? "et" : "xls", options, []);
    case "text":
      return readText(bytes, fileName, options);
    case "other":
      return fail({ kind: "notASpreadsheet", detail: "the first bytes are those of another kind of file" });
  }
}

function readZipped(bytes: Uint8Array, options: ReadOptions): Reading {
  const unpacked = unpackZip(bytes);
  if (!unpacked.ok) return unpacked;
  const format = formatOf(unpacked.value);
  if (format === null)
    return fail({ kind: "notASpreadsheet", detail: "an archive without a workbook in it" });
  const named = [...unpacked.value.keys()];
  const warnings: ReadWarning[] = [];
  if (named.some((name) => /vbaProject|macrosheets\/|^Basic\//.test(name))) warnings.push({ kind: "macros" });
  if (named.some((name) => name.includes("externalLinks/"))) warnings.push({ kind: "externalLinks" });
  if (named.some((name) => /embeddings\/|activeX\//.test(name))) warnings.push({ kind: "embeddedObjects" });
  const checked = checkParts(partsWithValues(unpacked.value));
  if (!checked.ok) return checked;
  const tamed = format === "ods" ? checkOds(checked.value) : checked;
  if (!tamed.ok) return tamed;
  const parts = Object.fromEntries([...tamed.value].filter(([name]) => name !== "__proto__"));
  const reading = readBinary(zipSync(parts, { level: 0 }), format, options, warnings);
  if (!reading.ok || (format !== "xlsx" && format !== "xlsm")) return reading;
  const hidden = hiddenRows(tamed.value);
  const sheets = reading.value.sheets.map((sheet) => ({
    ...sheet,
    hiddenRows: hidden.get(sheet.name) ?? [],
  }));
  return ok({ ...reading.value, sheets });
}

function formatOf(parts: ReadonlyMap<string, Uint8Array>): FileFormat | null {
  if (parts.has("content.xml")) {
    const kind = decodePatiently(parts.get("mimetype") ?? new Uint8Array(), "utf-8");
    return kind === "" || kind.includes("opendocument.spreadsheet") ? "ods" : null;
  }
  const types = decodePatiently(parts.get("[Content_Types].xml") ?? new Uint8Array(), "utf-8");
  if (parts.has("xl/workbook.bin") || types.includes("sheet.binary")) return "xlsb";
  if (!parts.has("xl/workbook.xml") && !types.includes("spreadsheetml")) return null;
  return types.includes("macroEnabled") ? "xlsm" : "xlsx";
}

function readOle(bytes: Uint8Array, fileName: string, options: ReadOptions): Reading {
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
  return readBinary(bytes, /\.et$/i.test(fileName) ? "et" : "xls", options, warnings);
}

function readBinary(
  bytes: Uint8Array,
  format: FileFormat,
  options: ReadOptions,
  warnings: readonly ReadWarning[],
): Reading {
  const reading = readWorkbook(bytes, options.maxRows ?? MAX_ROWS);
  if (!reading.ok) return reading;
  const { sheets, repaired } = reading.value;
  return ok({
    format,
    encoding: null,
    encodingSure: true,
    delimiter: null,
    sheets,
    warnings: repaired ? [...warnings, { kind: "repaired" }] : warnings,
  });
}

function readText(bytes: Uint8Array, fileName: string, options: ReadOptions): Reading {
  const decoded = decodeText(bytes, options.encoding);
  if (decoded === null) return fail({ kind: "notASpreadsheet", detail: "neither a workbook nor text" });
  const markup = markupName(decoded.text);
  if (markup !== null) return fail({ kind: "notASpreadsheet", detail: `the file is ${markup}` });
  const table = readCsv(decoded.text, fileName, options.maxRows ?? MAX_ROWS);
  if (!table.ok) return table;
  const { rows, delimiter, strayQuotes } = table.value;
  const sheet: Sheet = {
    name: fileName.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, ""),
    hidden: false,
    rows: withoutEnd(rows),
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

function withoutEnd(rows: Sheet["rows"]): Sheet["rows"] {
  let end = rows.length;
  while (end > 0 && (rows[end - 1] ?? []).every((cell) => cell === null)) end--;
  return end === rows.length ? rows : rows.slice(0, end);
}
