import { expect, test } from "vitest";
import type { Calendar } from "../../../../shared/rules/calendar/calendar.ts";
import { compile } from "../../../../shared/rules/calendar/compile.ts";
import { officialCalendar } from "../../../../shared/rules/calendar/official.ts";
import { dueAt } from "../../../../shared/rules/clocks/due.ts";
import { valueOf } from "../../../support/value-of.ts";
import { wallMs } from "../../../support/wall-ms.ts";

const isProvisional = (calendar: Calendar, start: string, hours: number): boolean =>
  valueOf(dueAt(compile(calendar), wallMs(start), hours * 60, [])).provisional;
const official = officialCalendar();

test.each([
  ["inside a known year", "2026-06-01 08:00", 8, false],
  ["over a new year between known years", "2025-12-31 16:00", 8, false],
  ["to the last working minute before the week that the next notice can touch", "2026-12-24 08:00", 8, false],
  ["into the last week of December, which the next notice can touch", "2026-12-24 17:00", 8, true],
  ["into a year without a notice", "2026-11-30 17:00", 400, true],
  ["wholly in a year without a notice", "2031-06-02 08:00", 8, true],
  ["before the first notice that the product knows", "2006-06-05 08:00", 8, true],
  ["from before it into known time", "2006-12-29 16:00", 8, true],
])("%s: 预估 or not", (_name, start, hours, expected) => {
  expect(isProvisional(official, start, hours)).toBe(expected);
});

test("round the clock nothing is provisional", () => {
  expect(isProvisional({ ...official, always: true }, "2031-06-02 08:00", 8)).toBe(false);
});

test("a calendar that does not follow the notices waits for none", () => {
  const { official: _, ...own } = official;
  expect(isProvisional(own, "2031-06-02 08:00", 8)).toBe(false);
});

test("a day that the hospital decided itself needs no notice", () => {
  const decided: Calendar = { ...official, work: { "2031-06-02": "mon" } };
  expect(isProvisional(decided, "2031-06-02 08:00", 4)).toBe(false);
  expect(isProvisional(decided, "2031-06-02 08:00", 9)).toBe(true);
});

test("the hospital's word comes before the official one", () => {
  const own: Calendar = { ...official, work: { "2026-10-01": null }, off: ["2026-10-10"] };
  const due = (start: string) => valueOf(dueAt(compile(own), wallMs(start), 60, [])).dueMs;
  expect(due("2026-10-01 08:00")).toBe(wallMs("2026-10-01 09:00"));
  expect(due("2026-10-10 08:00")).toBe(wallMs("2026-10-12 09:00"));
});
