import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textOf } from "../../../shared/import/cell-text-of.ts";
import { serialFormat, serialOfWall, wallOfSerial } from "../../../shared/import/serial.ts";
import type { Cell, DateReading } from "../../../shared/import/types.ts";
import { DateOrderTally } from "../../../shared/import/values/date-order.ts";
import { instantOfMoment, readMoment } from "../../../shared/import/values/moments.ts";
import { isMissing, readCode, readFen, readFlag, readInteger } from "../../../shared/import/values/words.ts";
import { dateOfDayNumber } from "../../../shared/lib/dates.ts";
import { SEVERITIES } from "../../../shared/records/severities.ts";

const BOTH = { date: true, time: true };
const DATE = { date: true, time: false };

describe("Excel's numbers for days", () => {
  it.each([
    [1, false, "1900-01-01"],
    [59, false, "1900-02-28"],
    [61, false, "1900-03-01"],
    [11_111, false, "1930-06-02"],
    [42_512, false, "2016-05-22"],
    [1, true, "1904-01-02"],
    [11_111, true, "1934-06-03"],
  ])("reads %d (1904: %s) as %s", (serial, date1904, expected) => {
    const wall = wallOfSerial(serial, date1904, DATE);
    expect(wall && textOf(wall)).toBe(expected);
  });

  it("knows no 29 February 1900, nothing before day zero, nothing after the year 9999", () => {
    for (const serial of [60, -1, 2_958_466, Number.NaN])
      expect(wallOfSerial(serial, false, DATE)).toBeNull();
  });

  it("rounds the last digits of a double to the minute that was typed", () => {
    expect(textOf(wallOfSerial(43_524.475_752_314_8, false, BOTH))).toBe("2019-02-28 11:25:05");
    expect(textOf(wallOfSerial(42_000.999_999_999_9, false, BOTH))).toBe("2014-12-28 00:00");
    expect(textOf(wallOfSerial(0.354_166_666_67, false, { date: false, time: true }))).toBe("08:30");
  });

  it.each([
    ["yyyy/mm/dd\\ ", true, false],
    ["m/d", true, false],
    ['[$-804]yyyy"年"m"月"d"日";@', true, false],
    ["yyyy-mm-dd hh:mm:ss", true, true],
    ["h:mm AM/PM", false, true],
    ["mm:ss", false, true],
    ["[h]:mm", false, false],
    ["General", false, false],
    ["0.00", false, false],
    ['#,##0.00"元"', false, false],
    ["[Red]0", false, false],
    ["@", false, false],
  ])("sees what the format %s shows", (format, date, time) => {
    expect(serialFormat(format)).toEqual({ date, time });
  });

  it("leads back from every minute since March 1900 to that minute", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -25_508, max: 60_000 }),
        fc.integer({ min: 0, max: 86_399_999 }),
        (day, ms) => {
          const serial = serialOfWall(day, ms);
          expect(serial).not.toBeNull();
          expect(wallOfSerial(serial ?? 0, false, BOTH)).toEqual({ kind: "wall", day, ms });
        },
      ),
    );
  });
});

describe("the order of day and month in a column", () => {
  it.each<[Cell[], Partial<DateReading>]>([
    [["29/2/2016 01:16", "1/3/2016 09:52"], { order: "dmy", evidence: 1, ambiguous: false }],
    [["2/29/2016", "3/1/2016", "4/25/2016"], { order: "mdy", evidence: 2, ambiguous: false }],
    [["1/4/2016", "2/5/2016"], { order: "dmy", evidence: 0, ambiguous: true }],
    [["3/3/2016", "4/4/2016"], { order: "ymd", evidence: 0, ambiguous: false }],
    [["2016-01-04", "2016/2/5"], { order: "ymd", evidence: 2, ambiguous: false }],
    [
      ["8/07/2002", "9/7/02", "22/02/2006"],
      { order: "dmy", evidence: 1, ambiguous: false, years: [2002, 2006] },
    ],
    [["", null, "?"], { order: "ymd", evidence: 0, ambiguous: false }],
  ])("decides %j", (cells, expected) => {
    const tally = new DateOrderTally();
    for (const cell of cells) tally.see(cell);
    expect(tally.reading()).toMatchObject(expected);
  });
});

