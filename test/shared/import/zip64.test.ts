import { describe, expect, it } from "vitest";
import { readSpreadsheet } from "../../../shared/import/read/read-spreadsheet.ts";
import { asZip64, sheetXml, workbookParts, zipOf, type Zip64Parts } from "../../support/spreadsheet-zip.ts";

const ROWS = [
  ["故障编号", "故障主题"],
  ["A-1", "打印机不工作"],
];
const HONEST = zipOf(workbookParts(sheetXml(ROWS)));
/** The sheet, last of the parts. */
const SHEET = 4;
const [SIZE, PACKED, PLACE] = [0, 8, 16];

describe("a workbook whose archive keeps its numbers as ZIP64 does", () => {
  it("reads like any other", () => {
    const read = readSpreadsheet(asZip64(HONEST), "台账.xlsx");
    expect(read.ok && [...(read.value.sheets[0]?.rows ?? [])]).toEqual(ROWS);
  });

  it.each<[string, (parts: Zip64Parts) => void, string]>([
    ["no locator", ({ locator }) => locator.fill(0), "suspicious"],
    ["a locator that points beyond the file", ({ locator }) => number(locator, 8, 1n << 40n), "suspicious"],
    ["a locator that points to 2^63", ({ locator }) => number(locator, 8, 1n << 63n), "suspicious"],
    ["a locator that points at itself", ({ locator }) => number(locator, 8, 4000n), "suspicious"],
    ["no end record", ({ record }) => record.fill(0), "suspicious"],
    ["a list that begins behind its end", ({ record }) => number(record, 48, 1n << 33n), "suspicious"],
    ["a list elsewhere", ({ record }) => number(record, 48, 10n), "damaged"],
    ["a thousand entries too many", ({ record }) => number(record, 32, 1001n), "suspicious"],
    ["2^63 entries", ({ record }) => number(record, 32, 1n << 63n), "suspicious"],
    ["one entry too many", ({ record }) => number(record, 32, 6n), "damaged"],
    ["an entry without its field", ({ entries }) => withoutField(entries), "damaged"],
    ["a field shorter than its numbers", ({ entries }) => shortened(entries), "damaged"],
    ["a field that reaches out of the entry", ({ entries }) => overlong(entries), "damaged"],
    ["a sheet of 2^63 bytes", ({ entries }) => extra(entries, SIZE, 1n << 63n), "damaged"],
    ["a sheet of a terabyte", ({ entries }) => extra(entries, SIZE, 1n << 40n), "tooLarge"],
    ["a sheet one byte longer than it is", ({ entries }) => extra(entries, SIZE, 351n), "suspicious"],
    ["packed bytes beyond the file", ({ entries }) => extra(entries, PACKED, 1n << 40n), "damaged"],
    ["a place beyond the file", ({ entries }) => extra(entries, PLACE, 1n << 40n), "damaged"],
    ["a place in the middle of another", ({ entries }) => extra(entries, PLACE, 7n), "damaged"],
  ])("is refused with %s", (_what, change, kind) => {
    const read = readSpreadsheet(asZip64(HONEST, change), "台账.xlsx");
    expect(read.ok ? "read" : read.failure.kind).toBe(kind);
  });

  it("is damaged wherever it was cut", () => {
    const whole = asZip64(HONEST);
    for (let at = 4; at < whole.length; at += 97) {
      const read = readSpreadsheet(whole.slice(0, at), "台账.xlsx");
      expect(read.ok ? "read" : read.failure.kind).toBe("damaged");
    }
  });
});

function number(part: Uint8Array<ArrayBuffer>, at: number, value: bigint): void {
  new DataView(part.buffer).setBigUint64(at, value, true);
}

function extra(entries: Zip64Parts["entries"], at: number, value: bigint): void {
  const entry = entries[SHEET];
  if (entry !== undefined) number(entry, entry.length - 24 + at, value);
}

function withoutField(entries: Zip64Parts["entries"]): void {
  entries[SHEET]?.set([9, 9], entries[SHEET].length - 28);
}

function shortened(entries: Zip64Parts["entries"]): void {
  entries[SHEET]?.set([16, 0], entries[SHEET].length - 26);
}

function overlong(entries: Zip64Parts["entries"]): void {
  entries[SHEET]?.set([200, 0], entries[SHEET].length - 26);
}
