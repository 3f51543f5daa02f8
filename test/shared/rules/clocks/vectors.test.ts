import { expect, test } from "vitest";
import { formatWall } from "../../../../shared/lib/instants.ts";
import type { Calendar } from "../../../../shared/rules/calendar/calendar.ts";
import { compile } from "../../../../shared/rules/calendar/compile.ts";
import { officialCalendar } from "../../../../shared/rules/calendar/official.ts";
import { dueAt } from "../../../../shared/rules/clocks/due.ts";
import { elapsedMs } from "../../../../shared/rules/clocks/elapsed.ts";
import { valueOf } from "../../../support/value-of.ts";
import { wallMs } from "../../../support/wall-ms.ts";

const workHours = officialCalendar();
const always: Calendar = { always: true, windows: {}, off: [], work: {} };
/** 5×8 with the holidays but without 调休: what a calendar that knows no make-up days would say. */
const noMakeUpDays: Calendar = {
  ...workHours,
  official: { off: workHours.official?.off ?? [], work: {}, years: [2026] },
};

/** The vectors of the clocks specification §4: case, calendar, hours, start, pauses, due. */
const VECTORS: readonly [string, Calendar, number, string, [string, string][], string][] = [
  [
    "V1 four hours round the clock before National Day",
    always,
    4,
    "2026-09-30 16:00",
    [],
    "2026-09-30 20:00",
  ],
  ["V2 four working hours before National Day", workHours, 4, "2026-09-30 16:00", [], "2026-10-08 10:00"],
  ["V3 24 working hours over a worked Saturday", workHours, 24, "2026-10-09 15:00", [], "2026-10-13 15:00"],
  ["V3 without 调休", noMakeUpDays, 24, "2026-10-09 15:00", [], "2026-10-14 15:00"],
  ["V4 reported on a Saturday, worked on Sunday", workHours, 4, "2026-09-19 10:00", [], "2026-09-20 12:00"],
  ["V4 without 调休", noMakeUpDays, 4, "2026-09-19 10:00", [], "2026-09-21 12:00"],
  [
    "V5 paused over a weekend",
    workHours,
    8,
    "2026-11-20 16:00",
    [["2026-11-20 17:00", "2026-11-23 10:00"]],
    "2026-11-24 09:00",
  ],
  ["V5 not paused", workHours, 8, "2026-11-20 16:00", [], "2026-11-23 16:00"],
  ["V6 over lunch", workHours, 1, "2026-11-23 11:30", [], "2026-11-23 14:30"],
  ["V7 a worked Saturday before Spring Festival", workHours, 4, "2026-02-13 17:00", [], "2026-02-14 11:00"],
  ["V7 without 调休, ten days later", noMakeUpDays, 4, "2026-02-13 17:00", [], "2026-02-24 11:00"],
  [
    "V8 paused twice in a day",
    workHours,
    8,
    "2026-11-23 08:00",
    [
      ["2026-11-23 09:00", "2026-11-23 11:00"],
      ["2026-11-23 15:00", "2026-11-23 16:00"],
    ],
    "2026-11-24 11:00",
  ],
  ["V10 reported on Friday evening", workHours, 1, "2026-11-20 20:00", [], "2026-11-23 09:00"],
];

test.each(VECTORS)("%s", (_name, calendar, hours, start, pauses, expected) => {
  const asMs = pauses.map(([from, to]) => ({ fromMs: wallMs(from), toMs: wallMs(to) }));
  const due = valueOf(dueAt(compile(calendar), wallMs(start), hours * 60, asMs));
  expect(due.dueMs === null ? null : formatWall(due.dueMs)).toBe(expected);
  expect(due.provisional).toBe(false);
});

test("V9 the second half of February 2026 has 56 working hours", () => {
  const elapsed = elapsedMs(compile(workHours), wallMs("2026-02-13 00:00"), wallMs("2026-03-01 00:00"), []);
  expect(valueOf(elapsed)).toBe(56 * 3_600_000);
});
