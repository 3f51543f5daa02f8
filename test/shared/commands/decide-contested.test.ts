import { describe, expect, it } from "vitest";
import { decideContested } from "../../../shared/commands/decide-contested.ts";
import { must } from "../../../shared/lib/must.ts";
import { contestOf, fold, seenIn, type Folded } from "../../../shared/sync/fold.ts";
import { changeOf } from "../../support/changes.ts";

const NOW = "2026-11-22T00:00:00.000Z";
const accounts = [
  { value: 100, author: "张三", desk: "AAAAAA", at: NOW },
  { value: 200, author: "李四", desk: "BBBBBB", at: NOW },
];
const choice = {
  type: "contract",
  recordId: "k1",
  field: "amountFen",
  value: 100 as unknown,
  reason: "以合同原件为准",
  by: "王主任",
} as const;
const context = { now: NOW, id: "d1", accounts } as const;

describe("a decision between two values", () => {
  it("writes the value once more, and keeps what stood, who decided and why", () => {
    const made = decideContested(choice, context);
    expect(made).toMatchObject({
      ok: true,
      value: [
        { type: "contract", id: "k1", patch: { amountFen: 100 } },
        {
          type: "decision",
          id: "d1",
          patch: {
            recordType: "contract",
            recordId: "k1",
            field: "amountFen",
            chosen: "100",
            versions: [
              { value: "100", author: "张三" },
              { value: "200", author: "李四" },
            ],
            reason: "以合同原件为准",
            decidedBy: "王主任",
          },
        },
      ],
    });
  });

  it.each([
    ["no reason", { reason: " " }, {}, "reasonMissing"],
    ["nobody who decides", { by: "" }, {}, "deciderMissing"],
    ["a single value", {}, { accounts: accounts.slice(1) }, "nothingToDecide"],
    ["a value that is no money", { value: "很多" }, {}, "badValue"],
    ["a field that there is not", { field: "amount" }, {}, "badValue"],
    ["nothing where something has to stand", { field: "startDate", value: "" }, {}, "badValue"],
  ])("is refused with %s", (_what, told, more, kind) => {
    expect(decideContested({ ...choice, ...told }, { ...context, ...more })).toEqual({
      ok: false,
      failure: { kind },
    });
  });

  it("may be a third value, or nothing at all where the field may be empty", () => {
    for (const value of [150, null]) expect(decideContested({ ...choice, value }, context).ok).toBe(true);
  });

  it("of two desks that did not see each other's leaves a question again", () => {
    const contract = { type: "contract", recordId: "k1" };
    const first = changeOf("CCCCCC", 1, {}, contract);
    const write = (desk: string, seq: number, value: number, seen: readonly string[]) =>
      changeOf(desk, seq, { amountFen: value }, { ...contract, seen: { amountFen: [...seen] } });
    const both = [write("AAAAAA", 11, 100, []), write("BBBBBB", 12, 200, [])];
    const held = [first, ...both].reduce<Folded | undefined>((record, one) => fold(record, one), undefined);
    const seen = seenIn(held, "amountFen");
    expect(contestOf(must(held, "folded"), "amountFen")).toHaveLength(2);
    const one = fold(held, write("AAAAAA", 21, 100, seen));
    expect(contestOf(one, "amountFen")).toEqual([]);
    const again = fold(one, write("BBBBBB", 22, 200, seen));
    expect(contestOf(again, "amountFen").map(({ value }) => value)).toEqual([100, 200]);
  });
});
