import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { yuanInWords, yuanTwice } from "../../../shared/lib/yuan.ts";

describe("an amount in capitals", () => {
  test.each([
    [0, "零元整"],
    [1, "壹分"],
    [5, "伍分"],
    [10, "壹角"],
    [50, "伍角"],
    [55, "伍角伍分"],
    [100, "壹元整"],
    [101, "壹元零壹分"],
    [110, "壹元壹角"],
    [1000, "壹拾元整"],
    [1005, "壹拾元零伍分"],
    [10_000, "壹佰元整"],
    [10_100, "壹佰零壹元整"],
    [100_000, "壹仟元整"],
    [100_100, "壹仟零壹元整"],
    [101_000, "壹仟零壹拾元整"],
    [123_405, "壹仟贰佰叁拾肆元零伍分"],
    [168_032, "壹仟陆佰捌拾元叁角贰分"],
    [1_000_000, "壹万元整"],
    [1_000_100, "壹万零壹元整"],
    [1_100_000, "壹万壹仟元整"],
    [1_234_560, "壹万贰仟叁佰肆拾伍元陆角"],
    [10_001_001, "壹拾万零壹拾元零壹分"],
    [10_700_053, "壹拾万柒仟元伍角叁分"],
    [20_000_000, "贰拾万元整"],
    [100_000_000, "壹佰万元整"],
    [100_000_005, "壹佰万元零伍分"],
    [10_000_000_000, "壹亿元整"],
    [10_000_000_100, "壹亿零壹元整"],
    [10_001_000_000, "壹亿零壹万元整"],
    [10_100_000_000, "壹亿零壹佰万元整"],
    [11_000_000_000, "壹亿壹仟万元整"],
    [10_010_000_001, "壹亿零壹拾万元零壹分"],
    [1_000_000_000_000, "壹佰亿元整"],
    [1e13 - 1, "玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"],
    [1e13, "壹仟亿元整"],
    [100_000_000_000_000, "壹万亿元整"],
    [100_000_000_000_100, "壹万亿零壹元整"],
    [100_010_000_000_000, "壹万亿零壹亿元整"],
    [Number.MAX_SAFE_INTEGER, "玖拾万亿零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分"],
    [-1050, "负壹拾元伍角"],
    [-1, "负壹分"],
  ])("%d fen: %s", (fen, words) => {
    expect(yuanInWords(fen)).toBe(words);
  });

  test.each([0.5, Number.NaN, Infinity, 2 ** 53])("what is not whole fen is our own mistake: %d", (fen) => {
    expect(() => yuanInWords(fen)).toThrow(RangeError);
  });

  test("every amount reads back to itself", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), (fen) => fenOfWords(yuanInWords(fen)) === fen),
      {
        numRuns: 2000,
      },
    );
  });

  test("stands beside the figures", () => {
    expect(yuanTwice(1_234_560)).toBe("¥12,345.60（大写：壹万贰仟叁佰肆拾伍元陆角）");
    expect(yuanTwice(-5)).toBe("-¥0.05（大写：负伍分）");
  });
});

/** An independent reading: each capital adds its figure times the places that follow it. */
function fenOfWords(words: string): number {
  let [groups, group, digit, fen] = [0, 0, 0, 0];
  for (const sign of words) {
    const value = "零壹贰叁肆伍陆柒捌玖".indexOf(sign);
    const place = "拾佰仟".indexOf(sign);
    if (value >= 0) digit = value;
    else if (place >= 0) group += digit * 10 ** (place + 1);
    if (sign === "万" || sign === "亿") groups += (group + digit) * (sign === "万" ? 1e4 : 1e8);
    if (sign === "元") groups += group + digit;
    if (sign === "角") fen += digit * 10;
    if (sign === "分") fen += digit;
    if (sign === "万" || sign === "亿" || sign === "元") group = 0;
    if (value < 0) digit = 0;
  }
  return groups * 100 + fen;
}
