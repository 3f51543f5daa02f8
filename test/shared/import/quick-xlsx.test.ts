import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { emptyGrid, packedGrid } from "../../../shared/import/read/grid.ts";
import { sheetScan, type SheetScan } from "../../../shared/import/read/scan-sheet.ts";
import { stringScan } from "../../../shared/import/read/scan-strings.ts";
import { TextList } from "../../../shared/import/read/text-list.ts";
import { readXlsx } from "../../../shared/import/read/read-xlsx.ts";
import { readZipped } from "../../../shared/import/read/read-zipped.ts";
import { writeXlsx } from "../../../shared/import/read/write-xlsx.ts";
import type { OutCell, Workbook } from "../../../shared/import/types.ts";
import { sharedData } from "../../support/shared-data.ts";
import { workbookOf, workbookPartsOf, writtenSheet } from "../../support/spreadsheet-cells.ts";
import { sheetXml, withDeclaredSize, workbookParts, zipOf } from "../../support/spreadsheet-zip.ts";

const MAX_ROWS = 1_048_576;
const quick = (bytes: Uint8Array): Workbook | null => readXlsx(bytes, MAX_ROWS);

function byLibrary(bytes: Uint8Array): Workbook | string {
  const read = readZipped(bytes, MAX_ROWS);
  return read.ok ? read.value : read.failure.kind;
}

/** A sheet whose rows are given as XML. */
const withRows = (rows: string): Uint8Array =>
  zipOf(workbookParts(sheetXml([]).replace("<sheetData>", `<sheetData>${rows}`)));
const withCell = (cell: string): Uint8Array => withRows(`<row r="1">${cell}</row>`);
const rowsOf = (bytes: Uint8Array): unknown => [...(quick(bytes)?.sheets[0]?.rows ?? [])];

/** Left to the library: the only sample with dates written as text. */
const NOT_QUICK = ["xlsx-stream-d-date-cell.xlsx"];
const samples = sharedData(".");

describe.skipIf(samples === undefined)("every sample workbook", () => {
  const names = samples === undefined ? [] : readdirSync(samples, { recursive: true, encoding: "utf8" });
  for (const name of names.filter((each) => /\.xls[xm]$/.test(each))) {
    it(`${name} reads the same both ways`, () => {
      const bytes = readFileSync(join(samples ?? "", name));
      const read = quick(bytes);
      if (NOT_QUICK.some((each) => name.endsWith(each))) expect(read).toBeNull();
      else expect(read).toEqual(byLibrary(bytes));
    });
  }
});

describe("workbooks of every kind of cell", () => {
  it("read the same both ways, whatever program wrote them", () => {
    fc.assert(
      fc.property(writtenSheet, (sheet) => {
        const bytes = workbookOf(sheet);
        expect(quick(bytes)).toEqual(byLibrary(bytes));
      }),
      { numRuns: 500 },
    );
  });

  it("read the same both ways when we wrote them", () => {
    // Without quotes: see the text that looks like an address, below.
    const text = fc
      .string({ unit: "binary", maxLength: 50 })
      .map((value) => value.replaceAll('"', "”").replaceAll("'", "’"));
    const day = fc.integer({ min: 0, max: 40_000 }).map((days) => new Date(days * 86_400_000).toISOString());
    const cell: fc.Arbitrary<OutCell> = fc.oneof(
      text,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constant(null),
      day.map((at) => ({ kind: "date" as const, date: at.slice(0, 10) })),
      day.map((at) => ({ kind: "instant" as const, at })),
      fc.integer().map((fen) => ({ kind: "yuan" as const, fen })),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 20 }), (rows) => {
        const bytes = writeXlsx({ name: "台账", header: ["甲", "乙"], rows });
        expect(quick(bytes)).toEqual(byLibrary(bytes));
      }),
      { numRuns: 300 },
    );
  });

  it("read the same wherever the bytes are cut", () => {
    fc.assert(
      fc.property(writtenSheet, fc.integer({ min: 1, max: 200 }), (sheet, size) => {
        const parts = workbookPartsOf(sheet);
        const whole = scanned(parts, 1_000_000);
        expect(whole.taken).toBe(true);
        expect(scanned(parts, size)).toEqual(whole);
      }),
    );
  });
});

function scanned(
  parts: Readonly<Record<string, string>>,
  size: number,
): Omit<SheetScan, "grid"> & { readonly rows: readonly unknown[]; readonly taken: boolean } {
  const strings = new TextList();
  const scan: SheetScan = { grid: emptyGrid(0), merges: [], hiddenRows: [], isWhole: false };
  const styles = Array.from({ length: 50 }, () => ({ date: false, time: false }));
  const context = { strings, styles, date1904: false, maxRows: MAX_ROWS };
  const taken = [
    ["xl/sharedStrings.xml", stringScan(strings)] as const,
    ["xl/worksheets/sheet1.xml", sheetScan(scan, context)] as const,
  ].every(([name, take]) => {
    const bytes = strToU8(parts[name] ?? "");
    for (let at = 0; at < bytes.length; at += size) if (!take(bytes.subarray(at, at + size))) return false;
    return true;
  });
  const { grid, ...rest } = scan;
  return { ...rest, rows: [...(packedGrid(grid) ?? [])], taken };
}

