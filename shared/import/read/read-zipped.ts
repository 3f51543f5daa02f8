import { zipSync } from "fflate";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { FileFormat, ReadFailure, ReadWarning, Workbook } from "../types.ts";
import { checkOds } from "./check-ods.ts";
import { checkParts } from "./check-parts.ts";
import { hiddenRows } from "./hidden-rows.ts";
import { partsWithValues } from "./parts-with-values.ts";
import { readBinary } from "./read-binary.ts";
import { unpackZip } from "./unpack-zip.ts";
import { decodePatiently } from "./utf8.ts";

/**
 * Any zipped workbook through the library, every part of it in memory at once. `.xlsx` comes here when `readXlsx`
 * did not understand all of it.
 */
export function readZipped(bytes: Uint8Array, maxRows: number): Result<Workbook, ReadFailure> {
  const unpacked = unpackZip(bytes);
  if (!unpacked.ok) return unpacked;
  const format = formatOf(unpacked.value);
  if (format === null)
    return fail({ kind: "notASpreadsheet", detail: "an archive without a workbook in it" });
  const warnings = warningsOf([...unpacked.value.keys()]);
  const checked = checkParts(partsWithValues(unpacked.value));
  if (!checked.ok) return checked;
  const tamed = format === "ods" ? checkOds(checked.value) : checked;
  if (!tamed.ok) return tamed;
  const reading = readBinary(rezipped(tamed.value), format, maxRows, warnings);
  if (!reading.ok || (format !== "xlsx" && format !== "xlsm")) return reading;
  const hidden = hiddenRows(tamed.value);
  const sheets = reading.value.sheets.map((sheet) => ({
    ...sheet,
    hiddenRows: hidden.get(sheet.name) ?? [],
  }));
  return ok({ ...reading.value, sheets });
}

/** Checked parts as an archive again, which is all that the library takes. */
export function rezipped(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries([...parts].filter(([name]) => name !== "__proto__")), { level: 0 });
}

/** What an archive holds besides values, by the names in it. */
export function warningsOf(names: readonly string[]): ReadWarning[] {
  const warnings: ReadWarning[] = [];
  if (names.some((name) => /vbaProject|macrosheets\/|^Basic\//.test(name))) warnings.push({ kind: "macros" });
  if (names.some((name) => name.includes("externalLinks/"))) warnings.push({ kind: "externalLinks" });
  if (names.some((name) => /embeddings\/|activeX\//.test(name))) warnings.push({ kind: "embeddedObjects" });
  return warnings;
}

/** Null for an archive that is no workbook. */
export function formatOf(parts: ReadonlyMap<string, Uint8Array>): FileFormat | null {
  if (parts.has("content.xml")) {
    const kind = decodePatiently(parts.get("mimetype") ?? new Uint8Array(), "utf-8");
    return kind === "" || kind.includes("opendocument.spreadsheet") ? "ods" : null;
  }
  const types = decodePatiently(parts.get("[Content_Types].xml") ?? new Uint8Array(), "utf-8");
  if (parts.has("xl/workbook.bin") || types.includes("sheet.binary")) return "xlsb";
  if (!parts.has("xl/workbook.xml") && !types.includes("spreadsheetml")) return null;
  return types.includes("macroEnabled") ? "xlsm" : "xlsx";
}
