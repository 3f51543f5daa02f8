import { describe, expect, test } from "vitest";
import {
  ruleBetween,
  type Ruling,
  type RulingFailure,
} from "../../../../shared/commands/contracts/rule-between.ts";
import { clause } from "./sample-contract.ts";

const context = {
  id: "r1",
  contractId: "c1",
  clauses: [
    clause("k1"),
    clause("k2", { target: 2 }),
    clause("k3", { metric: "arrival", stopEvent: "arrived" }),
    clause("k4", { contractId: "c2" }),
    clause("k5", { party: "hospital" }),
  ],
  today: "2026-11-23",
};
const ruling: Ruling = {
  clauseIds: ["k1", "k2"],
  rulingClauseId: "k1",
  reason: " 正文优先于附件 ",
  decidedDate: "2026-11-23",
  decidedBy: "王主任",
  proof: "",
};

describe("ruling between clauses", () => {
  test("keeps which of them, why and who", () => {
    expect(ruleBetween(ruling, context)).toEqual({
      ok: true,
      value: [
        {
          type: "ruling",
          id: "r1",
          patch: {
            contractId: "c1",
            clauseIds: ["k1", "k2"],
            rulingClauseId: "k1",
            reason: "正文优先于附件",
            decidedDate: "2026-11-23",
            decidedBy: "王主任",
          },
        },
      ],
    });
  });

  const bad: readonly [string, Partial<Ruling>, readonly RulingFailure[]][] = [
    ["no reason", { reason: " " }, [{ field: "reason", kind: "missing" }]],
    ["a reason without end", { reason: "长".repeat(5001) }, [{ field: "reason", kind: "tooLong" }]],
    ["nobody who decided", { decidedBy: "" }, [{ field: "decidedBy", kind: "missing" }]],
    [
      "a decision of tomorrow",
      { decidedDate: "2026-11-24" },
      [{ field: "decidedDate", kind: "inTheFuture" }],
    ],
    ["a day in words", { decidedDate: "上周" }, [{ field: "decidedDate", kind: "notADate" }]],
    ["one clause, named twice", { clauseIds: ["k1", "k1"] }, [{ field: "clauseIds", kind: "fewerThanTwo" }]],
    ["no clause that rules", { rulingClauseId: "" }, [{ field: "rulingClauseId", kind: "missing" }]],
    [
      "a ruling clause that is none of them",
      { rulingClauseId: "k3" },
      [{ field: "rulingClauseId", kind: "notOneOfThem" }],
    ],
    [
      "a clause of another contract",
      { clauseIds: ["k1", "k4"] },
      [{ field: "clauseIds", kind: "notOfThisContract", clauseId: "k4" }],
    ],
    [
      "a clause nobody knows",
      { clauseIds: ["k1", "k8"] },
      [{ field: "clauseIds", kind: "notOfThisContract", clauseId: "k8" }],
    ],
    [
      "clauses on different metrics",
      { clauseIds: ["k1", "k3"] },
      [{ field: "clauseIds", kind: "differentPromises" }],
    ],
    [
      "clauses that different sides owe",
      { clauseIds: ["k1", "k5"] },
      [{ field: "clauseIds", kind: "differentPromises" }],
    ],
  ];
  test.each(bad)("refuses %s", (_name, patch, failure) => {
    expect(ruleBetween({ ...ruling, ...patch }, context)).toEqual({ ok: false, failure });
  });
});
