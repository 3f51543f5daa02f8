import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dayNumber, weekday } from "../../../../shared/lib/dates.ts";
import { startOfDay } from "../../../../shared/lib/instants.ts";
import { checkCalendarToStore } from "../../../../shared/rules/calendar/check-calendar.ts";
import { compile } from "../../../../shared/rules/calendar/compile.ts";
import { publishedNotices } from "../../../../shared/rules/calendar/holidays/published.ts";
import {
  noticesInForce,
  officialCalendar,
  officialDays,
} from "../../../../shared/rules/calendar/official.ts";
import type { Stored } from "../../../../shared/records/index.ts";
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
  ["2007-02-17", 8, "a Saturday before the Spring Festival of 2007 worked"],
  ["2015-09-03", 0, "the day seventy years after the war, by a notice of its own"],
  ["2015-09-06", 8, "the Sunday worked for it"],
  ["2019-05-02", 0, "off by the second notice of 2019"],
  ["2019-05-05", 8, "worked by the second notice of 2019"],
  ["2020-01-31", 0, "off since the Spring Festival of 2020 was made longer"],
])("%s has %i working hours: %s", (date, hours) => {
  expect(hoursOn(date)).toBe(hours);
});

test("no date is off in one notice and worked in another, and the years have no gap", () => {
  const { off, work, years } = officialDays();
  expect(off.filter((date) => Object.hasOwn(work, date))).toEqual([]);
  expect(new Set(off).size).toBe(off.length);
  expect(years).toEqual(Array.from({ length: 20 }, (_, i) => 2007 + i));
});

test("every notice has its number, and its days are in order and of its year", () => {
  for (const { year, number, holidays } of publishedNotices) {
    expect(number).toMatch(/^国办发明电〔\d{4}〕\d+号/);
    for (const { off, work } of holidays) {
      expect(off[0] <= off[1]).toBe(true);
      for (const date of [...off, ...work]) {
        expect(date >= `${year - 1}-12-15` && date <= `${year}-12-31`).toBe(true);
      }
    }
  }
});

test("make-up days are Saturdays and Sundays, but for the Monday on which the long holiday of 2020 was over", () => {
  const onWeekdays = Object.keys(officialDays().work).filter(
    (date) => !["sat", "sun"].includes(weekday(date)),
  );
  expect(onWeekdays).toEqual(["2020-02-03"]);
});

test("the days are those of the published lists", () => {
  const { off, work, years } = officialDays();
  const published = { off: [] as string[], work: [] as string[] };
  const compared = years.filter((year) => year >= 2020);
  for (const year of compared) {
    const file = sharedData(`holidays/${year}.json`);
    if (file === undefined) return;
    const list = JSON.parse(readFileSync(file, "utf8")) as { days: { date: string; isOffDay: boolean }[] };
    for (const { date, isOffDay } of list.days) published[isOffDay ? "off" : "work"].push(date);
  }
  expect(off.filter((date) => date >= "2020").sort()).toEqual(published.off.sort());
  expect(
    Object.keys(work)
      .filter((date) => date >= "2020")
      .sort(),
  ).toEqual(published.work.sort());
});

const typedIn = (id: string, year: number, from: string, work: string): Stored<"holidayNotice"> => ({
  type: "holidayNotice",
  id,
  data: { year, number: "国办发明电〔2026〕1号", holidays: [{ name: "元旦", from, work }] },
});

test("a notice typed in makes its year known and says which days are off", () => {
  const days = officialDays([typedIn("a", 2027, "2027-01-01", "2026-12-27")]);
  expect(days.years).toContain(2027);
  expect(days.off).toContain("2027-01-01");
  expect(Object.hasOwn(days.work, "2026-12-27")).toBe(true);
  expect(days.off).toContain("2026-10-01");
});

test("a notice typed in stands for the product's list of its year, wholly", () => {
  const days = officialDays([typedIn("a", 2026, "2026-01-01", "2026-01-04")]);
  expect(days.off.filter((date) => date.startsWith("2026"))).toEqual(["2026-01-01"]);
  expect(days.off).toContain("2025-10-01");
});

test("where two years' notices name one day, the later year's word holds", () => {
  const days = officialDays([
    typedIn("a", 2027, "2027-12-31", ""),
    {
      ...typedIn("b", 2028, "2028-01-03", ""),
      data: { year: 2028, number: "x", holidays: [{ from: "2028-01-01" }] },
    },
  ]);
  expect(days.off).toContain("2027-12-31");
  const both = officialDays([
    typedIn("a", 2027, "2027-12-25", ""),
    typedIn("b", 2028, "2028-01-01", "2027-12-25"),
  ]);
  expect([both.off.includes("2027-12-25"), Object.hasOwn(both.work, "2027-12-25")]).toEqual([false, true]);
});

test("of two notices of one year the one with the later id counts, whichever way they were read", () => {
  const [a, b] = [typedIn("AAAAAA-1", 2027, "1月1日", ""), typedIn("BBBBBB-1", 2027, "1月4日", "")];
  expect(noticesInForce([a, b])).toEqual(noticesInForce([b, a]));
  expect(officialDays([b, a]).off.filter((date) => date.startsWith("2027"))).toEqual(["2027-01-04"]);
});

test("a notice that cannot be read changes nothing", () => {
  expect(officialDays([typedIn("a", 2027, "过年", "")])).toEqual(officialDays());
});

test("one array of notices has one answer, so that it is compiled once", () => {
  const notices = [typedIn("a", 2027, "2027-01-01", "")];
  expect(officialDays(notices)).toBe(officialDays(notices));
  expect(officialCalendar(notices)).toBe(officialCalendar(notices));
  expect(officialCalendar([])).toBe(officialCalendar());
});
