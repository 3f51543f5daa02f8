import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addUp, playwrightTotals, vitestTotals } from "../../build/check-totals.ts";
import { tempFolder } from "../support/temp-folder.ts";

test("unit and browser tests are added up, and a flaky one is a failed one", () => {
  const folder = tempFolder();
  const unit = join(folder, "unit.json");
  const e2e = join(folder, "e2e.json");
  writeFileSync(
    unit,
    JSON.stringify({ numPassedTests: 10, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }),
  );
  writeFileSync(e2e, JSON.stringify({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 1 } }));
  const totals = addUp(vitestTotals(unit), playwrightTotals(e2e));
  expect(totals).toEqual({ passed: 14, failed: 3, skipped: 4 });
});

test("a report that was never written counts nothing", () => {
  expect(vitestTotals("/nowhere/unit.json")).toEqual({ passed: 0, failed: 0, skipped: 0 });
});
