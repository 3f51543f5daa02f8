import { expect, test } from "vitest";
import { formatOffset } from "../../../../shared/lib/instants.ts";
import type { Calendar } from "../../../../shared/rules/calendar/calendar.ts";
import { compile } from "../../../../shared/rules/calendar/compile.ts";
import { officialCalendar } from "../../../../shared/rules/calendar/official.ts";
import { dueAt } from "../../../../shared/rules/clocks/due.ts";
import { elapsedMs } from "../../../../shared/rules/clocks/elapsed.ts";
import { valueOf } from "../../../support/value-of.ts";
import { wallMs } from "../../../support/wall-ms.ts";

const workHours = compile(officialCalendar());
const start = wallMs("2026-11-23 08:00");

test("a calendar that never opens says at once that it cannot reach the target", () => {
  const never: Calendar = { always: false, windows: { mon: [] }, off: [], work: { "2026-11-24": "mon" } };
  const due = valueOf(dueAt(compile(never), start, 1, []));
  expect(due).toEqual({ dueMs: null, because: "neverOpens", provisional: false });
});

test("a clock that stands in a pause without an end has no due time yet", () => {
  const open = { fromMs: wallMs("2026-11-23 09:00"), toMs: null };
  const due = valueOf(dueAt(workHours, start, 120, [open]));
  expect(due).toEqual({ dueMs: null, because: "paused", provisional: false });
  expect(valueOf(dueAt(workHours, start, 60, [open])).dueMs).toBe(wallMs("2026-11-23 09:00"));
  expect(valueOf(elapsedMs(workHours, start, wallMs("2027-01-01 00:00"), [open]))).toBe(3_600_000);
});

test("a target that no date of four digits can hold is beyond", () => {
  for (const target of [1e10, 1e300, Number.POSITIVE_INFINITY]) {
    expect(valueOf(dueAt(workHours, start, target, []))).toMatchObject({ dueMs: null, because: "beyond" });
  }
});

test("seconds of a report count: one hour from 11:30:15.250 is over at 14:30:15.250", () => {
  const due = valueOf(dueAt(workHours, wallMs("2026-11-23 11:30") + 15_250, 60, []));
  expect(due.dueMs).toBe(wallMs("2026-11-23 14:30") + 15_250);
});

test("a pause before the report or in closed time changes nothing", () => {
  const pauses = [
    { fromMs: wallMs("2026-11-22 08:00"), toMs: start },
    { fromMs: wallMs("2026-11-23 12:00"), toMs: wallMs("2026-11-23 14:00") },
  ];
  expect(valueOf(dueAt(workHours, start, 480, pauses)).dueMs).toBe(wallMs("2026-11-23 18:00"));
});

test.each([
  ["a target below zero", start, -1, [], "badTarget"],
  ["a target that is no number", start, Number.NaN, [], "badTarget"],
  ["a start that is no instant", Number.NaN, 60, [], "badInstant"],
  ["a start beyond all calendars", 1e18, 60, [], "badInstant"],
  [
    "a pause that ends before it starts",
    start,
    60,
    [{ fromMs: start + 1, toMs: start }],
    "pauseEndsBeforeStart",
  ],
  ["a pause that is no instant", start, 60, [{ fromMs: Number.NaN, toMs: null }], "badInstant"],
  ["a pause that ends nowhere", start, 60, [{ fromMs: start, toMs: Number.NaN }], "badInstant"],
])("%s is refused", (_name, startMs, target, pauses, kind) => {
  expect(dueAt(workHours, startMs, target, pauses)).toMatchObject({ ok: false, failure: { kind } });
});

test("a stop before the start is refused", () => {
  const refused = elapsedMs(workHours, start, start - 1, []);
  expect(refused).toMatchObject({ ok: false, failure: { kind: "stopBeforeStart" } });
});

test("ten years of working time are found as surely as a day", () => {
  const week = 5 * 8 * 60;
  const plain: Calendar = { ...officialCalendar() };
  const { official: _, ...without } = plain;
  const due = valueOf(dueAt(compile(without), start, 522 * week, []));
  expect(due.dueMs).toBe(start + 522 * 7 * 86_400_000 - (86_400_000 * 2 + 14 * 3_600_000));
});

test.each([
  ["into summer time", "1988-04-16T17:00+08:00", 240, "1988-04-18T12:00:00+09:00"],
  ["within summer time", "1988-07-01T17:30+09:00", 60, "1988-07-04T08:30:00+09:00"],
  ["out of summer time", "1988-09-09T17:30+09:00", 60, "1988-09-12T08:30:00+08:00"],
  ["past all summers", "1991-09-13T17:30+09:00", 480 * 261, "1992-09-14T17:30:00+08:00"],
])("working hours follow the wall %s", (_name, from, target, expected) => {
  const { official: _, ...without } = officialCalendar();
  const due = valueOf(dueAt(compile(without), Date.parse(from), target, []));
  expect(formatOffset(due.dueMs ?? 0)).toBe(expected);
});

test("a night that summer time shortened or lengthened has 23 or 25 hours", () => {
  const nights: Calendar = { always: false, windows: { sun: [["00:00", "24:00"]] }, off: [], work: {} };
  const sunday = (from: string, to: string) =>
    valueOf(elapsedMs(compile(nights), Date.parse(from), Date.parse(to), [])) / 3_600_000;
  expect(sunday("1988-04-16T12:00+08:00", "1988-04-18T12:00+09:00")).toBe(23);
  expect(sunday("1988-09-10T12:00+09:00", "1988-09-12T12:00+08:00")).toBe(25);
});
