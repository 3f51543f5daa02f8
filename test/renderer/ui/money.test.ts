import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fenOf, yuanText } from "../../../renderer/ui/money.ts";

describe("an amount of money", () => {
  test.each([
    ["12345.6", 1_234_560],
    ["¥12,345.60", 1_234_560],
    ["￥１２３４５．６０元", 1_234_560],
    ["1.2万", 1_200_000],
    ["36.8万元", 36_800_000],
    ["0.01", 1],
    ["-5", -500],
    ["-0", 0],
    ["1.2300", 123],
  ])("typed as %s is understood", (text, fen) => {
    expect(fenOf(text)).toBe(fen);
  });

  test.each(["", "十元", "1.234", "1.2.3", "12e3", "--1"])("is refused when typed as “%s”", (text) => {
    expect(fenOf(text)).toBeNull();
  });

  test("shows with two decimals and separators", () => {
    expect(yuanText(1_234_560)).toBe("12,345.60");
    expect(yuanText(-5)).toBe("-0.05");
    expect(yuanText(0)).toBe("0.00");
  });

  test("comes back from its own text to the fen, whatever it is", () => {
    fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), (fen) => fenOf(yuanText(fen)) === fen));
  });
});
