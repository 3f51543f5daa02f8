import fc from "fast-check";
import { expect, test } from "vitest";
import type { Calendar, Windows } from "../../../../shared/rules/calendar/calendar.ts";
import { compile } from "../../../../shared/rules/calendar/compile.ts";
import { windowsOn } from "../../../../shared/rules/calendar/seasons.ts";
import { dueAt } from "../../../../shared/rules/clocks/due.ts";
import { elapsedMs } from "../../../../shared/rules/clocks/elapsed.ts";
import { countMinutes, dueByCounting } from "../../../support/brute-force-clock.ts";
import { valueOf } from "../../../support/value-of.ts";
import { wallMs } from "../../../support/wall-ms.ts";

const DAY_MS = 86_400_000;
const everyWorkday = (...windows: [string, string][]): Windows =>
  Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, windows]));

/** Seven and a half hours in summer, seven in winter, eight between. */
const seasonal: Calendar = {
  always: false,
  windows: everyWorkday(["08:00", "12:00"], ["14:00", "18:00"]),
  seasons: [
    { from: "06-01", to: "09-30", windows: everyWorkday(["08:00", "12:00"], ["15:00", "18:30"]) },
    { from: "12-01", to: "02-29", windows: everyWorkday(["08:30", "12:00"], ["14:00", "17:30"]) },
  ],
  off: [],
  work: { "2026-06-06": null, "2026-06-07": "fri" },
};

const due = (start: string, hours: number, calendar: Calendar = seasonal): number | null =>
  valueOf(dueAt(compile(calendar), wallMs(start), hours * 60, [])).dueMs;
test.each([
  ["in spring hours", "2026-05-29 08:00", 8, "2026-05-29 18:00"],
  ["from the last spring day into the first summer day", "2026-05-29 14:00", 8, "2026-06-01 12:00"],
  ["through a summer afternoon", "2026-06-01 14:00", 3.5, "2026-06-01 18:30"],
  ["on a Saturday worked in summer, like its Monday", "2026-06-06 14:00", 3.5, "2026-06-06 18:30"],
  ["on a Sunday that has Friday's hours, in summer hours", "2026-06-07 08:00", 7.5, "2026-06-07 18:30"],
  ["over New Year in winter", "2026-12-31 16:30", 2, "2027-01-01 09:30"],
  ["to the end of February without a 29th", "2027-02-26 16:30", 2, "2027-03-01 09:00"],
  ["on a 29 February", "2028-02-29 08:00", 7, "2028-02-29 17:30"],
])("a clock counts %s", (_name, start, target, expected) => {
  expect(due(start, target)).toBe(wallMs(expected));
});

test("a season may begin on 29 February: without one in the year, on 1 March", () => {
  const march: Calendar = {
    ...seasonal,
    seasons: [{ from: "02-29", to: "03-31", windows: everyWorkday(["09:00", "10:00"]) }],
  };
  expect(due("2028-02-29 00:00", 1, march)).toBe(wallMs("2028-02-29 10:00"));
  expect(due("2027-03-01 00:00", 1, march)).toBe(wallMs("2027-03-01 10:00"));
  expect(due("2027-02-26 17:00", 2, march)).toBe(wallMs("2027-03-01 10:00"));
});

test("where summer time made a day shorter, its season's hours are the wall's", () => {
  // In the summer of 1988 clocks showed UTC+9: eight o'clock was an hour earlier.
  const compiled = compile(seasonal);
  const at = (day: number, hour: number) => Date.UTC(1988, 4, day, hour - 9);
  const count = (from: number, to: number) => valueOf(elapsedMs(compiled, from, to, [])) / 3_600_000;
  expect([count(at(31, 0), at(32, 0)), count(at(32, 0), at(33, 0))]).toEqual([8, 7.5]);
  expect(count(at(32, 8), at(32, 18))).toBe(7);
  expect(valueOf(dueAt(compiled, at(31, 17), 8.5 * 60, [])).dueMs).toBe(at(32, 18) + 1_800_000);
});

test("the windows in force are told for a date", () => {
  expect(windowsOn(seasonal, "2026-06-01").mon?.[1]).toEqual(["15:00", "18:30"]);
  expect(windowsOn(seasonal, "2026-10-01").mon?.[1]).toEqual(["14:00", "18:00"]);
  expect(windowsOn(seasonal, "2027-01-15").mon?.[1]).toEqual(["14:00", "17:30"]);
});

test("a summer in which nobody comes is waited out", () => {
  const school: Calendar = { ...seasonal, work: {}, seasons: [{ from: "07-01", to: "08-31", windows: {} }] };
  expect(due("2026-06-30 17:00", 2, school)).toBe(wallMs("2026-09-01 09:00"));
  const only: Calendar = {
    ...school,
    windows: {},
    seasons: [{ from: "07-01", to: "08-31", windows: everyWorkday(["08:00", "09:00"]) }],
  };
  expect(due("2026-01-05 08:00", 2, only)).toBe(wallMs("2026-07-02 09:00"));
  const never: Calendar = { ...school, seasons: [{ from: "01-01", to: "12-31", windows: {} }] };
  expect(valueOf(dueAt(compile(never), wallMs("2026-01-05 08:00"), 60, []))).toMatchObject({
    because: "neverOpens",
  });
});

test("seasons count as counting minute by minute does, in any year of any century", () => {
  const arbStart = fc
    .tuple(fc.integer({ min: 8036, max: 8036 + 365 * 1000 }), fc.nat(1439))
    .map(([day, minute]) => day * DAY_MS + minute * 60_000);
  fc.assert(
    fc.property(arbStart, fc.integer({ min: 1, max: 1500 }), fc.nat(12 * 1440), (start, target, minutes) => {
      const compiled = compile(seasonal);
      const found = valueOf(dueAt(compiled, start, target, [])).dueMs;
      expect(found).toBe(dueByCounting(seasonal, start, target, [], start + 30 * DAY_MS));
      const until = start + minutes * 60_000;
      const counted = countMinutes(seasonal, start, until, []) * 60_000;
      expect(valueOf(elapsedMs(compiled, start, until, []))).toBe(counted);
    }),
    { numRuns: 30 },
  );
});

test("four hundred years are as long as four hundred years: the seasons repeat, weekdays and all", () => {
  const cycle = 146_097 * DAY_MS;
  const start = wallMs("2026-03-02 08:00");
  const compiled = compile({ ...seasonal, work: {} });
  const one = valueOf(elapsedMs(compiled, start, start + cycle, []));
  expect(valueOf(elapsedMs(compiled, start, start + 5 * cycle, []))).toBe(5 * one);
  expect(valueOf(dueAt(compiled, start, one / 60_000, [])).dueMs).toBeGreaterThan(start + cycle - 4 * DAY_MS);
  expect(valueOf(elapsedMs(compiled, start, start + cycle + DAY_MS / 2, []))).toBe(one + 8 * 3_600_000);
});
