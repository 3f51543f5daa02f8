import fc from "fast-check";
import { expect, test } from "vitest";
import { safeBaseName } from "../../../renderer/desktop/safe-base-name.ts";
import { channels } from "../../../shared/desktop/contract.ts";

test.each([
  ["故障清单_20261122_1530.xlsx", "故障清单_20261122_1530.xlsx"],
  ["合同: 2026/1", "合同_ 2026_1"],
  ["..", "_"],
  ["", "_"],
  ["con.xlsx", "_con.xlsx"],
  [`${"长".repeat(200)}.xlsx`, `${"长".repeat(145)}.xlsx`],
])("%j is saved as %j", (name, safe) => {
  expect(safeBaseName(name)).toBe(safe);
});

test("whatever a record is called, its file can be saved", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 300 }), fc.string({ unit: "binary" })), (name) => {
      const question = { jobName: safeBaseName(name) };
      expect(channels.print.input.safeParse(question).success).toBe(true);
    }),
  );
});
