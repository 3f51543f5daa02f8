import { describe, expect, it } from "vitest";
import { calendarOf } from "../../../../shared/rules/clauses/calendar-of.ts";
import { calendarRecord } from "./fixtures.ts";

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
});
