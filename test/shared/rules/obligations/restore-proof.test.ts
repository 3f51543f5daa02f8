import { expect, it } from "vitest";
import type { RecordData, Stored } from "../../../../shared/records/index.ts";
import { restoreProofs } from "../../../../shared/rules/obligations/restore-proof.ts";

const plan = (id: string): Stored<"backupPlan"> => ({
  type: "backupPlan",
  id,
  data: { name: id, everyDays: 1 },
});
const check = (
  planId: string,
  checkDate: string,
  result: RecordData<"backupCheck">["result"],
): Stored<"backupCheck"> => ({
  type: "backupCheck",
  id: planId + checkDate,
  data: { planId, checkDate, result },
});

it("a backup that was only made is not proven; the one never proven comes first", () => {
  const checks = [
    check("a", "2026-11-20", "restored"),
    check("a", "2026-11-21", "ok"),
    check("b", "2026-11-21", "ok"),
    check("c", "2026-01-01", "restored"),
    check("c", "2026-12-01", "restored"),
  ];
  const proofs = restoreProofs([plan("a"), plan("b"), plan("c")], checks, "2026-11-22");
  expect(proofs.map((proof) => [proof.plan.id, proof.days])).toEqual([
    ["b", undefined],
    ["c", 325],
    ["a", 2],
  ]);
});