describe("a cell of a column of dates", () => {
  const dmy: DateReading = { order: "dmy", evidence: 1, ambiguous: false };

  function read(cell: Cell, reading: DateReading = dmy, date1904 = false): string {
    const moment = readMoment(cell, reading, date1904);
    if (!moment.ok) return moment.failure;
    const { day, ms } = moment.value;
    return textOf({ kind: "wall", day, ms });
  }

  it.each<[Cell, string]>([
    ["29/2/2016 01:16", "2016-02-29 01:16"],
    ["4/1/2016", "2016-01-04"],
    ["2026年1月4日 上午8:30", "2026-01-04 08:30"],
    ["2026/1/4 8:05", "2026-01-04 08:05"],
    [20_190_327, "2019-03-27"],
    ["20190327", "2019-03-27"],
    [42_512, "2016-05-22"],
    ["42512", "2016-05-22"],
    [0.5, "12:00"],
    ["8:30", "08:30"],
    ["2026-01-04 24:00", "2026-01-05 00:00"],
    ["30/2/2016", "badDate"],
    ["0202-01-04", "badDate"],
    ["未解决", "badDate"],
    [7, "badDate"],
    [true, "badDate"],
    ["10/1", "yearMissing"],
    ["1月4日", "yearMissing"],
    ["9/7/02", "twoDigitYear"],
    ["今天", "badDate"],
  ])("reads %j as %s", (cell, expected) => {
    expect(read(cell)).toBe(expected);
  });

  it("reads a year of two figures only beside years written in full", () => {
    expect(read("9/7/02", { ...dmy, years: [2001, 2006] })).toBe("2002-07-09");
    expect(read("9/7/88", { ...dmy, years: [2001, 2006] })).toBe("twoDigitYear");
  });

  it("turns the order round when the user says so", () => {
    expect(read("4/1/2016", { ...dmy, order: "mdy" })).toBe("2016-04-01");
  });

  it("counts bare numbers from 1904 in a workbook that does", () => {
    expect(read(41_050, dmy, true)).toBe(read(42_512));
  });

  it("puts Shanghai's wall into UTC, summer time included", () => {
    expect(instantOfMoment({ day: 16_860, ms: 4_560_000 })).toBe("2016-02-28T17:16:00.000Z");
    expect(instantOfMoment({ day: 7_000, ms: 0 })).toBe("1989-03-01T16:00:00.000Z");
    expect(instantOfMoment({ day: 7_100, ms: 0 })).toBe("1989-06-09T15:00:00.000Z");
  });

  it("reads back every day however it is written", () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 40_000 }), (day) => {
        const [year = "", month = "", date = ""] = dateOfDayNumber(day).split("-");
        const written = [
          `${year}-${month}-${date}`,
          `${Number(date)}/${Number(month)}/${year}`,
          `${year}年${Number(month)}月${Number(date)}日`,
        ];
        for (const text of written) expect(read(text)).toBe(`${year}-${month}-${date}`);
      }),
    );
  });
});

describe("words and figures in cells", () => {
  it.each([
    ["12345.60", 1_234_560],
    ["￥1,234.5", 123_450],
    ["０.２９", 29],
    ["3.5万元", 3_500_000],
    ["120元整", 12_000],
    ["-5", -500],
    ["1.005", null],
    ["1e5", null],
    ["面议", null],
  ])("reads the amount %s", (text, expected) => {
    expect(readFen(text)).toBe(expected);
  });

  it("reads amounts under a heading in ten thousand yuan", () => {
    expect(readFen("12.3456", 10_000)).toBe(12_345_600);
  });

  it.each([
    ["1,200", 1200],
    ["30天", 30],
    ["12.0", 12],
    ["-7", -7],
    ["3.5", null],
    ["3,87,16", null],
    ["三", null],
  ])("reads the whole number %s", (text, expected) => {
    expect(readInteger(text)).toBe(expected);
  });

  it.each([
    ["是", true],
    ["√", true],
    ["TRUE", true],
    ["否", false],
    ["×", false],
    ["０", false],
    ["或许", null],
  ])("reads the flag %s", (text, expected) => {
    expect(readFlag(text)).toBe(expected);
  });

  it.each([
    ["紧急", "urgent"],
    ["Critical", "critical"],
    ["3 - Moderate", "normal"],
    ["３", "normal"],
    ["P 1", "critical"],
    ["Removed", null],
  ])("reads the severity %s", (text, expected) => {
    expect(readCode(SEVERITIES, text)).toBe(expected);
  });

  it("takes ?, NA and / for nothing, and 无故障 for words", () => {
    expect(["?", "NA", "/", "#", "-", "null", ""].every(isMissing)).toBe(true);
    expect(["无", "0", "无故障"].some(isMissing)).toBe(false);
  });

  it("prints ids with all their digits", () => {
    expect(textOf(110_101_199_003_070_000)).toBe("110101199003070000");
    expect(textOf(1.5e21)).toBe("1500000000000000000000");
    expect(textOf(188_006)).toBe("188006");
    expect(textOf(0.000_000_1)).toBe("0.0000001");
  });
});
