import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { dateOfDayNumber, dayNumber, WEEKDAYS, type Weekday } from "../../shared/lib/dates.ts";
import { formatOffset } from "../../shared/lib/instants.ts";
import type { Calendar } from "../../shared/rules/calendar/calendar.ts";
import { arbCalendar, arbMinute, arbPauses } from "../shared/rules/clocks/arbitrary.ts";

const CASES = 3000;
const DAYS = 260;
const DAY_MINUTES = 1440;
const MINUTE_MS = 60_000;
/** Random starts lie in the sixty days from here on. */
const FIRST = dayNumber("2026-01-05");
const FIRST_MS = FIRST * DAY_MINUTES * MINUTE_MS - 8 * 60 * MINUTE_MS;

interface Case {
  readonly calendar: Calendar;
  readonly startMs: number;
  readonly untilMs: number;
  readonly targetMinutes: number;
  readonly pauses: readonly { readonly fromMs: number; readonly toMs: number }[];
}

const arbCase: fc.Arbitrary<Case> = fc
  .record({
    calendar: arbCalendar.map(({ always, windows, off, work }) => ({ always, windows, off, work })),
    startMs: arbMinute,
    spanMinutes: fc.integer({ min: 0, max: 40_000 }),
    targetMinutes: fc.integer({ min: 1, max: 9000 }),
    pauses: arbPauses,
  })
  .map(({ spanMinutes, ...rest }) => ({ ...rest, untilMs: rest.startMs + spanMinutes * MINUTE_MS }));

test(`the terminal agrees with a count minute by minute on ${CASES} random calendars, starts, pauses and spans`, () => {
  const cases = fc.sample(arbCase, { numRuns: CASES, seed: 20261122 });
  const input = cases.map((one) => JSON.stringify(asked(one))).join("\n");
  const main = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));
  const ran = spawnSync(process.execPath, [main, "clock"], { input, encoding: "utf8", maxBuffer: 2 ** 30 });
  expect([ran.status, ran.stderr]).toEqual([0, ""]);
  const answers = ran.stdout.trimEnd().split("\n");
  expect(answers).toHaveLength(CASES);
  let reached = 0;
  for (const [at, one] of cases.entries()) {
    const { dueAt, elapsedMinutes } = JSON.parse(answers[at] ?? "") as {
      readonly dueAt: string | null;
      readonly elapsedMinutes: number;
    };
    const open = openMinutes(one);
    const [start, until] = [minuteOf(one.startMs), minuteOf(one.untilMs)];
    expect(elapsedMinutes).toBe(countIn(open, start, until));
    const due = dueIn(open, start, one.targetMinutes);
    if (due !== undefined) {
      reached += 1;
      expect(dueAt).toBe(formatOffset(FIRST_MS + due * MINUTE_MS));
    } else if (dueAt !== null) {
      // Later than the days that were counted out.
      expect(Date.parse(dueAt)).toBeGreaterThan(FIRST_MS + DAYS * DAY_MINUTES * MINUTE_MS);
    }
  }
  expect(reached).toBeGreaterThan(CASES / 2);
});

function asked({ calendar, startMs, untilMs, targetMinutes, pauses }: Case): object {
  return {
    calendar,
    startAt: formatOffset(startMs),
    targetMinutes,
    pauses: pauses.map(({ fromMs, toMs }) => [formatOffset(fromMs), formatOffset(toMs)]),
    until: formatOffset(untilMs),
  };
}

function minuteOf(ms: number): number {
  return Math.round((ms - FIRST_MS) / MINUTE_MS);
}

/** 1 for each minute that counts, told day by day from the plain calendar and nothing of the product's own counting. */
function openMinutes({ calendar, pauses }: Case): Uint8Array {
  const open = new Uint8Array(DAYS * DAY_MINUTES);
  for (let day = 0; day < DAYS; day++) {
    const base = day * DAY_MINUTES;
    if (calendar.always) {
      open.fill(1, base, base + DAY_MINUTES);
      continue;
    }
    const weekday = templateOf(calendar, day);
    for (const [from, to] of weekday === undefined ? [] : (calendar.windows[weekday] ?? [])) {
      open.fill(1, base + minutes(from), base + minutes(to));
    }
  }
  for (const { fromMs, toMs } of pauses) {
    open.fill(0, Math.max(0, minuteOf(fromMs)), Math.max(0, minuteOf(toMs)));
  }
  return open;
}

function templateOf({ windows, off, work }: Calendar, day: number): Weekday | undefined {
  const date = dateOfDayNumber(FIRST + day);
  // The fifth of January 2026 was a Monday.
  const own = WEEKDAYS[day % 7] ?? "mon";
  if (off.includes(date)) return undefined;
  if (!Object.hasOwn(work, date)) return own;
  return work[date] ?? ((windows[own] ?? []).length > 0 ? own : "mon");
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function countIn(open: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) count += open[at] ?? 0;
  return count;
}

function dueIn(open: Uint8Array, from: number, target: number): number | undefined {
  let left = target;
  for (let at = from; at < open.length; at++) {
    left -= open[at] ?? 0;
    if (left === 0) return at + 1;
  }
  return undefined;
}
