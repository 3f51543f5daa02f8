import { describe, expect, it } from "vitest";
import { findHeader } from "../../../shared/import/header.ts";
import type { Cell, Header, MergedArea } from "../../../shared/import/types.ts";
import { sheetOf } from "../../support/spreadsheet-sheet.ts";

function header(rows: readonly (readonly Cell[])[], merged: readonly MergedArea[] = []): Header {
  return findHeader(sheetOf(rows, { merged }));
}

const names = (found: Header): string[] => found.columns.map((column) => column.header);

describe("where the header of a ledger is", () => {
  it("finds it in the first row", () => {
    const found = header([
      ["故障编号", "故障主题"],
      ["1", "打印机"],
      ["2", "网络"],
    ]);
    expect(found).toMatchObject({ row: 1, lines: 1, firstDataRow: 1 });
  });

  it("finds it under a merged title, a line of notes and a blank row", () => {
    const found = header(
      [
        ["二〇二六年台账", "二〇二六年台账", "二〇二六年台账", "二〇二六年台账"],
        ["制表人：张三"],
        [],
        ["编号", "主题", "报修时间", "科室"],
        ["1", "打印机", "2026-1-4", "药房"],
        ["2", "网络", "2026-1-5", "门诊"],
      ],
      [{ top: 0, left: 0, bottom: 0, right: 3 }],
    );
    expect(found).toMatchObject({ row: 4, firstDataRow: 4 });
  });

  it("joins two rows of headings where the upper one was merged sideways", () => {
    const merged = [
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 0, right: 2 },
    ];
    const found = header(
      [
        ["编号", "部件", "部件"],
        ["编号", "主板", "电源"],
        [1, "坏", null],
      ],
      merged,
    );
    expect(found).toMatchObject({ row: 1, lines: 2, firstDataRow: 2 });
    expect(names(found)).toEqual(["编号", "部件/主板", "部件/电源"]);
  });

  it("joins them where the upper one was left blank instead", () => {
    const found = header([
      ["编号", "主题", "部件", null],
      [null, null, "主板", "电源"],
      ["1", "坏", "是", "否"],
      ["2", "坏", "是", "否"],
    ]);
    expect(names(found)).toEqual(["编号", "主题", "部件/主板", "部件/电源"]);
    expect(found.firstDataRow).toBe(2);
  });

  it("does not take a merged first row of data for a heading's second line", () => {
    const merged = [
      { top: 0, left: 1, bottom: 0, right: 2 },
      { top: 1, left: 1, bottom: 1, right: 2 },
    ];
    const found = header(
      [
        ["编号", "主题", "主题"],
        ["1", "坏", "坏"],
        ["2", "好", "好"],
      ],
      merged,
    );
    expect(found).toMatchObject({ row: 1, lines: 1 });
  });

  it("skips a line of junk above it", () => {
    expect(header([["# 导出自旧系统"], ["id", "name"], ["1", "甲"]]).row).toBe(2);
  });

  it("sees that there is none, and numbers the columns", () => {
    const found = header([
      [1, "1900-01-01", "a"],
      [11, "1900-01-11", "b"],
    ]);
    expect(found).toMatchObject({ row: null, lines: 0, firstDataRow: 0 });
    expect(names(found)).toEqual(["第1列", "第2列", "第3列"]);
  });

  it("names blank headings by their place and keeps repeated ones", () => {
    const found = header([
      ["", "category", "category"],
      ["0", "a", "b"],
    ]);
    expect(names(found)).toEqual(["第1列", "category", "category"]);
  });

  it("goes where the user says, or nowhere", () => {
    const rows = [["甲"], ["乙"], ["丙"]];
    expect(findHeader(sheetOf(rows), 2)).toMatchObject({ row: 2, firstDataRow: 2 });
    expect(findHeader(sheetOf(rows), 0)).toMatchObject({ row: null, firstDataRow: 0 });
  });

  it("gives a header one fingerprint however it is spaced, and another header another", () => {
    const one = header([
      ["故障编号", "备  注"],
      ["1", "x"],
    ]).fingerprint;
    expect(
      header([
        ["故障编号 ", "备注"],
        ["7", "y"],
      ]).fingerprint,
    ).toBe(one);
    expect(
      header([
        ["故障编号", "说明"],
        ["1", "x"],
      ]).fingerprint,
    ).not.toBe(one);
  });
});
