import fc from "fast-check";
import { expect, test } from "vitest";
import { countOf, lacking, runsOfNumbers, tidyRuns, type Holding } from "../../../shared/archive/holding.ts";

test("numbers in any order are runs from first to last", () => {
  expect(runsOfNumbers([5, 1, 2, 3, 9, 2])).toEqual([
    [1, 3],
    [5, 5],
    [9, 9],
  ]);
  expect(
    tidyRuns([
      [4, 6],
      [1, 3],
      [10, 12],
      [11, 20],
    ]),
  ).toEqual([
    [1, 6],
    [10, 20],
  ]);
});

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 40 }));
const holdings = fc.dictionary(fc.constantFrom("DESK01", "DESK02"), numbers);
const asHolding = (all: Record<string, number[]>): Holding =>
  Object.fromEntries(Object.entries(all).map(([desk, some]) => [desk, runsOfNumbers(some)]));

test("what one side lacks is exactly what the other has and it has not", () => {
  fc.assert(
    fc.property(holdings, holdings, (mine, theirs) => {
      const rest = Object.entries(mine).map(([desk, some]): [string, number[]] => [
        desk,
        some.filter((n) => !(theirs[desk] ?? []).includes(n)),
      ]);
      const expected = Object.fromEntries(rest.filter(([, some]) => some.length > 0));
      const found = lacking(asHolding(mine), asHolding(theirs));
      expect(found).toEqual(asHolding(expected));
      expect(countOf(found)).toBe(Object.values(expected).flat().length);
    }),
  );
});
