import { expect, test } from "vitest";
import { exportFileName } from "../../../renderer/records/export-file-name.ts";

test("an export is named after its list and the minute on the wall", () => {
  expect(exportFileName("故障清单", Date.UTC(2026, 10, 22, 7, 30), "xlsx")).toBe(
    "故障清单_20261122_1530.xlsx",
  );
});
