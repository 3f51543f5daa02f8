import { readFileSync } from "node:fs";
import { z } from "zod";

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const NONE: Totals = { passed: 0, failed: 0, skipped: 0 };

const zVitest = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

const zPlaywright = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

/** What vitest's JSON report counts; nothing where there is no report. */
export function vitestTotals(file: string): Totals {
  const report = zVitest.safeParse(json(file));
  if (!report.success) return NONE;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report.data;
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

/** What Playwright's JSON report counts. A flaky test is a failed one: retries are off, and stay off. */
export function playwrightTotals(file: string): Totals {
  const report = zPlaywright.safeParse(json(file));
  if (!report.success) return NONE;
  const { expected, unexpected, flaky, skipped } = report.data.stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

export function addUp(...all: readonly Totals[]): Totals {
  return all.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    NONE,
  );
}

function json(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
