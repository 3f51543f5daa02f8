import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../../../shared/rules/calendar/compile.ts";
import { officialCalendar } from "../../../../shared/rules/calendar/official.ts";
import { dueAt } from "../../../../shared/rules/clocks/due.ts";
import { elapsedMs } from "../../../../shared/rules/clocks/elapsed.ts";
import { mergePauses } from "../../../../shared/rules/clocks/pauses.ts";
import { segments } from "../../../../shared/rules/clocks/segments.ts";
import { countMinutes, dueByCounting, kindOfMinute } from "../../../support/brute-force-clock.ts";
import { valueOf } from "../../../support/value-of.ts";
import { arbCalendar, arbMinute, arbPauses, opens } from "./arbitrary.ts";

const MINUTE_MS = 60_000;
const DAYS_MS = 86_400_000;

test("the due time is the one that counting minute by minute finds", () => {
  fc.assert(
    fc.property(
      arbCalendar,
      arbMinute,
      fc.integer({ min: 1, max: 6000 }),
      arbPauses,
      (calendar, start, target, pauses) => {
        const due = valueOf(dueAt(compile(calendar), start, target, pauses));
        const giveUpMs = due.dueMs === null ? start + 10 * DAYS_MS : due.dueMs + MINUTE_MS;
        expect(due.dueMs).toBe(dueByCounting(calendar, start, target, pauses, giveUpMs));
        expect(due.dueMs === null).toBe(!opens(calendar));
      },
    ),
    { numRuns: 150 },
  );
});

test("the time used is what counting minute by minute finds", () => {
  fc.assert(
    fc.property(arbCalendar, arbMinute, arbMinute, arbPauses, (calendar, a, b, pauses) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const counted = countMinutes(calendar, from, to, pauses) * MINUTE_MS;
      expect(valueOf(elapsedMs(compile(calendar), from, to, pauses))).toBe(counted);
    }),
    { numRuns: 60 },
  );
});

test("every minute is explained by exactly one segment, and rightly", () => {
  fc.assert(
    fc.property(arbCalendar, arbMinute, fc.nat(15 * 1440), arbPauses, (calendar, from, minutes, pauses) => {
      const to = from + minutes * MINUTE_MS;
      const list = [...segments(compile(calendar), from, to, valueOf(mergePauses(pauses)))];
      let at = from;
      for (const [i, segment] of list.entries()) {
        expect(segment.fromMs).toBe(at);
        expect(segment.toMs).toBeGreaterThan(at);
        expect(segment.kind).not.toBe(list[i - 1]?.kind);
        for (; at < segment.toMs; at += MINUTE_MS) {
          if (kindOfMinute(calendar, at, pauses) !== segment.kind) {
            expect([new Date(at).toISOString(), segment.kind]).toEqual([
              new Date(at).toISOString(),
              kindOfMinute(calendar, at, pauses),
            ]);
          }
        }
      }
      expect(at).toBe(to);
    }),
    { numRuns: 100 },
  );
});

test("the official calendar counts as counting does, in any year", () => {
  const calendar = officialCalendar();
  const fromDay = Math.floor(Date.UTC(1992, 0, 2) / DAYS_MS);
  const arbStart = fc
    .tuple(
      fc.oneof(
        fc.integer({ min: fromDay, max: fromDay + 365 * 100 }),
        fc.integer({ min: 18_200, max: 20_900 }),
      ),
      fc.nat(1439),
    )
    .map(([day, minute]) => day * DAYS_MS + minute * MINUTE_MS);
  fc.assert(
    fc.property(arbStart, fc.integer({ min: 1, max: 3000 }), (start, target) => {
      const due = valueOf(dueAt(compile(calendar), start, target, []));
      expect(due.dueMs).toBe(dueByCounting(calendar, start, target, [], start + 60 * DAYS_MS));
    }),
    { numRuns: 100 },
  );
});
