import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { countDataRows, pickSheet } from "../../../shared/import/data-rows.ts";
import { findHeader } from "../../../shared/import/header.ts";
import { suggestMapping } from "../../../shared/import/mapping.ts";
import { planImport } from "../../../shared/import/plan.ts";
import { readSpreadsheet } from "../../../shared/import/read/read-spreadsheet.ts";
import type { Draft, Header, ImportPlan, Mapping, Workbook } from "../../../shared/import/types.ts";
import { incident } from "../../../shared/records/incident.ts";
import { sharedData } from "../../support/shared-data.ts";

/** Rows of data under the header, or the failure, of each real file. */
const FILES: Readonly<Record<string, number | string>> = {
  "incidents-small/附件3.xlsx": 4326,
  "incidents-small/拓展思考样本数据.xls": 365,
  "incidents-small/ExcelToJSon/test.xls": 2,
  "incidents-small/ExcelToJSon/test3.xls": 2,
  "incidents-small/ICT-Helper/dev.csv": 59,
  "incidents-small/问题记录.xlsx": 1,
  "incidents-small/ITSM_data.csv": 40,
  "incidents-small/incident.csv": 66,
  "incidents-small/ttc-subway-delay-august-2017.xlsx": 1581,
  "incidents-small/work_orders.csv": 500,
  "torture/csv-spectrum/comma_in_quotes.csv": 1,
  "torture/csv-spectrum/empty.csv": 2,
  "torture/csv-spectrum/escaped_quotes.csv": 2,
  "torture/csv-spectrum/json.csv": 1,
  "torture/csv-spectrum/newlines.csv": 3,
  "torture/csv-spectrum/quotes_and_newlines.csv": 2,
  "torture/csv-spectrum/utf8.csv": 2,
  "torture/gbk/catering_sale.csv": 201,
  "torture/papaparse/malformed.tsv": 9,
  "torture/papaparse/utf-8-bom-sample.csv": 1,
  "torture/sheetjs/1900.xlsx": 5,
  "torture/sheetjs/1904.xls": 5,
  "torture/sheetjs/1904.xlsx": 5,
  "torture/sheetjs/Attendance.csv": 24,
  "torture/sheetjs/Attendance.xlsx": 24,
  "torture/sheetjs/AutoFilter.xlsx": 21,
  "torture/sheetjs/BlankSheetTypes.xlsm": "nothingToImport",
  "torture/sheetjs/DataTypesFormats.xlsx": 6,
  "torture/sheetjs/ErrorTypes.txt": 13,
  "torture/sheetjs/ErrorTypes.xls": 13,
  "torture/sheetjs/LONumbers.xlsx": 38,
  "torture/sheetjs/biff5/merge_cells.xls": 2,
  "torture/sheetjs/biff5/text_and_numbers.xls": 2,
  "torture/sheetjs/crlf.csv": 2,
  "torture/sheetjs/crlf.xlsx": 2,
  "torture/sheetjs/defined_names_unicode.xlsx": 1,
  "torture/sheetjs/formulae_test_simple.xlsx": 6,
  "torture/sheetjs/interview.xlsx": 18,
  "torture/sheetjs/issue.xlsx": 43,
  "torture/sheetjs/large_strings.xlsx": 9999,
  "torture/sheetjs/merge_cells.xls": 2,
  "torture/sheetjs/merge_cells.xlsx": 2,
  "torture/sheetjs/mixed_sheets.xlsx": 1,
  "torture/sheetjs/password_2002_40_basecrypto.xls": "passwordProtected",
  "torture/sheetjs/phonetic_text.xls": 1,
  "torture/sheetjs/row_height.htm": "notASpreadsheet",
  "torture/sheetjs/sheet_visibility.xlsx": 1,
  "torture/sheetjs/sheet_visibility_strict.xlsx": 1,
  "torture/sheetjs/sushi.ods": 1,
  "torture/sheetjs/sushi.xlsb": 1,
  "torture/sheetjs/text_and_numbers.xlsx": 2,
  "torture/sheetjs/wps/write.et": 4,
  "torture/sheetjs/wps/write.xls": 4,
  "torture/sheetjs/wps/write.xlsx": 4,
  "torture/sheetjs/write.txt": 4,
  "torture/sheetjs/xlsx-stream-d-date-cell.xlsx": 12,
  "torture/tabulator/bom.csv": 2,
  "torture/tabulator/latin1.csv": 2,
  "torture/tabulator/merged-cells.xls": 1,
  "torture/tabulator/merged-cells.xlsx": 1,
  "torture/tabulator/multiline-headers.xlsx": 1,
  "torture/tabulator/skip-rows-before-headers.csv": 2,
  "torture/tabulator/skip-rows.xlsx": 2,
  "torture/xlrd/Formate.xls": 10,
  "torture/xlrd/biff4_no_format_no_window2.xls": 26,
  "torture/xlrd/corrupted_error.xls": 13,
  "torture/xlrd/ragged.xls": 4,
};

function open(path: string): Workbook {
  const read = readSpreadsheet(readFileSync(path), basename(path));
  if (!read.ok) throw new Error(read.failure.kind);
  return read.value;
}

