import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readSpreadsheet } from "../../../shared/import/read/read-spreadsheet.ts";
import { bytesOf } from "../../support/spreadsheet-sheet.ts";
import { oleWith, sheetXml, withDeclaredSize, workbookParts, zipOf } from "../../support/spreadsheet-zip.ts";

const ROWS = [
  ["故障编号", "故障主题"],
  ["A-1", "打印机不工作"],
];
const HONEST = zipOf(workbookParts(sheetXml(ROWS)));

function verdict(bytes: Uint8Array, name = "台账.xlsx"): string {
  const read = readSpreadsheet(bytes, name);
  return read.ok ? `rows:${read.value.sheets[0]?.rows.length ?? 0}` : read.failure.kind;
}

describe("files that mean harm, or are not what they seem", () => {
  it("reads the honest workbook that the others are made from", () => {
    expect(verdict(HONEST)).toBe("rows:2");
  });

  it("refuses an archive that unpacks to a thousand times its size", () => {
    const blanks = " ".repeat(20_000_000);
    const bomb = zipOf(workbookParts(sheetXml(ROWS).replace("<sheetData>", `<sheetData>${blanks}`)));
    expect(verdict(bomb)).toBe("suspicious");
  });

  it("refuses 300 MB before unpacking them", () => {
    const sheet = withDeclaredSize(HONEST, "xl/worksheets/sheet1.xml", 300 * 1024 * 1024);
    expect(verdict(sheet)).toBe("tooLarge");
  });

  it.each([10, 600, 50_000])("refuses an entry that says it is %i bytes long and is not", (size) => {
    expect(verdict(withDeclaredSize(HONEST, "xl/worksheets/sheet1.xml", size))).toBe("suspicious");
  });

  it("refuses more than a thousand entries", () => {
    const more = Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [`xl/x${at}.bin`, "x"]));
    expect(verdict(zipOf(workbookParts(sheetXml(ROWS), more)))).toBe("suspicious");
  });

  it("does not hang on a sheet that claims 17 billion cells", () => {
    const begun = performance.now();
    expect(verdict(zipOf(workbookParts(sheetXml(ROWS, "A1:XFD1048576"))))).toBe("rows:2");
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  it("refuses a hundred thousand entries as what they are", () => {
    const at = HONEST.length - 22;
    const many = HONEST.slice();
    many.set([0xff, 0xff, 0xff, 0xff], at + 8);
    expect(verdict(many)).toBe("suspicious");
  });

  it("refuses more columns than a sheet can have, unless they are delimiters alone", () => {
    const wide = (cell: string): Uint8Array => bytesOf(`a,b\n1,2${`,${cell}`.repeat(20_000)}\n`);
    expect(verdict(wide("x"), "a.csv")).toBe("tooLarge");
    expect(verdict(wide(""), "a.csv")).toBe("rows:2");
  });

  it("keeps what stands under a merged area", () => {
    const merged = sheetXml(ROWS).replace(
      "</sheetData>",
      '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    );
    const read = readSpreadsheet(zipOf(workbookParts(merged)), "a.xlsx");
    expect(read.ok && [...(read.value.sheets[0]?.rows ?? [])]).toEqual(ROWS);
  });

  it("refuses a document type, which is where entity bombs begin", () => {
    const evil = sheetXml(ROWS).replace("<worksheet", '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet');
    expect(verdict(zipOf(workbookParts(evil)))).toBe("suspicious");
  });

  it("refuses a flood of CDATA, and reads a little of it as the text it is", () => {
    const flood = "<![CDATA[x]]>".repeat(12_000);
    expect(verdict(zipOf(workbookParts(sheetXml([["故障主题"], [flood]]))))).toBe("suspicious");
    const read = readSpreadsheet(
      zipOf(workbookParts(sheetXml([["故障主题"], ["<![CDATA[A<B & C]]>"]]))),
      "a.xlsx",
    );
    expect(read.ok && read.value.sheets[0]?.rows.at(1)).toEqual(["A<B & C"]);
  });

  it("keeps a column called __proto__ as a column, and every object clean", () => {
    const sheet = sheetXml([
      ["__proto__", "constructor"],
      ["1", "2"],
    ]);
    const read = readSpreadsheet(zipOf(workbookParts(sheet)), "a.xlsx");
    expect(read.ok && read.value.sheets[0]?.rows.at(0)).toEqual(["__proto__", "constructor"]);
    const csv = readSpreadsheet(bytesOf("__proto__,b\n1,2\n"), "a.csv");
    expect(csv.ok && csv.value.sheets[0]?.rows.at(0)).toEqual(["__proto__", "b"]);
    expect(({} as Record<string, unknown>)["1"]).toBeUndefined();
  });

  it("drops comments, whose addresses once took a library over", () => {
    const more = {
      "xl/comments1.xml":
        '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><commentList><comment ref="__proto__"><text><t>x</t></text></comment></commentList></comments>',
      "xl/worksheets/_rels/sheet1.xml.rels":
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/></Relationships>',
    };
    expect(verdict(zipOf(workbookParts(sheetXml(ROWS), more)))).toBe("rows:2");
    expect(({} as Record<string, unknown>)["c"]).toBeUndefined();
  });

  it("reads the values of a file with macros, and says that it has some", () => {
    const read = readSpreadsheet(
      zipOf({ ...workbookParts(sheetXml(ROWS)), "xl/vbaProject.bin": "x" }),
      "a.xlsm",
    );
    expect(read.ok && read.value.warnings).toEqual([{ kind: "macros" }]);
  });

  it("says that a password stands before it", () => {
    expect(verdict(oleWith(["EncryptionInfo", "EncryptedPackage"]))).toBe("passwordProtected");
  });

  it("says that a truncated workbook is damaged, wherever it was cut", () => {
    for (let at = 4; at < HONEST.length; at += 97) expect(verdict(HONEST.slice(0, at))).toBe("damaged");
  });

  it.each([
    ["a web page named .xls", strToU8("<html><table><tr><td>1</td></tr></table></html>"), "notASpreadsheet"],
    ["XML named .xls", strToU8('<?xml version="1.0"?><Workbook/>'), "notASpreadsheet"],
    ["JSON named .csv", strToU8('{"a": [1, 2]}\n'), "notASpreadsheet"],
    ["JSON a line", strToU8('{"a": 1}\n{"a": 2}\n'), "notASpreadsheet"],
    ["UTF-32", Uint8Array.of(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0, 0x0a, 0, 0, 0), "notASpreadsheet"],
    ["a PDF", strToU8("%PDF-1.7\n%âãÏÓ\n1 0 obj"), "notASpreadsheet"],
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), "notASpreadsheet"],
    [
      "a Word document",
      zipOf({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<x/>" }),
      "notASpreadsheet",
    ],
    ["an old Word document", oleWith(["WordDocument"]), "notASpreadsheet"],
    ["bytes of no kind", Uint8Array.from({ length: 999 }, (_, at) => (at * 7) % 256), "notASpreadsheet"],
    ["an empty file", new Uint8Array(), "nothingToImport"],
    ["a file of blanks", strToU8(" \n\n , ,\n"), "nothingToImport"],
    ["an empty workbook", zipOf(workbookParts(sheetXml([]))), "nothingToImport"],
  ])("names %s for what it is", (_what, bytes, expected) => {
    expect(verdict(bytes, "a.xls")).toBe(expected);
  });

  it("refuses OpenDocument that unfolds a row a million times, and cuts the blank end of every file", () => {
    const ods = (rows: string): Uint8Array =>
      zipOf({
        mimetype: "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml":
          '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        "styles.xml":
          '<?xml version="1.0"?><office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
        "content.xml": `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="S">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
      });
    const cell = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>';
    const row = `<table:table-row>${cell}</table:table-row>`;
    const end =
      '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    expect(verdict(ods(row + row + end), "a.ods")).toBe("rows:2");
    const bomb = `<table:table-row table:number-rows-repeated="1000000">${cell.replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="1000"')}</table:table-row>`;
    expect(verdict(ods(bomb), "a.ods")).toBe("tooLarge");
  });
});