describe("what is odd goes the library's way from its beginning", () => {
  const text = '<c r="A1" t="inlineStr"><is><t>甲</t></is></c>';
  const parts = workbookParts(sheetXml([["甲"], ["乙"]]));
  const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
  const withSheet = (xml: string | Uint8Array): Uint8Array =>
    zipOf({ ...parts, "xl/worksheets/sheet1.xml": xml });
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ["a comment between the cells", withCell(`${text}<!-- <c r="B1"><v>1</v></c> -->`)],
    ["a text in CDATA", withCell('<c r="A1" t="inlineStr"><is><t><![CDATA[甲]]></t></is></c>')],
    ["a document type", withSheet(sheet.replace("<worksheet", "<!DOCTYPE x><worksheet"))],
    ["attributes in single quotes", withCell("<c r='A1'><v>1</v></c>")],
    ["an element of somebody else", withCell(`<c r="A1"><v>1</v><note/></c>`)],
    ["another kind of cell", withCell('<c r="A1" t="d"><v>2026-01-01</v></c>')],
    ["a number that is none", withCell('<c r="A1"><v>12abc</v></c>')],
    ["a number in another base", withCell('<c r="A1"><v>0x10</v></c>')],
    ["a style that does not exist", withCell('<c r="A1" s="7"><v>1</v></c>')],
    ["a shared text that does not exist", withCell(`${text}<c r="B1" t="s"><v>5</v></c>`)],
    ["two cells at one place", withCell(`${text}<c r="A1"><v>1</v></c>`)],
    ["an address that is none", withCell('<c r="1A"><v>1</v></c>')],
    ["two values in a cell", withCell('<c r="A1"><v>1</v><v>2</v></c>')],
    ["rows without numbers after an empty one", withRows(`<row/><row><c><v>1</v></c></row>`)],
    ["a row beyond the last", withRows(`<row r="1">${text}</row><row r="1048577"><c><v>1</v></c></row>`)],
    [
      "merged areas of whole columns",
      withSheet(sheet.replace("</sheetData>", '</sheetData><mergeCell ref="A:B"/>')),
    ],
    ["a row of five megabytes", withCell(`${text}<c r="B1" t="str"><v>${randomText(5_000_000)}</v></c>`)],
    [
      "bytes that are no UTF-8",
      withSheet(
        Uint8Array.from([
          ...strToU8(sheet.split("甲")[0] ?? ""),
          0xc3,
          ...strToU8(sheet.split("甲")[1] ?? ""),
        ]),
      ),
    ],
    [
      "a sheet in UTF-16",
      withSheet(Uint8Array.from([0xff, 0xfe, ...Array.from(strToU8(sheet)).flatMap((byte) => [byte, 0])])),
    ],
    ["a sheet that ends too early", withSheet(sheet.slice(0, sheet.indexOf("</sheetData>")))],
    ["a sheet somewhere else", moved(parts, "xl/worksheets/sheet1.xml", "xl/other/sheet1.xml")],
    ["a sheet that is not there", moved(parts, "xl/worksheets/sheet1.xml", "")],
    ["a sheet that lies about its size", withDeclaredSize(zipOf(parts), "xl/worksheets/sheet1.xml", 9000)],
    ["an archive that was cut off", zipOf(parts).slice(0, 700)],
    ["an archive of something else", zipSync({ "a.txt": strToU8("x") })],
  ];
  it.each(cases)("%s", (_what, bytes) => {
    expect(quick(bytes)).toBeNull();
    // And the library has an answer: rows or a failure.
    expect(byLibrary(bytes)).toBeDefined();
  });
});

function moved(parts: Readonly<Record<string, string>>, from: string, to: string): Uint8Array {
  const text = JSON.stringify(parts).replaceAll(from, to === "" ? "gone.xml" : to);
  const links = text.replaceAll(
    "worksheets/sheet1.xml",
    to === "" ? "worksheets/sheet1.xml" : "other/sheet1.xml",
  );
  return zipOf(JSON.parse(links) as Record<string, string>);
}

/** Text that does not pack to nothing, or the archive would be refused as a bomb. */
function randomText(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return String.fromCharCode(97 + ((state >> 16) % 26));
  }).join("");
}

describe("where the library is wrong and the quick way is right", () => {
  it("a text that looks like an address does not move the cell that has none", () => {
    const bytes = writeXlsx({
      name: "x",
      header: ["甲", "乙"],
      rows: [
        ["1", '<td r="B7">'],
        ["2", "r='C9'"],
      ],
    });
    expect(rowsOf(bytes)).toEqual([
      ["甲", "乙"],
      ["1", '<td r="B7">'],
      ["2", "r='C9'"],
    ]);
    expect(byLibrary(bytes)).not.toEqual(quick(bytes));
  });

  it("the text of a formula's result is decoded once", () => {
    expect(rowsOf(withCell('<c r="A1" t="str"><f>A2</f><v>&amp;lt;b&amp;gt;</v></c>'))).toEqual([
      ["&lt;b&gt;"],
    ]);
  });

  it("a letter beyond the first plane may be written as a number", () => {
    expect(rowsOf(withCell('<c r="A1" t="inlineStr"><is><t>&#x1F600;&#20013;</t></is></c>'))).toEqual([
      ["😀中"],
    ]);
  });
});
