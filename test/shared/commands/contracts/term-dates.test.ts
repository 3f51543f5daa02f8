import { describe, expect, test } from "vitest";
import {
  lastDayOfTerm,
  monthsBetween,
  proposedNoticeDate,
} from "../../../../shared/commands/contracts/term-dates.ts";

describe("dates of a term", () => {
  test.each([
    ["2026-01-01", 12, "2026-12-31"],
    ["2026-03-15", 12, "2027-03-14"],
    ["2026-01-01", 36, "2028-12-31"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2026-01-31", 1, "2026-02-28"],
  ])("from %s, %i months end on %s", (start, months, end) => {
    expect(lastDayOfTerm(start, months)).toBe(end);
  });

  test("a year less a day is twelve months, half a year less a day six", () => {
    expect(monthsBetween("2026-01-01", "2026-12-31")).toBe(12);
    expect(monthsBetween("2026-01-01", "2026-06-30")).toBe(6);
    expect(monthsBetween("2026-01-01", "2026-01-01")).toBe(0);
  });

  test("the notice is proposed ninety days before the end", () => {
    expect(proposedNoticeDate("2026-12-31")).toBe("2026-10-02");
  });
});
