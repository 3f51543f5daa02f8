import fc from "fast-check";
import { expect, test } from "vitest";
import type { Calendar } from "../../../../shared/rules/calendar/calendar.ts";
import { compile } from "../../../../shared/rules/calendar/compile.ts";
import { dueAt } from "../../../../shared/rules/clocks/due.ts";
import { elapsedMs } from "../../../../shared/rules/clocks/elapsed.ts";
import { mergePauses, type Pause } from "../../../../shared/rules/clocks/pauses.ts";
import { segments } from "../../../../shared/rules/clocks/segments.ts";
import { valueOf } from "../../../support/value-of.ts";
import { arbCalendar, arbMs, arbPauses, opens } from "./arbitrary.ts";

// Laws that hold to the millisecond, on calendars of every make.
const arbOpenCalendar = arbCalendar.filter(opens);
const arbTarget = fc.integer({ min: 1, max: 20_000_000 }).map((ms) => ms / 60_000);

const due = (calendar: Calendar, start: number, target: number, pauses: readonly Pause[]): number =>
  valueOf(dueAt(compile(calendar), start, target, pauses)).dueMs ?? Number.NaN;
const elapsed = (calendar: Calendar, from: number, to: number, pauses: readonly Pause[]): number =>
  valueOf(elapsedMs(compile(calendar), from, to, pauses));

test("at the due time exactly the target has been used, and a millisecond before it less", () => {
  fc.assert(
    fc.property(arbOpenCalendar, arbMs, arbTarget, arbPauses, (calendar, start, target, pauses) => {
      const at = due(calendar, start, target, pauses);
      const targetMs = Math.round(target * 60_000);
      expect(elapsed(calendar, start, at, pauses)).toBe(targetMs);
      expect(elapsed(calendar, start, at - 1, pauses)).toBe(targetMs - 1);
    }),
  );
});

test("time used up to noon and from noon on adds up", () => {
  fc.assert(
    fc.property(arbCalendar, fc.tuple(arbMs, arbMs, arbMs), arbPauses, (calendar, instants, pauses) => {
      const [a, b, c] = [...instants].sort((x, y) => x - y) as [number, number, number];
      const parts = elapsed(calendar, a, b, pauses) + elapsed(calendar, b, c, pauses);
      expect(elapsed(calendar, a, c, pauses)).toBe(parts);
      expect(parts).toBeGreaterThanOrEqual(0);
      expect(parts).toBeLessThanOrEqual(c - a);
    }),
  );
});

test("a longer target, a later start or another pause never makes a clause fall due sooner", () => {
  fc.assert(
    fc.property(
      arbOpenCalendar,
      arbMs,
      fc.nat(5_000_000),
      arbTarget,
      arbPauses,
      (calendar, start, laterMs, target, pauses) => {
        const at = due(calendar, start, target, pauses);
        expect(due(calendar, start + laterMs, target, pauses)).toBeGreaterThanOrEqual(at);
        expect(due(calendar, start, target + 17, pauses)).toBeGreaterThan(at);
        expect(at).toBeGreaterThanOrEqual(due(calendar, start, target, pauses.slice(1)));
      },
    ),
  );
});

test("a pause split, repeated or told in another order changes nothing", () => {
  fc.assert(
    fc.property(arbOpenCalendar, arbMs, arbTarget, arbPauses, (calendar, start, target, pauses) => {
      const split = pauses.flatMap(({ fromMs, toMs }) => {
        const middle = Math.floor((fromMs + toMs) / 2);
        return [
          { fromMs: middle, toMs },
          { fromMs, toMs: middle },
          { fromMs, toMs },
        ];
      });
      expect(due(calendar, start, target, split)).toBe(due(calendar, start, target, pauses));
    }),
  );
});

test("a due time lies at the end of counted time, never in closed or paused time", () => {
  fc.assert(
    fc.property(arbOpenCalendar, arbMs, arbTarget, arbPauses, (calendar, start, target, pauses) => {
      const at = due(calendar, start, target, pauses);
      const last = [...segments(compile(calendar), at - 1, at, valueOf(mergePauses(pauses)))];
      expect(last).toEqual([{ fromMs: at - 1, toMs: at, kind: "counted" }]);
    }),
  );
});

test("a target of nothing is due where the clock begins: at the first counted instant", () => {
  fc.assert(
    fc.property(arbOpenCalendar, arbMs, arbPauses, (calendar, start, pauses) => {
      const at = due(calendar, start, 0, pauses);
      const [here] = [...segments(compile(calendar), at, at + 1, valueOf(mergePauses(pauses)))];
      expect(here?.kind).toBe("counted");
      expect(at).toBeGreaterThanOrEqual(start);
      expect(elapsed(calendar, start, at, pauses)).toBe(0);
    }),
  );
});

test("round the clock, the time used is the time that passed without the pauses", () => {
  const always: Calendar = { always: true, windows: {}, off: ["2026-02-01"], work: {} };
  const tiled: Calendar = {
    always: false,
    windows: Object.fromEntries(
      ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [
        day,
        [["00:00", "12:00"] as const, ["12:00", "24:00"] as const],
      ]),
    ),
    off: [],
    work: {},
  };
  fc.assert(
    fc.property(arbMs, arbMs, arbTarget, arbPauses, (a, b, target, pauses) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      expect(elapsed(always, from, to, [])).toBe(to - from);
      expect(due(always, from, target, [])).toBe(from + Math.round(target * 60_000));
      expect(due(tiled, from, target, pauses)).toBe(due(always, from, target, pauses));
      expect(elapsed(tiled, from, to, pauses)).toBe(elapsed(always, from, to, pauses));
    }),
  );
});

test("many pauses cost no more than sorting them", () => {
  const pauses = Array.from({ length: 100_000 }, (_, i) => {
    const fromMs = 1_767_000_000_000 + ((i * 7_919) % 100_000) * 60_000;
    return { fromMs, toMs: fromMs + 30_000 };
  });
  const calendar: Calendar = { always: true, windows: {}, off: [], work: {} };
  expect(due(calendar, 1_767_000_000_000, 50_000, pauses)).toBe(1_767_000_000_000 + 100_000 * 60_000);
});
