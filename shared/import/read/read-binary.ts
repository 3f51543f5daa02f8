import { ok, type Result } from "../../lib/result.ts";
import type { FileFormat, ReadFailure, ReadWarning, Workbook } from "../types.ts";
import { readWorkbook } from "./read-workbook.ts";

/** A workbook's bytes through the library, after every check. */
export function readBinary(
  bytes: Uint8Array,
  format: FileFormat,
  maxRows: number,
  warnings: readonly ReadWarning[],
): Result<Workbook, ReadFailure> {
  const reading = readWorkbook(bytes, maxRows);
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
