import { describe, expect, it } from "vitest";
import { forecastOf } from "../../../../shared/rules/entitlements/forecast.ts";

const YEAR = { startDate: "2026-01-01", endDate: "2026-12-31" } as const;

describe("the next visit, once all are used", () => {
  it.each([
    ["the last one is used", 5, 0, 6],
    ["two desks used the last one, each for itself", 6, -1, 7],
    ["half a day went beyond", 5.5, -0.5, 6],
  ] as const)("is counted on from what was used: %s", (_name, used, left, next) => {
    const balance = { period: YEAR, granted: 5, carried: 0, reserved: 0, used, left };
    expect(forecastOf(balance, "2026-06-30")).toEqual({ kind: "usedUp", next });
  });
});
