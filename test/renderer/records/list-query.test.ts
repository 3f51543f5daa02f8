import { expect, test } from "vitest";
import { queried } from "../../../renderer/records/list-query.ts";
import { exportFileName } from "../../../renderer/records/export-file-name.ts";
import type { GridColumn } from "../../../renderer/ui/grid/grid-types.ts";

interface Row {
  readonly name: string;
  readonly kind: string;
  readonly yuan: number | undefined;
}
const columns: readonly GridColumn<Row>[] = [
  { key: "name", header: "名称", width: 1, cell: (row) => row.name },
  { key: "kind", header: "类型", width: 1, cell: (row) => row.kind },
  { key: "yuan", header: "金额", width: 1, cell: (row) => String(row.yuan ?? ""), number: (row) => row.yuan },
];
const rows: readonly Row[] = [
  { name: "卫宁维护", kind: "年度", yuan: 9 },
  { name: "东软维护", kind: "年度", yuan: 100 },
  { name: "合同10", kind: "项目", yuan: undefined },
  { name: "合同2", kind: "项目", yuan: 20 },
];
const names = (query: Partial<Parameters<typeof queried>[2]>): string[] =>
  queried(rows, columns, { search: "", filters: {}, sort: undefined, ...query }, undefined).map(
    (row) => row.name,
  );

test("a search wants every word, in whichever column", () => {
  expect(names({ search: "维护 年度" })).toEqual(["卫宁维护", "东软维护"]);
  expect(names({ search: "维护 项目" })).toEqual([]);
});

test("a filter keeps the ticked values", () => {
  expect(names({ filters: { kind: ["项目"] } })).toEqual(["合同10", "合同2"]);
  expect(names({ filters: { kind: [] } })).toHaveLength(4);
});

test("names sort by pinyin with numbers as numbers, amounts by size with the empty ones first", () => {
  expect(names({ sort: { column: "name", descending: false } })).toEqual([
    "东软维护",
    "合同2",
    "合同10",
    "卫宁维护",
  ]);
  expect(names({ sort: { column: "yuan", descending: true } })).toEqual([
    "东软维护",
    "合同2",
    "卫宁维护",
    "合同10",
  ]);
});

test("an export is named after its list and the minute on the wall", () => {
  expect(exportFileName("故障清单", Date.UTC(2026, 10, 22, 7, 30), "xlsx")).toBe(
    "故障清单_20261122_1530.xlsx",
  );
});
