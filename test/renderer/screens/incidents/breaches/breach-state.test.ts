import { describe, expect, it } from "vitest";
import {
  breachState,
  nextBreachSteps,
  standingSheet,
} from "../../../../../renderer/screens/incidents/breaches/breach-state.ts";
import type { Breach, Stored, Verdict } from "../../../../../shared/records/index.ts";

function sheet(data: Partial<Breach> = {}, id = "b1"): Stored<"breach"> {
  const plain = { incidentId: "i1", verdictId: "v1", contractId: "k1", number: "XXK-WY-2026-7K2M9P-0001" };
  const issued = { issuedAt: "2026-11-20T01:00:00.000Z", objectBy: "2026-11-27" };
  return { type: "breach", id, data: { ...plain, ...issued, ...data } };
}

describe("where a breach sheet stands", () => {
  it.each<readonly [string, Partial<Breach>, string, readonly string[]]>([
    ["just issued", {}, "issued", ["delivered", "signed", "objected", "withdrawn"]],
    ["delivered", { sentDate: "2026-11-21" }, "delivered", ["signed", "objected", "withdrawn"]],
    ["signed", { sentDate: "2026-11-21", signedDate: "2026-11-22" }, "signed", ["objected", "withdrawn"]],
    [
      "objected to",
      { sentDate: "2026-11-21", objectedDate: "2026-11-22" },
      "objected",
      ["signed", "settled", "withdrawn"],
    ],
    [
      "settled",
      { sentDate: "2026-11-21", objectedDate: "2026-11-22", settledDate: "2026-11-23" },
      "settled",
      ["signed", "withdrawn"],
    ],
    ["withdrawn", { sentDate: "2026-11-21", withdrawnDate: "2026-11-24" }, "withdrawn", []],
  ])("%s", (_, data, state, next) => {
    expect(breachState(sheet(data).data).state).toBe(state);
    expect(nextBreachSteps(sheet(data).data)).toEqual(next);
  });

  it("stands for its clause until it is withdrawn", () => {
    const verdict: Stored<"verdict"> = {
      type: "verdict",
      id: "v1",
      data: { clauseId: "c1" } as Verdict,
    };
    expect(standingSheet("c1", [sheet()], [verdict])?.id).toBe("b1");
    expect(standingSheet("c2", [sheet()], [verdict])).toBeUndefined();
    expect(standingSheet("c1", [sheet({ withdrawnDate: "2026-11-24" })], [verdict])).toBeUndefined();
  });
});
