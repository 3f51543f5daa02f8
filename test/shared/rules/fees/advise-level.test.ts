import { describe, expect, it } from "vitest";
import { CONTRACT_TEMPLATES } from "../../../../shared/commands/contracts/templates.ts";
import { adviseLevel, type LevelPrices, type Situation } from "../../../../shared/rules/fees/advise-level.ts";

const prices: LevelPrices = [
  { level: "diamond", yearlyFen: 20_000_000 },
  { level: "gold", yearlyFen: 15_000_000 },
  { level: "silver", yearlyFen: 10_000_000 },
  { level: "bronze", yearlyFen: 5_000_000 },
];
const plain: Situation = {
  grade: "secondary",
  technicians: "some",
  staff: "good",
  region: "city",
  budgetFen: undefined,
};
const advise = (change: Partial<Situation>) => adviseLevel({ ...plain, ...change }, prices);

describe("the level that suits a hospital (C02)", () => {
  it.each<readonly [string, Partial<Situation>, string]>([
    ["a tertiary hospital without technicians", { grade: "tertiary", technicians: "none" }, "diamond"],
    ["a tertiary hospital with some", { grade: "tertiary" }, "gold"],
    ["a tertiary hospital with able ones", { grade: "tertiary", technicians: "strong" }, "silver"],
    ["a secondary hospital without technicians", { technicians: "none" }, "gold"],
    ["a secondary hospital with some", {}, "silver"],
    ["a small one with able technicians", { grade: "primary", technicians: "strong" }, "bronze"],
    [
      "a small one far away with many wrong operations",
      { grade: "primary", technicians: "strong", staff: "poor", region: "nation" },
      "silver",
    ],
  ])("%s", (_, change, level) => {
    expect(advise(change)?.level).toBe(level);
  });

  it("gives its reasons, the weightiest first", () => {
    expect(advise({ grade: "tertiary", technicians: "none", region: "nation" })?.reasons).toEqual([
      "grade",
      "technicians",
      "region",
    ]);
  });

  it.each([
    [15_000_000, "gold", "diamond", false],
    [14_999_999, "silver", "diamond", false],
    [20_000_000, "diamond", undefined, false],
    [4_999_999, "bronze", "diamond", true],
  ])("lets %i fen a year have the last word, and says so", (budgetFen, level, wanted, isBeyondBudget) => {
    const advice = advise({ grade: "tertiary", technicians: "none", budgetFen });
    expect(advice).toMatchObject({ level, wanted, isBeyondBudget });
    expect(advice?.reasons.includes("budget")).toBe(wanted !== undefined);
  });

  it("says nothing where no level has a price", () => {
    expect(adviseLevel(plain, [])).toBeUndefined();
  });

  it("knows the levels of the templates, the dearest first", () => {
    const levels = CONTRACT_TEMPLATES.flatMap(({ contract }) =>
      contract.level === undefined ? [] : [[contract.level, contract.amountFen]],
    );
    expect(levels).toEqual(prices.map(({ level, yearlyFen }) => [level, yearlyFen]));
  });
});