function planOf(path: string): { plan: ImportPlan; drafts: Draft[]; mapping: Mapping; header: Header } {
  const sheet = pickSheet(open(path));
  if (sheet === undefined) throw new Error("no sheet");
  const header = findHeader(sheet);
  const mapping = suggestMapping(sheet, header, "incident");
  const plan = planImport(sheet, header, mapping, { today: "2026-11-22" });
  return { plan, drafts: [...plan.drafts(1000)].flat(), mapping, header };
}

describe("real spreadsheets give rows or say what they are", () => {
  for (const [name, expected] of Object.entries(FILES)) {
    const path = sharedData(name);
    it.skipIf(path === undefined)(`${name}: ${expected}`, () => {
      const begun = performance.now();
      const read = readSpreadsheet(readFileSync(path ?? ""), basename(name));
      if (!read.ok) {
        expect(read.failure.kind).toBe(expected);
        return;
      }
      const sheet = pickSheet(read.value);
      expect(sheet && countDataRows(sheet, findHeader(sheet))).toBe(expected);
      const { plan, drafts } = planOf(path ?? "");
      expect(plan.accepted + plan.held.length + plan.duplicates).toBe(plan.rows);
      expect(drafts).toHaveLength(plan.records);
      for (const { data } of drafts) expect(incident.schema.safeParse(data).error).toBeUndefined();
      expect(performance.now() - begun).toBeLessThan(30_000);
    });
  }
});

const log = sharedData("incidents-large/incident_event_log.csv");

describe.skipIf(log === undefined)("the log of 141,712 rows", () => {
  it(
    "becomes 24,918 incidents with their timelines, and nothing the second time",
    { timeout: 120_000 },
    () => {
      const { plan, drafts, mapping } = planOf(log ?? "");
      expect(plan).toMatchObject({
        rows: 141_712,
        accepted: 141_712,
        duplicates: 0,
        records: 24_918,
        problemCount: 5,
      });
      expect(mapping.columns.filter(({ dates }) => dates?.order === "dmy")).toHaveLength(4);
      expect(
        mapping.columns.filter(({ header }) => header === "category").map(({ target }) => target),
      ).toEqual(["category", null]);
      expect(drafts[0]?.data["number"]).toBe("0000045");
      expect(drafts[0]?.events[0]).toMatchObject({ kind: "reported", at: "2016-02-28T17:16:00.000Z" });
      expect(drafts.every(({ events }) => events.some(({ kind }) => kind === "reported"))).toBe(true);
      const known = new Set(drafts.map(({ data }) => data["number"]));
      const sheet = pickSheet(open(log ?? ""));
      if (sheet === undefined) throw new Error("no sheet");
      const header = findHeader(sheet);
      const again = planImport(sheet, header, mapping, {
        today: "2026-11-22",
        isKnown: (key) => known.has(key),
      });
      expect(again).toMatchObject({ accepted: 0, duplicates: 141_712, records: 0 });
    },
  );
});

describe("what is special about some of them", () => {
  const file = (name: string): string | undefined => sharedData(`torture/sheetjs/${name}`);

  for (const name of ["1900.xlsx", "1904.xlsx", "1904.xls"]) {
    const path = file(name);
    it.skipIf(path === undefined)(`${name} shows the dates that stand beside them as text`, () => {
      const { drafts } = planOf(path ?? "");
      expect(drafts).toHaveLength(5);
      for (const { data, events } of drafts) {
        const shown = /第3列：(\S+)/.exec(String(data["extra"]))?.[1] ?? "";
        const at = Date.parse(events[0]?.at ?? "") + 8 * 3_600_000;
        expect(new Date(at).toISOString().slice(0, 10)).toBe(shown);
      }
    });
  }

  const visibility = file("sheet_visibility.xlsx");
  it.skipIf(visibility === undefined)("hidden sheets are told from the one that is seen", () => {
    const book = open(visibility ?? "");
    expect(book.sheets.map(({ hidden }) => hidden)).toEqual([false, true, true]);
    expect(pickSheet(book)?.name).toBe("Visible");
    expect(pickSheet(book, "VeryHidden")?.name).toBe("VeryHidden");
    expect(pickSheet(book, "2")?.name).toBe("Hidden");
  });

  const filtered = file("AutoFilter.xlsx");
  it.skipIf(filtered === undefined)("rows hidden by a filter are told, and left out when asked", () => {
    const sheet = open(filtered ?? "").sheets[2];
    if (sheet === undefined) throw new Error("no sheet");
    expect(sheet.hiddenRows).toHaveLength(12);
    const header = findHeader(sheet);
    const mapping = suggestMapping(sheet, header, "incident");
    const options = { today: "2026-11-22" };
    expect(planImport(sheet, header, mapping, options).rows).toBe(21);
    expect(planImport(sheet, header, mapping, { ...options, skipHiddenRows: true }).rows).toBe(9);
  });

  const errors = file("ErrorTypes.xls");
  it.skipIf(errors === undefined)("error values are errors, not words", () => {
    const cells = [...(open(errors ?? "").sheets[0]?.rows ?? [])].flat();
    expect(cells).toContainEqual({ kind: "error", text: "#DIV/0!" });
  });

  const twoRows = sharedData("incidents-small/ExcelToJSon/test3.xls");
  it.skipIf(twoRows === undefined)("the two-row header of test3.xls is joined", () => {
    const { header } = planOf(twoRows ?? "");
    expect(header).toMatchObject({ row: 2, lines: 2, firstDataRow: 3 });
    expect(header.columns[15]?.header).toBe("故障部件、厂家及版本/IGBT");
  });
});
