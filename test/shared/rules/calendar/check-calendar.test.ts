import { expect, test } from "vitest";
import { checkCalendar, checkCalendarToStore } from "../../../../shared/rules/calendar/check-calendar.ts";

const monday = (...windows: unknown[]) => ({ always: false, windows: { mon: windows }, off: [], work: {} });

const season = (from: string, to: string, ...windows: unknown[]) => ({ from, to, windows: { mon: windows } });
const seasons = (...list: unknown[]) => ({ ...monday(["08:00", "12:00"]), seasons: list });

test.each([
  ["no calendar at all", undefined, "notACalendar"],
  ["a text", "5x8", "notACalendar"],
  ["an empty object", {}, "notACalendar"],
  ["a weekday that is misspelt", { windows: { monday: [["08:00", "12:00"]] } }, "notACalendar"],
  ["a window of three times", monday(["08:00", "12:00", "14:00"]), "notACalendar"],
  ["a word nobody knows", { ...monday(), holidays: [] }, "notACalendar"],
  ["a work day that replaces no weekday", { ...monday(), work: { "2026-10-10": "Mon" } }, "notACalendar"],
  ["a time without its zero", monday(["8:00", "12:00"]), "badTime"],
  ["a sixty-first minute", monday(["08:60", "12:00"]), "badTime"],
  ["a window that runs past midnight", monday(["22:00", "24:01"]), "windowPastMidnight"],
  ["a window that begins at 24:00", monday(["24:00", "24:00"]), "windowPastMidnight"],
  ["a window that ends before it starts", monday(["18:00", "08:00"]), "windowEndsBeforeStart"],
  ["a window of no length", monday(["08:00", "08:00"]), "windowEndsBeforeStart"],
  ["overlapping windows", monday(["12:00", "14:00"], ["08:00", "12:01"]), "windowsOverlap"],
  ["a window told twice", monday(["08:00", "12:00"], ["08:00", "12:00"]), "windowsOverlap"],
  ["a 29 February that never was", { ...monday(), off: ["2026-02-29"] }, "badDate"],
  ["a year of two digits", { ...monday(), off: ["0026-01-04"] }, "badDate"],
  ["a work day that is no date", { ...monday(), work: { "2026-1-4": null } }, "badDate"],
  [
    "a day both off and worked",
    { ...monday(), off: ["2026-01-04"], work: { "2026-01-04": null } },
    "dateBothOffAndWork",
  ],
  ["a season that is a word", seasons("summer"), "notACalendar"],
  ["a season from 31 June", seasons(season("06-31", "09-30")), "badMonthDay"],
  ["a season of one year", seasons(season("2026-06-01", "09-30")), "badMonthDay"],
  ["a season without its zero", seasons(season("6-1", "9-30")), "badMonthDay"],
  ["two seasons on one day", seasons(season("06-01", "09-30"), season("09-30", "10-31")), "seasonsOverlap"],
  [
    "two seasons over New Year",
    seasons(season("11-01", "02-28"), season("01-31", "03-31")),
    "seasonsOverlap",
  ],
  [
    "a season's window past midnight",
    seasons(season("06-01", "09-30", ["18:00", "25:00"])),
    "windowPastMidnight",
  ],
  ["a season's window backwards", seasons(season("06-01", "09-30", ["18:00", "8:00"])), "badTime"],
  [
    "a season's end before start",
    seasons(season("06-01", "09-30", ["18:00", "08:00"])),
    "windowEndsBeforeStart",
  ],
  [
    "a season's windows overlapping",
    seasons(season("06-01", "09-30", ["08:00", "12:00"], ["11:59", "13:00"])),
    "windowsOverlap",
  ],
  [
    "an official day that is no date",
    { ...monday(), official: { off: ["2026-13-01"], work: {}, years: [2026] } },
    "badDate",
  ],
])("%s is refused", (_name, calendar, kind) => {
  expect(checkCalendar(calendar)).toMatchObject({ ok: false, failure: { kind } });
});

test("a refusal says which window is meant", () => {
  const refused = checkCalendar(monday(["12:00", "14:00"], ["08:00", "12:01"]));
  expect(refused).toEqual({
    ok: false,
    failure: { kind: "windowsOverlap", weekday: "mon", detail: "mon 08:00-12:01 and 12:00-14:00" },
  });
});

test("a refusal says which season is meant, and the first day that two have", () => {
  expect(checkCalendar(seasons(season("06-01", "09-30", ["18:00", "08:00"])))).toMatchObject({
    failure: { weekday: "mon", season: "06-01~09-30" },
  });
  expect(checkCalendar(seasons(season("11-01", "02-28"), season("01-31", "03-31")))).toMatchObject({
    failure: { detail: "01-31" },
  });
});

test("seasons may touch and reach over New Year", () => {
  const list = seasons(season("11-01", "02-29"), season("03-01", "05-31"), season("06-01", "10-31"));
  expect(checkCalendar(list).ok).toBe(true);
});

test("windows may touch, reach midnight and stand in any order", () => {
  expect(checkCalendar(monday(["12:00", "24:00"], ["00:00", "12:00"])).ok).toBe(true);
});

test("7×24 ignores the rest of the calendar", () => {
  expect(checkCalendar({ always: true }).ok).toBe(true);
  expect(checkCalendarToStore({ always: true, windows: { mon: [["18:00", "08:00"]] } }).ok).toBe(true);
});

test("a calendar that never opens can be asked, but is not stored", () => {
  const never = { ...monday(), work: { "2026-10-10": "mon" } };
  expect(checkCalendar(never).ok).toBe(true);
  expect(checkCalendarToStore(never)).toMatchObject({ ok: false, failure: { kind: "neverOpens" } });
  expect(checkCalendarToStore(monday(["08:00", "12:00"])).ok).toBe(true);
  const closedAllYear = { ...monday(["08:00", "12:00"]), seasons: [season("01-01", "12-31")] };
  expect(checkCalendarToStore(closedAllYear)).toMatchObject({ failure: { kind: "neverOpens" } });
  const closedButOneDay = { ...monday(["08:00", "12:00"]), seasons: [season("03-01", "02-28")] };
  expect(checkCalendarToStore(closedButOneDay).ok).toBe(true);
});
