import { describe, expect, it } from "vitest";
import type { Clause, Stored } from "../../../../shared/records/index.ts";
import { EMPTY_BOOK } from "../../../../shared/rules/clauses/clause-book.ts";
import { contradictionsIn } from "../../../../shared/rules/clauses/contradictions.ts";
import { clauseOf } from "./fixtures.ts";

const today = "2026-11-22";
const replace = { metric: "replacement", stopEvent: "replaced", coverage: "always" } as const;
const find = (clauses: readonly Stored<"clause">[], rulings: readonly Stored<"ruling">[] = []) =>
  contradictionsIn("k1", { ...EMPTY_BOOK, clauses, rulings }, today);

describe("clauses that contradict each other", () => {
  it("are found where one chapter replaces within a day and another within seven, the stricter first", () => {
    const clauses = [
      clauseOf({ ...replace, target: 7, unit: "calendarDay" }, "seven"),
      clauseOf({ ...replace, target: 1, unit: "calendarDay" }, "one"),
    ];
    expect(find(clauses)).toMatchObject([
      {
        metric: "replacement",
        stricter: { id: "one" },
        clauses: [{ id: "one" }, { id: "seven" }],
        ruling: undefined,
      },
    ]);
  });

  it.each([
    [
      "24 hours at all hours before 4 working days",
      { target: 24, unit: "hour", coverage: "always" },
      { target: 4, unit: "workingDay" },
    ],
    [
      "12 hours at all hours before 8 working hours",
      { target: 12, unit: "hour", coverage: "always" },
      { target: 8, unit: "workingHour" },
    ],
    [
      "1 calendar day before 2 days of 24 hours",
      { target: 1, unit: "calendarDay", coverage: "always" },
      { target: 2, unit: "day24h", coverage: "always" },
    ],
  ] as const)("compare by when they fall due: %s", (_, strict, loose) => {
    const found = find([clauseOf(loose, "loose"), clauseOf(strict, "strict")]);
    expect(found[0]?.stricter.id).toBe("strict");
  });

  it("are found also where they count from other events: an arrival is promised once", () => {
    const arrival = { metric: "arrival", stopEvent: "arrived", coverage: "always" } as const;
    const afterRemote = { ...arrival, startEvent: "remoteFailed", target: 30, unit: "minute" } as const;
    expect(
      find([clauseOf({ ...arrival, target: 24 }, "a"), clauseOf(afterRemote, "b")])[0]?.stricter.id,
    ).toBe("b");
  });

  it("are one group when there are three", () => {
    const arrival = { metric: "arrival", stopEvent: "arrived", coverage: "always" } as const;
    const clauses = [
      clauseOf({ ...arrival, target: 24 }, "a"),
      clauseOf({ ...arrival, target: 1 }, "b"),
      clauseOf({ ...arrival, target: 30, unit: "minute" }, "c"),
    ];
    expect(find(clauses).map(({ clauses: group }) => group.map(({ id }) => id))).toEqual([["c", "b", "a"]]);
  });

  it.each<readonly [string, Partial<Clause>, Partial<Clause>]>([
    ["promise the same", { target: 4 }, { target: 4 }],
    ["hold for other severities", { severities: ["urgent"] }, { target: 8, severities: ["normal", "low"] }],
    ["hold for other distances", { regions: ["city"] }, { target: 8, regions: ["nation"] }],
    ["hold in other phases", { phases: ["trial"] }, { target: 8, phases: ["maintenance"] }],
    [
      "are notices counted from other events",
      { metric: "notice", startEvent: "planConfirmed" },
      { metric: "notice", target: 8 },
    ],
    ["are owed by other parties", { party: "hospital" }, { target: 8 }],
    [
      "are versions one after the other",
      { effectiveTo: "2026-12-31" },
      { target: 8, effectiveFrom: "2027-01-01" },
    ],
    ["belong to other contracts", { contractId: "k2" }, { target: 8 }],
    [
      "are reports of other things",
      { metric: "report", stopEvent: "reportDelivered" },
      { metric: "report", stopEvent: "left", target: 8 },
    ],
    ["are over", { effectiveTo: "2026-10-31" }, { target: 8 }],
  ])("are not those that %s", (_, a, b) => {
    expect(find([clauseOf(a, "a"), clauseOf(b, "b")])).toEqual([]);
  });

  it("carry the latest ruling", () => {
    const ruling = (rulingClauseId: string, decidedDate: string): Stored<"ruling"> => ({
      type: "ruling",
      id: decidedDate,
      data: {
        contractId: "k1",
        clauseIds: ["a", "b"],
        rulingClauseId,
        reason: "答疑",
        decidedDate,
        decidedBy: "主任",
      },
    });
    const found = find(
      [clauseOf({}, "a"), clauseOf({ target: 8 }, "b")],
      [ruling("a", "2026-01-01"), ruling("b", "2026-02-01")],
    );
    expect(found[0]?.ruling?.data.rulingClauseId).toBe("b");
  });
});
