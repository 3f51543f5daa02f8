import { expect, test } from "vitest";
import { ageOf, versionsOf } from "../../../../../renderer/screens/contracts/clauses/clause-words.ts";
import type { Clause, Stored } from "../../../../../shared/records/index.ts";

const clause = (id: string, more: Partial<Clause> = {}): Stored<"clause"> => ({
  type: "clause",
  id,
  data: {
    contractId: "C",
    name: "解决",
    metric: "resolution",
    startEvent: "reported",
    stopEvent: "resolved",
    target: 8,
    unit: "workingHour",
    coverage: "calendar",
    ...more,
  },
});

test("a revised clause is shown once, its versions from the newest to the oldest", () => {
  const all = [clause("1"), clause("2", { replacesId: "1" }), clause("3", { replacesId: "2" })];
  expect(versionsOf(all).map((versions) => versions.map(({ id }) => id))).toEqual([["3", "2", "1"]]);
});

test("clauses stand in the order of their numbers, those without one at the end", () => {
  const all = [
    clause("a"),
    clause("b", { number: "3.10" }),
    clause("c", { number: "3.2" }),
    clause("d", { number: "10.1" }),
  ];
  expect(versionsOf(all).map(([{ id }]) => id)).toEqual(["c", "b", "d", "a"]);
});

test("a clause whose old version never arrived at this desk still stands", () => {
  expect(versionsOf([clause("2", { replacesId: "elsewhere" })])).toHaveLength(1);
});

test("a version holds on its first and on its last day", () => {
  const { data } = clause("1", { effectiveFrom: "2026-07-01", effectiveTo: "2026-12-31" });
  expect(["2026-06-30", "2026-07-01", "2026-12-31", "2027-01-01"].map((day) => ageOf(data, day))).toEqual([
    "future",
    "now",
    "now",
    "past",
  ]);
});
