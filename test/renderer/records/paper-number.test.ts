import { expect, it } from "vitest";
import { prefixOf } from "../../../renderer/records/paper-number.ts";

it.each([
  ["XXK-GZ", "incident", "XXK-GZ"],
  ["XXK-GZ", "breach", "XXK-WY"],
  ["XXK-GZ", "agreement", "XXK-XY"],
  ["设备科", "letter", "设备科-LH"],
  ["设备科", "incident", "设备科"],
] as const)("numbers that begin with %s begin for an %s with %s", (prefix, series, expected) => {
  expect(prefixOf(prefix, series)).toBe(expected);
});
