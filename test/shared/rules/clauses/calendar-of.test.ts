import { describe, expect, it } from "vitest";
import { officialDays } from "../../../../shared/rules/calendar/official.ts";
import { calendarOf } from "../../../../shared/rules/clauses/calendar-of.ts";
import { calendarRecord } from "./fixtures.ts";

const summer = (from: string, to: string, windows: string) => ({
  mon: "08:00-12:00",
  seasons: [{ name: "夏季", from, to, windows }],
});

describe("a calendar as people keep it", () => {
  it.each([
    [
      "08:00-12:00 14:00-18:00",
      [
        ["08:00", "12:00"],
        ["14:00", "18:00"],
      ],
    ],
    [
      "８：００－１２：００，１４：００～１８：００",
      [
        ["08:00", "12:00"],
        ["14:00", "18:00"],
      ],
    ],
    ["8:30 - 17:00", [["08:30", "17:00"]]],
    ["8:30至17:00", [["08:30", "17:00"]]],
    ["0:00—24:00", [["00:00", "24:00"]]],
  ])("reads the windows %s", (mon, windows) => {
    const calendar = calendarOf(calendarRecord({ mon }).data);
    expect(calendar.ok && calendar.value.windows.mon).toEqual(windows);
  });

  it.each([
    [{ mon: "上午" }, "badWindowText"],
    [{ mon: "08:00-12:00", tue: "8点到12点" }, "badWindowText"],
    [{ mon: "12:00-08:00" }, "windowEndsBeforeStart"],
    [{ mon: "08:00-12:00 11:00-13:00" }, "windowsOverlap"],
    [{ sun: "休息" }, "neverOpens"],
    [{ mon: "08:00-12:00", overrides: [{ day: "过年", kind: "休息" }] }, "badOverride"],
    [{ mon: "08:00-12:00", overrides: [{ day: "2026-01-04", kind: "?" }] }, "badOverride"],
    [
      {
        mon: "08:00-12:00",
        overrides: [
          { day: "2026-05-12", kind: "休息" },
          { day: "2026-5-12", kind: "上班" },
        ],
      },
      "dateBothOffAndWork",
    ],
    [{ mon: "22:00-24:30" }, "windowPastMidnight"],
    [{ mon: "22:00-06:00" }, "windowEndsBeforeStart"],
    [summer("夏天", "9-30", "08:00-12:00"), "badSeason"],
    [summer("2026-6-1", "9-30", "08:00-12:00"), "badSeason"],
    [summer("6-1", "", "08:00-12:00"), "badSeason"],
    [summer("6-1", "9-30", ""), "badSeason"],
    [summer("6-1", "9-30", "八点到十二点"), "badSeason"],
    [summer("6-1", "9-31", "08:00-12:00"), "badMonthDay"],
    [summer("6-1", "9-30", "08:00-12:00 11:00-13:00"), "windowsOverlap"],
    [summer("6-1", "9-30", "15:00-26:00"), "windowPastMidnight"],
    [summer("6-1", "9-30", "15:00-8:00"), "windowEndsBeforeStart"],
    [summer("1-1", "12-31", "休息"), "neverOpens"],
  ])("names what is wrong with %j", (data, kind) => {
    const calendar = calendarOf(calendarRecord(data).data);
    expect(!calendar.ok && calendar.failure.kind).toBe(kind);
  });

  it("takes the hospital's own days off and days worked", () => {
    const overrides = [
      { day: "2026-5-12", kind: "休息", note: "护士节" },
      { day: "2026年5月16日", kind: "上班" },
    ];
    const calendar = calendarOf(calendarRecord({ mon: "08:00-12:00", overrides }).data);
    expect(calendar.ok && [calendar.value.off, calendar.value.work]).toEqual([
      ["2026-05-12"],
      { "2026-05-16": null },
    ]);
  });

  it("gives one object for one record, so that it is compiled once", () => {
    const record = calendarRecord({ mon: "08:00-12:00" }).data;
    expect(calendarOf(record)).toBe(calendarOf(record));
  });

  it.each([
    ["6-1", "9-30"],
    ["06-01", "09-30"],
    ["６月１日", "9月30日"],
    ["6/1", "9.30"],
  ])("takes a season from %s to %s", (from, to) => {
    const windows = "08:00-12:00 15:00-18:30";
    const calendar = calendarOf(
      calendarRecord({ mon: "08:00-12:00 14:00-18:00", seasons: [{ from, to, windows }, {}] }).data,
    );
    const hours = [
      ["08:00", "12:00"],
      ["15:00", "18:30"],
    ];
    expect(calendar.ok && calendar.value.seasons).toMatchObject([
      { from: "06-01", to: "09-30", windows: { mon: hours } },
    ]);
  });

  it("gives a season's hours to workdays, and leaves half a Saturday and a closed Sunday as they are", () => {
    const day = "08:00-12:00 14:00-18:00";
    const calendar = calendarOf(
      calendarRecord({
        ...{ mon: day, tue: day, wed: day, thu: day, fri: "08:00-12:00 14:00-17:00", sat: "08:00-11:30" },
        seasons: [{ from: "6-1", to: "9-30", windows: "09:00-15:00" }],
      }).data,
    );
    const all = [["09:00", "15:00"]];
    expect(calendar.ok && calendar.value.seasons?.[0]?.windows).toEqual({
      ...{ mon: all, tue: all, wed: all, thu: all, fri: all, sat: [["08:00", "11:30"]], sun: [] },
    });
  });

  it("gives a Saturday worked as any other day the season's hours too", () => {
    const seasons = [{ from: "6-1", to: "9-30", windows: "09:00-15:00" }];
    const calendar = calendarOf(calendarRecord({ mon: "08:00-12:00", sat: "08:00-12:00", seasons }).data);
    expect(calendar.ok && calendar.value.seasons?.[0]?.windows.sat).toEqual([["09:00", "15:00"]]);
  });

  it("gives make-up workdays the hours of the weekday that was chosen, and other days their own", () => {
    const record = calendarRecord({
      ...{ mon: "08:00-12:00", fri: "08:00-11:00", sat: "09:00-10:00", makeUpDay: "fri" },
      overrides: [{ day: "2026-05-16", kind: "上班" }],
    });
    const calendar = calendarOf(record.data);
    expect(calendar.ok && calendar.value.official?.work).toMatchObject({
      "2026-10-10": "fri",
      "2020-02-03": null,
    });
    expect(calendar.ok && calendar.value.work).toEqual({ "2026-05-16": null });
    const unchosen = calendarOf(calendarRecord({ mon: "08:00-12:00" }).data);
    expect(unchosen.ok && unchosen.value.official?.work["2026-10-10"]).toBeNull();
  });

  it("follows the notices it is given", () => {
    const data = { year: 2027, number: "1号", holidays: [{ from: "2027-01-01", work: "2027-01-03" }] };
    const official = officialDays([{ type: "holidayNotice", id: "n", data }]);
    const record = calendarRecord({ mon: "08:00-12:00" }).data;
    const calendar = calendarOf(record, official);
    expect(calendar.ok && calendar.value.official?.years).toContain(2027);
    expect(calendarOf(record, official)).toBe(calendar);
    expect(calendarOf(record)).not.toBe(calendar);
  });
});
