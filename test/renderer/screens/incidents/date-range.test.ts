import { expect, it } from "vitest";
import { instantsOf } from "../../../../renderer/screens/incidents/date-range.ts";

it.each([
  ["2026-11-01", "2026-11-01", "2026-10-31T16:00:00.000Z", "2026-11-01T16:00:00.000Z"],
  ["2026-11-02", undefined, "2026-11-01T16:00:00.000Z", undefined],
  [undefined, "2026-12-31", undefined, "2026-12-31T16:00:00.000Z"],
  [undefined, undefined, undefined, undefined],
])("days from %s to %s are asked for from midnight to midnight on the wall", (from, to, first, end) => {
  expect(instantsOf({ from, to })).toEqual({ from: first, to: end });
});
