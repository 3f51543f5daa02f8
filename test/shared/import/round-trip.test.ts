import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromCell, toCell } from "../../../shared/import/cell-text.ts";
import { exportTable } from "../../../shared/import/export-table.ts";
import { findHeader } from "../../../shared/import/header.ts";
import { suggestMapping } from "../../../shared/import/mapping.ts";
import { planImport } from "../../../shared/import/plan.ts";
import { readSpreadsheet } from "../../../shared/import/read/read-spreadsheet.ts";
import { writeXlsx } from "../../../shared/import/read/write-xlsx.ts";
import { writeCsv } from "../../../shared/import/write-csv.ts";
import type { AnyField } from "../../../shared/lib/fields.ts";
import { RECORD_TYPES, registry, type RecordType } from "../../../shared/records/index.ts";
import { bytesOf } from "../../support/spreadsheet-sheet.ts";

const NAMES: Readonly<Record<string, string>> = { "id-1": "东软、集团", "id-2": "卫宁" };
const nameOf = (_type: string, id: string): string | undefined => NAMES[id];

/** Something for every kind of field, nasty where that is allowed. */
function sample(field: AnyField): unknown {
  switch (field.kind) {
    case "text":
      return "=0012 系统｜“A”_x0041_";
    case "longText":
      return '第一行\n第二行, "引号"; \'=1+1';
    case "instant":
      return "2026-01-04T00:05:06.789Z";
    case "date":
      return "2026-02-28";
    case "fen":
      return -1_234_567;
    case "integer":
      return -42;
    case "flag":
      return false;
    case "choice":
      return Object.keys(field.choices ?? {}).at(-1);
    case "choices":
      return Object.keys(field.choices ?? {}).slice(0, 2);
    case "reference":
      return "id-1";
    case "references":
      return ["id-1", "id-2"];
    case "rows":
      return [
        Object.fromEntries(Object.keys(field.row ?? {}).map((name) => [name, `a|b\\ "${name}"`])),
        { [Object.keys(field.row ?? {}).at(-1) ?? ""]: "只有最后一列" },
      ];
  }
}

function filled(type: RecordType): Record<string, unknown> {
  const fields: Readonly<Record<string, AnyField>> = registry[type].fields;
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, sample(field)]));
}

function back(type: RecordType, bytes: Uint8Array, fileName: string): Record<string, unknown> {
  const book = readSpreadsheet(bytes, fileName);
  if (!book.ok) throw new Error(book.failure.detail);
  const sheet = book.value.sheets[0];
  if (sheet === undefined) throw new Error("no sheet");
  const header = findHeader(sheet);
  const plan = planImport(sheet, header, suggestMapping(sheet, header, type), { today: "2026-11-22" });
  expect(plan.held).toEqual([]);
  const draft = [...plan.drafts(10)].flat()[0];
  const ids = Object.entries(draft?.names ?? {}).map(([name, names]) => {
    const found = names.map((each) => Object.keys(NAMES).find((id) => NAMES[id] === each));
    return [
      name,
      (registry[type].fields as Record<string, AnyField>)[name]?.kind === "references" ? found : found[0],
    ];
  });
  return { ...draft?.data, ...(Object.fromEntries(ids) as Record<string, unknown>) };
}

describe("every field of every record survives export and import", () => {
  for (const type of RECORD_TYPES) {
    const record = filled(type);
    // The batch a record was imported in is not imported again.
    const expected = Object.fromEntries(Object.entries(record).filter(([name]) => name !== "importBatchId"));

    it(`${type}, as .csv`, () => {
      const csv = writeCsv(exportTable(type, [record], nameOf));
      const { extra, ...read } = back(type, bytesOf(csv), "a.csv");
      const { extra: before, ...rest } = expected;
      expect(read).toEqual(rest);
      if (typeof before === "string") expect(String(extra).startsWith(before)).toBe(true);
    });

    it(`${type}, as .xlsx, with English headings`, () => {
      const bytes = writeXlsx(exportTable(type, [record], nameOf, "en"));
      const { extra, ...read } = back(type, bytes, "a.xlsx");
      const { extra: before, ...rest } = expected;
      expect(read).toEqual(rest);
      if (typeof before === "string") expect(String(extra).startsWith(before)).toBe(true);
    });
  }
});

describe("single values", () => {
  const at = registry.incidentEvent.fields.at;

  it("keeps every instant to the millisecond, summer time and its end included", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (ms) => {
        const instant = new Date(ms).toISOString();
        const bytes = writeXlsx({ name: "x", header: ["时间"], rows: [[toCell(at, instant, nameOf)]] });
        const book = readSpreadsheet(bytes, "a.xlsx");
        const cell = book.ok ? book.value.sheets[0]?.rows.cell(1, 0) : null;
        expect(fromCell(at, cell ?? null)).toEqual({ kind: "value", value: instant });
      }),
      { numRuns: 200 },
    );
    // 1986-09-14 00:30 was shown twice.
    for (const instant of [
      "1986-09-13T15:30:00.000Z",
      "1986-09-13T16:30:00.000Z",
      "1986-09-13T17:30:00.000Z",
    ]) {
      const csv = writeCsv({ name: "x", header: ["时间", "n"], rows: [[toCell(at, instant, nameOf), "1"]] });
      const book = readSpreadsheet(bytesOf(csv), "a.csv");
      const cell = book.ok ? book.value.sheets[0]?.rows.cell(1, 0) : null;
      expect(fromCell(at, cell ?? null)).toEqual({ kind: "value", value: instant });
    }
  });

  it("keeps every amount", () => {
    const amount = registry.contract.fields.amountFen;
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (fen) => {
        expect(fromCell(amount, writeAndRead(toCell(amount, fen, nameOf)))).toEqual({
          kind: "value",
          value: fen,
        });
      }),
    );
    const bytes = writeXlsx({ name: "x", header: ["金额"], rows: [[toCell(amount, 1_234_567, nameOf)]] });
    const book = readSpreadsheet(bytes, "a.xlsx");
    expect(book.ok && book.value.sheets[0]?.rows.cell(1, 0)).toBe(12_345.67);
  });

  it("keeps text of any letters in .xlsx", () => {
    const text = fc.string({ unit: "binary", minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(text, (value) => {
        const bytes = writeXlsx({ name: "x", header: ["头", "尾"], rows: [[`a${value}z`, "1"]] });
        const book = readSpreadsheet(bytes, "a.xlsx");
        expect(book.ok && book.value.sheets[0]?.rows.cell(1, 0)).toBe(`a${value}z`);
      }),
    );
  });

  it("freezes the header and marks it red where asked", () => {
    const bytes = writeXlsx({
      name: "未导入:1/2",
      header: ["错误原因", "编号"],
      redColumns: [0],
      rows: [["x", "0012"]],
    });
    const book = readSpreadsheet(bytes, "a.xlsx");
    expect(book.ok && book.value.sheets[0]?.name).toBe("未导入 1 2");
    expect(book.ok && book.value.sheets[0]?.rows.at(1)).toEqual(["x", "0012"]);
  });
});

function writeAndRead(cell: Parameters<typeof writeCsv>[0]["rows"][number][number]): string {
  const book = readSpreadsheet(
    bytesOf(writeCsv({ name: "x", header: ["a", "b"], rows: [[cell, "1"]] })),
    "a.csv",
  );
  const read = book.ok ? book.value.sheets[0]?.rows.cell(1, 0) : undefined;
  return typeof read === "string" ? read : "";
}
