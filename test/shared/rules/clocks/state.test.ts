import { expect, test } from "vitest";
import { compile } from "../../../../shared/rules/calendar/compile.ts";
import { officialCalendar } from "../../../../shared/rules/calendar/official.ts";
import { clockState } from "../../../../shared/rules/clocks/state.ts";
import { valueOf } from "../../../support/value-of.ts";
import { wallMs } from "../../../support/wall-ms.ts";

const HOUR_MS = 3_600_000;
const calendar = compile(officialCalendar());
const fourHours = { startMs: wallMs("2026-11-20 16:00"), targetMinutes: 240, pauses: [], stopMs: null };
const stateAt = (stop: string | null, now: string) =>
  valueOf(clockState(calendar, { ...fourHours, stopMs: stop === null ? null : wallMs(stop) }, wallMs(now)));

test("a running clock says what is used and what is left", () => {
  expect(stateAt(null, "2026-11-23 09:00")).toMatchObject({
    due: { dueMs: wallMs("2026-11-23 10:00") },
    elapsedMs: 3 * HOUR_MS,
    remainingMs: HOUR_MS,
    overrunMs: 0,
    verdict: "running",
  });
});

test("exactly at target is met, a millisecond later is a breach", () => {
  expect(stateAt("2026-11-23 10:00", "2026-11-30 10:00").verdict).toBe("met");
  const late = { ...fourHours, stopMs: wallMs("2026-11-23 10:00") + 1 };
  expect(valueOf(clockState(calendar, late, 0))).toMatchObject({ verdict: "breached", overrunMs: 1 });
});

test("a clock that runs over its target is breached while it runs, and counts the overrun in working time", () => {
  expect(stateAt(null, "2026-11-24 09:00")).toMatchObject({
    verdict: "breached",
    remainingMs: 0,
    overrunMs: 7 * HOUR_MS,
  });
});

test("what happens in closed time right after the due time has used no more than the target", () => {
  const untilEvening = { ...fourHours, targetMinutes: 120, stopMs: wallMs("2026-11-21 10:00") };
  expect(valueOf(clockState(calendar, untilEvening, 0))).toMatchObject({ verdict: "met", overrunMs: 0 });
});

test("the reasons reach from the start to the due time, or to the stop when that came later", () => {
  const early = [...stateAt("2026-11-20 17:00", "2026-11-30 10:00").segments()];
  expect([early[0]?.fromMs, early.at(-1)?.toMs]).toEqual([fourHours.startMs, wallMs("2026-11-23 10:00")]);
  const late = [...stateAt(null, "2026-11-24 19:00").segments()];
  expect(late.at(-1)).toEqual({
    fromMs: wallMs("2026-11-24 18:00"),
    toMs: wallMs("2026-11-24 19:00"),
    kind: "closed",
  });
});

test("a holiday and a pause are told apart", () => {
  const clock = {
    startMs: wallMs("2026-09-30 16:00"),
    targetMinutes: 240,
    pauses: [{ fromMs: wallMs("2026-09-30 17:00"), toMs: wallMs("2026-10-08 09:00") }],
    stopMs: null,
  };
  const state = valueOf(clockState(calendar, clock, clock.startMs));
  expect([...state.segments()].map((segment) => segment.kind)).toEqual([
    "counted",
    "paused",
    "closed",
    "holiday",
    "closed",
    "paused",
    "counted",
  ]);
});

test("a desk whose clock is behind has used nothing yet", () => {
  expect(stateAt(null, "2026-11-19 10:00")).toMatchObject({ elapsedMs: 0, verdict: "running" });
});

test("a stop before the start and a bad target are refused", () => {
  const stopped = clockState(calendar, { ...fourHours, stopMs: fourHours.startMs - 1 }, 0);
  expect(stopped).toMatchObject({ ok: false, failure: { kind: "stopBeforeStart" } });
  const aimless = clockState(calendar, { ...fourHours, targetMinutes: Number.NaN }, 0);
  expect(aimless).toMatchObject({ ok: false, failure: { kind: "badTarget" } });
});

test("time counted into a year without a notice is provisional, though the due time is not", () => {
  expect(stateAt(null, "2026-11-27 10:00").provisional).toBe(false);
  const state = stateAt(null, "2027-01-04 10:00");
  expect([state.due.provisional, state.provisional]).toEqual([false, true]);
});
