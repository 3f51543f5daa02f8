import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dateOfDayNumber } from "../../../shared/lib/dates.ts";
import { parseWallText } from "../../../shared/lib/wall-text.ts";

const TODAY = "2026-11-22";

function shown(text: string): string {
  const read = parseWallText(text, TODAY);
  if (!read.ok) return read.failure.kind;
  const { date, time } = read.value;
  const two = (n: number): string => String(n).padStart(2, "0");
  const clock = time && `${two(time.hour)}:${two(time.minute)}:${two(time.second)}.${time.ms}`;
  return [date, clock?.replace(".0", "").replace(/:00$/, "")].filter((part) => part).join(" ");
}

describe("what a clerk types for a day or a time", () => {
  it.each([
    ["2026-1-4", "2026-01-04"],
    ["2026/1/4 8:05", "2026-01-04 08:05"],
    ["2026.1.4", "2026-01-04"],
    ["20260104", "2026-01-04"],
    ["20260104 0830", "2026-01-04 08:30"],
    ["20260104083015", "2026-01-04 08:30:15"],
    ["29/2/2016 01:16", "2016-02-29 01:16"],
    ["2/29/2016", "2016-02-29"],
    ["3/3/2016", "2016-03-03"],
    ["2026年1月4日", "2026-01-04"],
    ["2026年1月4日（星期日）下午3点半", "2026-01-04 15:30"],
    ["二〇二六年一月四日", "2026-01-04"],
    ["二零二六年十二月三十一日 上午八点一刻", "2026-12-31 08:15"],
    ["２０２６－０１－０４　０８：３０", "2026-01-04 08:30"],
    ["２０２６年１月４日", "2026-01-04"],
    ["2026-01-04T08:30:00.250", "2026-01-04 08:30:00.250"],
    ["2026-01-04T00:30:00Z", "2026-01-04 08:30"],
    ["2026-01-04 08:30:00+08:00", "2026-01-04 08:30"],
    ["4 Jan 2026 8:30", "2026-01-04 08:30"],
    ["Jan 4, 2026", "2026-01-04"],
    ["1月4日", "2027-01-04"],
    ["11月20号 9时", "2026-11-20 09:00"],
    ["11/20", "2026-11-20"],
    ["11-20 8：30", "2026-11-20 08:30"],
    ["今天", "2026-11-22"],
    ["昨天下午3点半", "2026-11-21 15:30"],
    ["昨晚8点", "2026-11-21 20:00"],
    ["前天 8:30", "2026-11-20 08:30"],
    ["明天", "2026-11-23"],
    ["8：30", "08:30"],
    ["8点半", "08:30"],
    ["上午8:30", "08:30"],
    ["下午3:05", "15:05"],
    ["3:05 PM", "15:05"],
    ["12:05 am", "00:05"],
    ["中午12点", "12:00"],
    ["夜里2点", "02:00"],
    ["晚上8点10分", "20:10"],
    ["2026-01-04 24:00", "2026-01-05"],
    ["2026-01-04 晚上12点", "2026-01-05"],
  ])("reads %s", (text, expected) => {
    expect(
      shown(text)
        .replace(/ 00:00$/, "")
        .replace(/ 00$/, ""),
    ).toBe(expected);
  });

  it.each([
    ["2026-02-29", "noSuchDate"],
    ["2026-13-01", "noSuchDate"],
    ["31/4/2026", "noSuchDate"],
    ["2月30日", "noSuchDate"],
    ["4/1/2026", "ambiguousDate"],
    ["9/7/02", "twoDigitYear"],
    ["26年1月4日", "twoDigitYear"],
    ["25:00", "unreadable"],
    ["8:60", "unreadable"],
    ["2026-01-04 25:00", "unreadable"],
    ["上午14:30", "unreadable"],
    ["HIS", "unreadable"],
    ["", "unreadable"],
    ["2026", "unreadable"],
    ["2026年1月", "unreadable"],
    ["3,87,16,91,111", "unreadable"],
    ["-5", "unreadable"],
    ["192.168.1.1", "unreadable"],
  ])("does not guess %s", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it("reads every day in every written form", () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 40_000 }), (days) => {
        const date = dateOfDayNumber(days);
        const [year = "", month = "", day = ""] = date.split("-");
        const bare = `${Number(month)}`;
        for (const text of [
          date,
          `${year}/${bare}/${Number(day)}`,
          `${year}.${month}.${day}`,
          `${year}年${bare}月${Number(day)}日`,
          `${year}${month}${day}`,
        ]) {
          if (text.length === 8 && !/^(19|20)/.test(text)) continue;
          expect(shown(text)).toBe(date);
        }
      }),
    );
  });

  it("takes a day without a year for the nearest one", () => {
    const read = parseWallText("12月30日", "2027-01-02");
    expect(read).toEqual({ ok: true, value: { date: addDays("2027-01-02", -3) } });
  });

  it("never throws on any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
        parseWallText(text, TODAY);
      }),
    );
  });
});
