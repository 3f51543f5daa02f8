import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import {
  dateOf,
  epochMs,
  epochMsOfWall,
  formatOffset,
  formatWall,
  instant,
  startOfDay,
  wallOf,
} from "../../../shared/lib/instants.ts";
import { dayNumber } from "../../../shared/lib/dates.ts";

// The judge is Temporal with the time zone data of the platform.
const ZONE = "Asia/Shanghai";
const zoned = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(ZONE);

const SUMMERS = { min: Date.UTC(1986, 0, 1), max: Date.UTC(1992, 0, 1) };
const arbMs = fc.oneof(fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }), fc.integer(SUMMERS));

test("the wall in Shanghai shows what the time zone data says, through the summers of 1986 to 1991", () => {
  fc.assert(
    fc.property(arbMs, (ms) => {
      const { year, month, day, hour, minute, second } = zoned(ms);
      expect(wallOf(ms)).toEqual({ year, month, day, hour, minute, second });
      expect(dateOf(ms)).toBe(zoned(ms).toPlainDate().toString());
      const fractionalSecondDigits = ms % 1000 === 0 ? 0 : 3;
      expect(formatOffset(ms)).toBe(zoned(ms).toString({ timeZoneName: "never", fractionalSecondDigits }));
      expect(formatWall(ms)).toBe(
        zoned(ms).toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " "),
      );
    }),
    { numRuns: 1000 },
  );
});

test("a time on the wall is the instant that the time zone data gives, where the wall showed it once", () => {
  fc.assert(
    fc.property(arbMs, (ms) => {
      const wall = wallOf(ms);
      const plain = Temporal.PlainDateTime.from(wall);
      const earlier = plain.toZonedDateTime(ZONE, { disambiguation: "earlier" }).epochMilliseconds;
      expect(epochMsOfWall(wall)).toBe(earlier);
    }),
    { numRuns: 1000 },
  );
});

test("both changes of every summer are to the hour", () => {
  for (let ms = SUMMERS.min; ms < SUMMERS.max; ms += 3_600_000) {
    expect(wallOf(ms).hour).toBe(zoned(ms).hour);
  }
});

test("a day begins at its midnight, also where summer time moves it", () => {
  for (let day = dayNumber("1986-01-01"); day < dayNumber("1992-01-01"); day++) {
    const midnight = Temporal.PlainDate.from("1970-01-01").add({ days: day }).toZonedDateTime(ZONE);
    expect(startOfDay(day)).toBe(midnight.epochMilliseconds);
  }
});

test("an instant survives being written down, and text without an offset is none", () => {
  fc.assert(
    fc.property(arbMs, (ms) => {
      expect(epochMs(instant(ms))).toBe(ms);
    }),
  );
  expect(epochMs("2026-01-04T08:30+08:00")).toBe(Date.UTC(2026, 0, 4, 0, 30));
  for (const text of ["2026-01-04T08:30", "2026-01-04", "", "now"]) {
    expect(() => epochMs(text)).toThrow(RangeError);
  }
});
