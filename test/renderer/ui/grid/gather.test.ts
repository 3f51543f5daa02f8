import { expect, test } from "vitest";
import { arraySource } from "../../../../renderer/ui/grid/array-source.ts";
import { blockAsTsv, sumOf } from "../../../../renderer/ui/grid/gather.ts";
import type { GridColumn, GridSource } from "../../../../renderer/ui/grid/grid-types.ts";

interface Row {
  readonly name: string;
  readonly yuan: number | undefined;
}
const columns: readonly GridColumn<Row>[] = [
  { key: "name", header: "名称", width: 100, cell: (row) => row.name },
  {
    key: "yuan",
    header: "金额",
    width: 100,
    cell: (row) => String(row.yuan ?? ""),
    number: (row) => row.yuan,
  },
];
const rows: readonly Row[] = [
  { name: "甲", yuan: 10 },
  { name: "乙", yuan: undefined },
  { name: "丙", yuan: 2.5 },
];
const all = { top: 0, bottom: 2, left: 0, right: 1 };

test("the status bar sums the numbers of a selection and passes over empty cells and words", () => {
  expect(sumOf(arraySource(rows), columns, all)).toBe(12.5);
  expect(sumOf(arraySource(rows), columns, { ...all, right: 0 })).toBeUndefined();
  expect(sumOf(arraySource(rows), columns, { top: 0, bottom: 0, left: 1, right: 1 })).toBeUndefined();
});

test("no sum is shown while a row of the selection is not loaded: a wrong one would be believed", () => {
  const source: GridSource<Row> = { ...arraySource(rows), row: (at) => (at === 2 ? undefined : rows[at]) };
  expect(sumOf(source, columns, all)).toBeUndefined();
});

test("copying loads rows that are not on screen", async () => {
  const source: GridSource<Row> = { ...arraySource(rows), row: () => undefined };
  expect(await blockAsTsv(source, columns, all, true)).toBe("名称\t金额\r\n甲\t10\r\n乙\t\r\n丙\t2.5\r\n");
});
