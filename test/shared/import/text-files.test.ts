import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guarded, withoutPrefix } from "../../../shared/import/formula-guard.ts";
import { readSpreadsheet } from "../../../shared/import/read/read-spreadsheet.ts";
import type { Cell, Workbook } from "../../../shared/import/types.ts";
import { writeCsv } from "../../../shared/import/write-csv.ts";
import { bytesOf, gbkBytes, gbkLetters } from "../../support/spreadsheet-sheet.ts";

function read(bytes: Uint8Array, name = "台账.csv"): Workbook {
  const result = readSpreadsheet(bytes, name);
  if (!result.ok) throw new Error(result.failure.detail);
  return result.value;
}

const rowsOf = (bytes: Uint8Array, name?: string): readonly (readonly Cell[])[] => [
  ...(read(bytes, name).sheets[0]?.rows ?? []),
];

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return bytes;
}

describe("how a text file is encoded", () => {
  const TEXT = "编号,主题\n1,系统\n";
  it.each<[string, Uint8Array, string]>([
    ["UTF-8 with a mark", bytesOf(`\uFEFF${TEXT}`), "utf-8"],
    ["UTF-8 without one", bytesOf(TEXT), "utf-8"],
    ["GBK", gbkBytes(TEXT), "gb18030"],
    ["UTF-16 with a mark", utf16(`\uFEFF${TEXT}`, true), "utf-16le"],
    ["UTF-16 the other way", utf16(`\uFEFF${TEXT}`, false), "utf-16be"],
    ["UTF-16 without a mark", utf16(TEXT, true), "utf-16le"],
    ["plain ASCII", bytesOf("a,b\n1,2\n"), "ascii"],
  ])("reads %s", (_what, bytes, encoding) => {
    const book = read(bytes);
    expect(book.encoding).toBe(encoding);
    if (encoding !== "ascii") expect(book.sheets[0]?.rows.at(1)).toEqual(["1", "系统"]);
  });

  it("reads 系统 in GBK, which is valid UTF-8 of another script", () => {
    expect(rowsOf(gbkBytes("系统\n系统\n"))[0]).toEqual(["系统"]);
  });

  it("says when it is not sure, and lets the user switch", () => {
    const bytes = bytesOf("a,b\n1,é\n");
    expect(read(bytes).encodingSure).toBe(false);
    const switched = readSpreadsheet(bytes, "a.csv", { encoding: "utf-8" });
    expect(switched.ok && switched.value.sheets[0]?.rows.at(1)).toEqual(["1", "é"]);
  });

  it("never misreads everyday Chinese in GBK", () => {
    const letters = fc.constantFrom(...gbkLetters());
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 30 }), (chosen) => {
        const text = chosen.join("");
        expect(rowsOf(gbkBytes(`${text}\n`))[0]?.[0]).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("how a text file is cut into cells", () => {
  it.each<[string, string, string[]]>([
    ["a,b\n1,2\n", ",", ["1", "2"]],
    ["a;b;c\n1,5;2;3\n", ";", ["1,5", "2", "3"]],
    ["a\tb\n1,5\t2\n", "\t", ["1,5", "2"]],
    ["a|b\n1|2\n", "|", ["1", "2"]],
    ["sep=;\na;b\n1;2\n", ";", ["1", "2"]],
    ["一，二\n三，四\n", ",", ["三，四"]],
  ])("finds the delimiter of %j", (text, delimiter, row) => {
    const book = read(bytesOf(text));
    expect(book.delimiter).toBe(delimiter);
    expect(book.sheets[0]?.rows.at(1)).toEqual(row);
  });

  it("keeps zeros in front, long ids, and what looks like a number", () => {
    expect(rowsOf(bytesOf("id,x\n0012,110101199003070012\n1E5,-0\n"))).toEqual([
      ["id", "x"],
      ["0012", "110101199003070012"],
      ["1E5", "-0"],
    ]);
  });

  it("keeps line breaks and doubled quotes inside quotes, with any line ends", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const text = ["a,b", '"一\n二","说""好"""', "3,4", ""].join("\u0000").replaceAll("\u0000", end);
      expect(rowsOf(bytesOf(text))).toEqual([
        ["a", "b"],
        ["一\n二", '说"好"'],
        ["3", "4"],
      ]);
    }
  });

  it("does not let one stray quote swallow the rest of the file", () => {
    const book = read(bytesOf('a,b\n1,2\n"3,4\n5,6\n7,"8\n9,0\n'));
    expect([...(book.sheets[0]?.rows ?? [])].slice(2)).toEqual([
      ['"3', "4"],
      ["5", "6"],
      ["7", '"8'],
      ["9", "0"],
    ]);
    expect(book.warnings).toEqual([{ kind: "strayQuotes" }]);
  });

  it("refuses more rows than it may read, and says so", () => {
    const result = readSpreadsheet(bytesOf("a\n1\n2\n3\n"), "a.csv", { maxRows: 3 });
    expect(result).toMatchObject({ ok: false, failure: { kind: "tooLarge" } });
  });
});

describe("formulas in a CSV that we write", () => {
  const isFormula = (text: string): boolean =>
    /^[=+\-@＝＋－＠\t\r\n\0]/.test(text) && !/^[-+]?\d[\d,]*(\.\d+)?%?$/.test(text);

  it.each([
    ["=1+1", "'=1+1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["＝cmd", "'＝cmd"],
    ["-cmd|calc", "'-cmd|calc"],
    ["+86-10-1234", "'+86-10-1234"],
    ["'=1", "''=1"],
    [" =1", "' =1"],
    ["-5", "-5"],
    ["+8610123456", "+8610123456"],
    ["2026-01-04", "2026-01-04"],
    ["'quoted'", "'quoted'"],
    ["系统", "系统"],
  ])("writes %j as %j and reads it back", (text, written) => {
    expect(guarded(text)).toBe(written);
    expect(withoutPrefix(written)).toBe(text);
  });

  it("never writes a field that a spreadsheet would compute, and loses nothing", () => {
    const nasty = fc.constantFrom(..."=+-@＝＋－＠\t\r\n'\",;| a1系\0".split(""));
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 20 }),
      fc.string({ unit: nasty, maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (cells) => {
        for (const cell of cells) {
          expect(isFormula(guarded(cell))).toBe(false);
          expect(withoutPrefix(guarded(cell))).toBe(cell);
        }
        const csv = writeCsv({ name: "x", header: ["头", "h", "h", "h"], rows: [["行", ...cells]] });
        expect(csv.startsWith("\uFEFF")).toBe(true);
        const unified = cells.map((cell) => cell.replace(/\r\n?/g, "\n"));
        const row = rowsOf(bytesOf(csv))[1] ?? [];
        expect(row.map((cell) => cell ?? "")).toEqual(["行", ...unified]);
      }),
    );
  });
});
