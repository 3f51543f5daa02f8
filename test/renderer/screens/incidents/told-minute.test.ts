import { expect, it } from "vitest";
import { notBeforeInItsMinute } from "../../../../renderer/screens/incidents/told-minute.ts";

const floor = "2026-11-23T02:05:32.000Z";

it("takes a time told to the minute for some time in that minute", () => {
  expect(notBeforeInItsMinute("2026-11-23T02:05:00.000Z", floor)).toBe(floor);
});

it("leaves any other time as it was told", () => {
  for (const at of ["2026-11-23T02:04:00.000Z", "2026-11-23T02:05:40.000Z", "2026-11-23T02:06:00.000Z"]) {
    expect(notBeforeInItsMinute(at, floor)).toBe(at);
  }
  expect(notBeforeInItsMinute("2026-11-23T02:05:00.000Z", undefined)).toBe("2026-11-23T02:05:00.000Z");
});
