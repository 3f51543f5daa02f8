import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dayNumber } from "../../../../shared/lib/dates.ts";
import { startOfDay } from "../../../../shared/lib/instants.ts";
import { checkCalendarToStore } from "../../../../shared/rules/calendar/check-calendar.ts";
import { compile } from "../../../../shared/rules/calendar/compile.ts";
import { officialCalendar, officialDays } from "../../../../shared/rules/calendar/official.ts";
import { elapsedMs } from "../../../../shared/rules/clocks/elapsed.ts";
import { sharedData } from "../../../support/shared-data.ts";
import { valueOf } from "../../../support/value-of.ts";

const hoursOn = (date: string): number => {
  const day = dayNumber(date);
  const calendar = compile(officialCalendar());
  return valueOf(elapsedMs(calendar, startOfDay(day), startOfDay(day + 1), [])) / 3_600_000;
};

test("the product's own calendar is sound", () => {
  expect(checkCalendarToStore(officialCalendar()).ok).toBe(true);
});

test.each([
  ["2026-01-02", 0, "a Friday off"],
  ["2026-01-04", 8, "a Sunday worked"],
  ["2026-10-10", 8, "a Saturday worked"],
  ["2026-10-11", 0, "an ordinary Sunday"],
  ["2026-11-23", 8, "an ordinary Monday"],
  ["2022-12-31", 0, "a day off that the next year's notice names"],
  ["2022-12-30", 8, "the Friday before it"],
])("%s has %i working hours: %s", (date, hours) => {
  expect(hoursOn(date)).toBe(hours);
});

test("no date is off in one notice and worked in another, and the years have no gap", () => {
  const { off, work, years } = officialDays();
  expect(off.filter((date) => Object.hasOwn(work, date))).toEqual([]);
  expect(new Set(off).size).toBe(off.length);
  expect(years).toEqual(years.map((_, i) => (years[0] ?? 0) + i));
});

test("the days are those of the published lists", () => {
  const { off, work, years } = officialDays();
  const published = { off: [] as string[], work: [] as string[] };
  for (const year of years) {
    const file = sharedData(`holidays/${year}.json`);
    if (file === undefined) return;
    const list = JSON.parse(readFileSync(file, "utf8")) as { days: { date: string; isOffDay: boolean }[] };
    for (const { date, isOffDay } of list.days) published[isOffDay ? "off" : "work"].push(date);
  }
  expect([...off].sort()).toEqual(published.off.sort());
  expect(Object.keys(work).sort()).toEqual(published.work.sort());
});
