import { describe, expect, test } from "vitest";
import { withTable } from "./bench/document.ts";
import { growthOf } from "./bench/growth.ts";

const at = (rows: number, ours: number, sorts?: true) => ({
  what: "",
  ours,
  growth: { of: "a job", rows, ...(sorts === undefined ? {} : { sorts }) },
});

describe("how a bench says that cost grows", () => {
  test("ten times the rows in ten times the time is linear", () => {
    expect(growthOf([at(10_000, 10), at(100_000, 100)])).toMatchObject([
      { what: "growth of a job: a row costs 10 k 1.00, 100 k 1.00", ours: 1, goal: { ours: 1.25 } },
    ]);
  });

  test("what costs twice as much a row at a larger size misses the goal", () => {
    expect(growthOf([at(100_000, 200), at(10_000, 10)])[0]?.ours).toBe(2);
  });

  test("a sort may cost its logarithm more", () => {
    expect(growthOf([at(10_000, 40, true), at(100_000, 500, true)])[0]?.ours).toBe(1);
  });

  test("one size alone shows no growth", () => {
    expect(growthOf([at(10_000, 10), { what: "no size", ours: 1 }])).toEqual([]);
  });
});

describe("where a table goes in the page of figures", () => {
  const page = "before\n<!-- bench:save -->\nold\n<!-- /bench:save -->\nafter";

  test("it replaces the last one of the same bench and nothing else", () => {
    expect(withTable(page, "save", "new")).toBe(
      "before\n<!-- bench:save -->\n\nnew\n<!-- /bench:save -->\nafter",
    );
  });

  test("a bench without a place is told", () => {
    expect(() => withTable(page, "start", "new")).toThrow("no place for start");
  });
});
