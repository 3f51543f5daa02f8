import { expect, test } from "vitest";
import { toTsv } from "../../../../renderer/ui/grid/tsv.ts";

test("plain cells are copied with tabs between and a line end after each row, as Excel does", () => {
  expect(
    toTsv([
      ["编号", "主题"],
      ["1", "打印机卡纸"],
    ]),
  ).toBe("编号\t主题\r\n1\t打印机卡纸\r\n");
});

test("a cell with a line break, a tab or a quote is quoted, and its quotes doubled", () => {
  expect(toTsv([["第一行\n第二行", "左\t右", 'HIS "收费"', "0012"]])).toBe(
    '"第一行\n第二行"\t"左\t右"\t"HIS ""收费"""\t0012\r\n',
  );
});
