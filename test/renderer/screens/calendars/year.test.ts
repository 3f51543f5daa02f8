import { expect, test } from "vitest";
import { firstEntry, readRows } from "../../../../renderer/screens/calendars/notice-draft.ts";
import { publishedNotice, yearLines } from "../../../../renderer/screens/calendars/year-lines.ts";
import { marksOf, monthsOf } from "../../../../renderer/screens/calendars/year-months.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { publishedNotices } from "../../../../shared/rules/calendar/holidays/published.ts";
import { readNotice } from "../../../../shared/rules/calendar/read-notice.ts";

const typedIn = (id: string, year: number, from: string): Stored<"holidayNotice"> => ({
  type: "holidayNotice",
  id,
  data: { year, number: `${id}号`, holidays: [{ name: "元旦", from }] },
});

test("years run from the first notice to next year, the latest first", () => {
  const lines = yearLines([], 2026);
  expect([lines[0]?.year, lines.at(-1)?.year]).toEqual([2027, 2007]);
  expect(lines[0]).toMatchObject({ source: "unknown", daysOff: 0 });
  expect(lines[1]).toMatchObject({ source: "published", daysOff: 33, makeUpDays: 6 });
});

test("a year typed in says so, and further years appear with it", () => {
  const lines = yearLines([typedIn("a", 2027, "1月1日"), typedIn("b", 2029, "1月1日")], 2026);
  expect(lines.map(({ year, source }) => [year, source]).slice(0, 4)).toEqual([
    [2029, "typedIn"],
    [2028, "unknown"],
    [2027, "typedIn"],
    [2026, "published"],
  ]);
});

test("two notices of one year both show, and one that cannot be read says why", () => {
  const [line] = yearLines([typedIn("a", 2027, "1月1日"), typedIn("b", 2027, "过年")], 2026);
  expect(line).toMatchObject({ source: "typedIn", problem: { kind: "badDate" }, notice: { number: "a号" } });
  expect(line?.records.map(({ id }) => id)).toEqual(["b", "a"]);
});

test("a year that nobody meant does not make a list of thousands", () => {
  expect(yearLines([typedIn("a", 20_270, "1月1日")], 2026)).toHaveLength(21);
});

test("a month is laid out from Monday, with its marks and weekends", () => {
  const notice = publishedNotice(2026);
  const months = monthsOf(2026, notice, marksOf(publishedNotices));
  expect(months).toHaveLength(12);
  const october = months[9];
  expect(october?.weeks).toHaveLength(5);
  expect(october?.weeks[0]?.map((cell) => cell?.day)).toEqual([undefined, undefined, undefined, 1, 2, 3, 4]);
  expect(october?.weeks[0]?.[3]).toMatchObject({ date: "2026-10-01", mark: { kind: "off", name: "国庆节" } });
  expect(october?.weeks[1]?.[5]).toMatchObject({ day: 10, weekend: true, mark: { kind: "work" } });
  expect(october?.weeks[1]?.[3]).toMatchObject({ day: 8, weekend: false, mark: undefined });
});

test("December before is shown where the year's notice names days there, and next year's word on this December", () => {
  const marks = marksOf(publishedNotices);
  expect(monthsOf(2023, publishedNotice(2023), marks)[0]).toMatchObject({ year: 2022, month: 12 });
  const december = monthsOf(2022, publishedNotice(2022), marks)[11];
  expect(december?.weeks.at(-1)?.[5]).toMatchObject({ day: 31, mark: { kind: "off" } });
});

test("the form begins with what was typed, with the product's list, or with the usual holidays", () => {
  expect(firstEntry(2027, typedIn("a", 2027, "1月1日"), undefined)).toMatchObject({
    number: "a号",
    note: "",
  });
  expect(firstEntry(2030, undefined, undefined).holidays).toHaveLength(7);
  for (const notice of publishedNotices) {
    const holidays = notice.holidays.map((holiday) => ({
      ...holiday,
      // The Monday of 2020 that its list names is worked anyway.
      work: holiday.work.filter((date) => date !== "2020-02-03"),
    }));
    const read = readNotice(firstEntry(notice.year, undefined, notice));
    expect(read).toEqual({ ok: true, value: { ...notice, holidays } });
  }
});

test("each row is read by itself, so that the year shows what is right already, and says what is wrong with it", () => {
  const holidays = [
    { name: "元旦", from: "1月1日", to: "3日" },
    { name: "春节" },
    { name: "清明节", from: "清明" },
    { name: "劳动节", from: "5月1日", to: "5月5日", work: "5月2日" },
  ];
  const rows = readRows({ year: 2027, number: "", holidays, note: "" });
  expect(rows).toMatchObject([
    { holiday: { name: "元旦", off: ["2027-01-01", "2027-01-03"], work: [] } },
    { untouched: true },
    { failure: { kind: "badDate", row: 2 } },
    { failure: { kind: "workInsideHoliday", row: 3 } },
  ]);
  expect(readRows({ year: 27, number: "", holidays, note: "" })).toEqual(
    holidays.map(() => ({ untouched: true })),
  );
});
