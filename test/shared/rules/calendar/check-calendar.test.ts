import { expect, test } from "vitest";
import { checkCalendar, checkCalendarToStore } from "../../../../shared/rules/calendar/check-calendar.ts";

const monday = (...windows: unknown[]) => ({ always: false, windows: { mon: windows }, off: [], work: {} });

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
});
