import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  isDate,
  weekday,
  WEEKDAYS,
} from "../../../shared/lib/dates.ts";

const arbDate = fc
  .integer({ min: dayNumber("1900-01-01"), max: dayNumber("2200-12-31") })
  .map(dateOfDayNumber);

test("dates, their weekdays and the days between them are those of the calendar", () => {
  fc.assert(
    fc.property(arbDate, arbDate, fc.integer({ min: -9999, max: 9999 }), (a, b, days) => {
      const plain = Temporal.PlainDate.from(a);
      expect(weekday(a)).toBe(WEEKDAYS[plain.dayOfWeek - 1]);
      expect(addDays(a, days)).toBe(plain.add({ days }).toString());
      expect(daysBetween(a, b)).toBe(plain.until(b, { largestUnit: "days" }).days);
    }),
  );
});

test("only dates that exist are dates", () => {
  for (const text of ["2026-02-28", "2024-02-29", "2000-02-29"]) expect(isDate(text)).toBe(true);
  for (const text of ["2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-1-4", ""]) {
    expect(isDate(text)).toBe(false);
    expect(() => dayNumber(text)).toThrow(RangeError);
  }
});
