import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countedDays } from "../../../shared/forms/counted-days.ts";
import type { CountedStretch } from "../../../shared/forms/verdict-detail.ts";

const at = (wall: string): number => Date.parse(`${wall}:00+08:00`);
const counted = (from: string, to: string): CountedStretch => ({
  fromMs: at(from),
  toMs: at(to),
  kind: "counted",
});
const told = (...segments: readonly CountedStretch[]): readonly string[] =>
  countedDays(segments).map(({ days, windows, countedMs }) => `${days}|${windows}|${countedMs / 60_000}`);

describe("counted time, day by day", () => {
  test("a day's windows stand on one line", () => {
    expect(
      told(counted("2026-11-23T10:00", "2026-11-23T12:00"), counted("2026-11-23T14:00", "2026-11-23T18:00")),
    ).toEqual(["2026年11月23日|10:00–12:00、14:00–18:00|360"]);
  });

  test("a stretch over midnight is told to 24:00 and from 00:00", () => {
    expect(told(counted("2026-12-31T23:30", "2027-01-01T00:30"))).toEqual([
      "2026年12月31日|23:30–24:00|30",
      "2027年1月1日|00:00–00:30|30",
    ]);
  });

  test("a stretch that ends at midnight does not begin another day", () => {
    expect(told(counted("2026-11-23T22:00", "2026-11-24T00:00"))).toEqual(["2026年11月23日|22:00–24:00|120"]);
  });

  test("whole days between are one line, ten years of them as well", () => {
    expect(told(counted("2026-11-20T16:00", "2026-11-24T08:00"))).toEqual([
      "2026年11月20日|16:00–24:00|480",
      "2026年11月21日\n至2026年11月23日|00:00–24:00，共 3 天|4320",
      "2026年11月24日|00:00–08:00|480",
    ]);
    expect(told(counted("2016-01-01T08:00", "2026-01-01T08:00"))).toHaveLength(3);
  });

  test("neighbouring days with the same hours are one line, a weekend parts them", () => {
    const week = ["19", "20", "23"].map((day) => counted(`2026-11-${day}T08:00`, `2026-11-${day}T12:00`));
    expect(told(...week)).toEqual([
      "2026年11月19日\n至2026年11月20日|08:00–12:00，共 2 天|480",
      "2026年11月23日|08:00–12:00|240",
    ]);
  });

  test("a day in shreds names six stretches and how many there are", () => {
    const shreds = Array.from({ length: 9 }, (_, i) => counted(`2026-11-23T0${i}:00`, `2026-11-23T0${i}:30`));
    expect(told(...shreds)[0]).toMatch(/05:00–05:30 等 9 段\|270$/);
  });

  test("what did not count, is empty or runs backwards is not told", () => {
    expect(
      told(
        { ...counted("2026-11-23T10:00", "2026-11-23T12:00"), kind: "paused" },
        counted("2026-11-23T12:00", "2026-11-23T12:00"),
        counted("2026-11-23T13:00", "2026-11-23T12:00"),
      ),
    ).toEqual([]);
    expect(told()).toEqual([]);
  });

  test("a long story has at most 18 lines, and no minute of it is lost", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3000), fc.nat(6000)), { maxLength: 300 }), (gaps) => {
        let time = at("2026-01-01T00:00");
        const segments = gaps.map(([gap, length]) => {
          const fromMs = time + gap * 60_000;
          time = fromMs + length * 60_000;
          return { fromMs, toMs: time, kind: "counted" as const };
        });
        const lines = countedDays(segments);
        const all = segments.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
        expect(lines.reduce((sum, { countedMs }) => sum + countedMs, 0)).toBe(all);
        expect(lines.length).toBeLessThanOrEqual(18);
      }),
    );
  });
});
