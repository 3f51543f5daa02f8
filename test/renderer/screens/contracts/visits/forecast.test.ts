import { expect, test } from "vitest";
import { forecastText } from "../../../../../renderer/screens/contracts/visits/forecast.ts";
import { visitsTexts } from "../../../../../renderer/screens/contracts/visits/visits-texts.ts";
import type { Balance } from "../../../../../shared/rules/entitlements/balance.ts";
import { inChinese } from "../words.ts";

const t = inChinese(visitsTexts);
const balance = (used: number, reserved = 0): Balance => ({
  period: { startDate: "2026-01-01", endDate: "2026-12-31" },
  granted: 5,
  carried: 0,
  reserved,
  used,
  left: 5 - used - reserved,
});

test("the month in which the fifth visit goes is foreseen, with the price of the sixth", () => {
  expect(forecastText(balance(3), 1_020_000, "2026-05-31", t)).toBe(
    "照此速度，第 5 次在 2026 年 9 月用完；第 6 次约 ¥10,200.00",
  );
});

test("one that lasts to the end of the year says so", () => {
  expect(forecastText(balance(1), 100_000, "2026-05-31", t)).toBe("照此速度，本期用不完");
});

test("when all is used the price of the next comes first", () => {
  expect(forecastText(balance(5), 100_000, "2026-08-01", t)).toBe(
    "已用完；下一次（第 6 次）约 ¥1,000.00，先报价签补充协议",
  );
  expect(forecastText(balance(4, 1), 100_000, "2026-08-01", t)).toBe("余下的已全部预占");
});

test("without a visit so far nothing is foreseen", () => {
  expect(forecastText(balance(0), 100_000, "2026-05-31", t)).toBeUndefined();
});
