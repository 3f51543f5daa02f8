import { expect, test } from "vitest";
import { riseOf } from "../../../../../renderer/screens/contracts/overview/rise.ts";

test("the rise against the term before is told in percent", () => {
  expect(riseOf(6_000_000, 5_000_000)).toEqual({ sign: "+", percent: "20" });
  expect(riseOf(4_875_000, 5_000_000)).toEqual({ sign: "-", percent: "2.5" });
});

test("an equal price, or one that cannot be compared, is no rise", () => {
  expect(riseOf(5_000_000, 5_000_000)).toBeUndefined();
  expect(riseOf(5_000_000, 0)).toBeUndefined();
  expect(riseOf(undefined, 5_000_000)).toBeUndefined();
});
