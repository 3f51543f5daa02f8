import { describe, expect, it } from "vitest";
import type { Obligation, Stored } from "../../../../shared/records/index.ts";
import { obligationStates } from "../../../../shared/rules/obligations/obligation-states.ts";
import { entryOf, inForce, obligationOf } from "./fixtures.ts";

const year = [inForce("2026-01-01", "2026-12-31")];
const today = "2026-05-10";

function duesOf(data: Partial<Obligation>, terms = year, on = "2027-06-30"): readonly string[] {
  return obligationStates(obligationOf(data), [], terms, on).occurrences.map(({ dueDate }) => dueDate);
}

function statesOf(data: Partial<Obligation>, entries: readonly Stored<"obligationEntry">[], on = today) {
  const { occurrences } = obligationStates(obligationOf(data), entries, year, on);
  return Object.fromEntries(occurrences.map(({ dueDate, state }) => [dueDate, state]));
}

describe("when an obligation falls due", () => {
  it.each<[string, Partial<Obligation>, readonly string[]]>([
    [
      "a quarter's summary at its end",
      { recurrence: "quarterly" },
      ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"],
    ],
    [
      "ten days after it, if it says so",
      { recurrence: "quarterly", dueDays: 10 },
      ["2026-04-10", "2026-07-10", "2026-10-10", "2027-01-10"],
    ],
    ["twice a year", { recurrence: "halfYearly" }, ["2026-06-30", "2026-12-31"]],
    ["once a year", { recurrence: "yearly" }, ["2026-12-31"]],
    ["once", { recurrence: "once", dueDate: "2026-02-14" }, ["2026-02-14"]],
    ["never, without a date", { recurrence: "once" }, []],
    ["on a change only", { recurrence: "onChange" }, []],
    [
      "within its own dates",
      { recurrence: "quarterly", fromDate: "2026-04-01", untilDate: "2026-09-30" },
      ["2026-06-30", "2026-09-30"],
    ],
  ])("%s", (_, data, dues) => {
    expect(duesOf(data)).toEqual(dues);
  });

  it("every natural month of the contract, February too", () => {
    const dues = duesOf({});
    expect(dues).toHaveLength(12);
    expect(dues.slice(0, 2)).toEqual(["2026-01-31", "2026-02-28"]);
    expect(duesOf({}, [inForce("2028-01-01", "2028-12-31")], "2029-01-01")[1]).toBe("2028-02-29");
  });

  it("for a year from any day twelve months, four quarters and one year: the period counts whose last day is in force", () => {
    const crooked = [inForce("2026-03-15", "2027-03-14")];
    const months = duesOf({}, crooked);
    expect(months).toHaveLength(12);
    expect([months[0], months.at(-1)]).toEqual(["2026-03-31", "2027-02-28"]);
    expect(duesOf({ recurrence: "quarterly" }, crooked)).toHaveLength(4);
    expect(duesOf({ recurrence: "yearly" }, crooked)).toEqual(["2026-12-31"]);
  });

  it("not in the gap between two terms, and once where terms overlap", () => {
    expect(duesOf({}, [inForce("2026-01-01", "2026-02-15"), inForce("2026-04-10", "2026-05-31")])).toEqual([
      "2026-01-31",
      "2026-04-30",
      "2026-05-31",
    ]);
    expect(duesOf({}, [inForce("2026-01-01", "2026-02-28"), inForce("2026-02-01", "2026-03-31")])).toEqual([
      "2026-01-31",
      "2026-02-28",
      "2026-03-31",
    ]);
  });

  it("lists no more than a year ahead, even of a term without an end", () => {
    expect(duesOf({}, [inForce("2026-01-01", "9999-12-31")], "2026-01-01").at(-1)).toBe("2026-12-31");
  });

  it.each(["2026-12-31", "2020-02-31"])(
    "dates that do not exist or lie backwards (%s) never hang",
    (from) => {
      const ask = () => duesOf({}, [inForce(from, "2026-01-01")]);
      if (from === "2020-02-31") expect(ask().length).toBeGreaterThan(60);
      else expect(ask()).toEqual([]);
    },
  );
});

describe("silence", () => {
  it("is a breach from the day after", () => {
    const { occurrences } = obligationStates(obligationOf({}), [], year, today);
    expect(occurrences.slice(3, 6)).toMatchObject([
      { dueDate: "2026-04-30", state: "overdue", daysLeft: -10, overdueSince: "2026-05-01" },
      { dueDate: "2026-05-31", state: "upcoming", overdueSince: undefined },
      { dueDate: "2026-06-30", state: "upcoming" },
    ]);
  });

  it.each([
    ["2026-05-23", "upcoming"],
    ["2026-05-24", "dueSoon"],
    ["2026-05-31", "dueSoon"],
    ["2026-06-01", "overdue"],
  ])("on %s May's report is %s", (on, state) => {
    expect(statesOf({}, [], on)["2026-05-31"]).toBe(state);
  });
});

describe("what settles an occurrence", () => {
  const report = (day: string, more: Partial<Stored<"obligationEntry">["data"]> = {}, id = day) =>
    entryOf({ day, ...more }, id);

  it("is an entry that names it: in time or late", () => {
    const entries = [
      report("2026-02-03", { dueDate: "2026-01-31" }),
      report("2026-02-27", { dueDate: "2026-02-28" }),
    ];
    expect(statesOf({}, entries)).toMatchObject({
      "2026-01-31": "fulfilledLate",
      "2026-02-28": "fulfilled",
      "2026-03-31": "overdue",
    });
  });

  it("is, unnamed, for the oldest that is open on its day", () => {
    const entries = [report("2026-01-30"), report("2026-03-20"), report("2026-03-21")];
    expect(statesOf({}, entries)).toMatchObject({
      "2026-01-31": "fulfilled",
      "2026-02-28": "fulfilledLate",
      "2026-03-31": "fulfilled",
    });
  });

  it("is never for a month that had not begun", () => {
    const { occurrences, unmatched } = obligationStates(
      obligationOf({}),
      [report("2026-01-10"), report("2026-01-20")],
      year,
      today,
    );
    expect(occurrences.slice(0, 2).map(({ state }) => state)).toEqual(["fulfilled", "overdue"]);
    expect(unmatched.map(({ id }) => id)).toEqual(["2026-01-20"]);
  });

  it("prefers what came in time to a waiver, and a waiver to what came late", () => {
    const waiver = entryOf({ kind: "waived", day: "2026-02-10", dueDate: "2026-01-31" }, "w");
    expect(statesOf({}, [waiver])["2026-01-31"]).toBe("waived");
    expect(statesOf({}, [waiver, report("2026-02-20", { dueDate: "2026-01-31" })])["2026-01-31"]).toBe(
      "waived",
    );
    expect(statesOf({}, [waiver, report("2026-01-31", { dueDate: "2026-01-31" })])["2026-01-31"]).toBe(
      "fulfilled",
    );
  });

  it("is taken back by a withdrawal, and a withdrawal is not withdrawn", () => {
    const given = report("2026-01-30", {}, "r");
    const back = entryOf({ kind: "withdrawn", day: "2026-02-02", aboutId: "r" }, "b");
    const again = entryOf({ kind: "withdrawn", day: "2026-02-03", aboutId: "b" }, "a");
    expect(statesOf({}, [given, back])["2026-01-31"]).toBe("overdue");
    expect(statesOf({}, [given, back, again])["2026-01-31"]).toBe("overdue");
  });

  it("does not count before its day, and not for another obligation", () => {
    expect(statesOf({}, [report("2026-05-20", { dueDate: "2026-04-30" })])["2026-04-30"]).toBe("overdue");
    expect(statesOf({}, [report("2026-04-20", { obligationId: "o2" })])["2026-01-31"]).toBe("overdue");
  });

  it("that names a day on which nothing is due settles nothing", () => {
    const { unmatched } = obligationStates(
      obligationOf({}),
      [report("2026-02-01", { dueDate: "2026-01-30" })],
      year,
      today,
    );
    expect(unmatched).toHaveLength(1);
  });

  it("of what is due once, in time up to the day", () => {
    const once = { recurrence: "once", dueDate: "2026-02-14" } as const;
    expect(statesOf(once, [report("2026-02-14")])).toEqual({ "2026-02-14": "fulfilled" });
    expect(statesOf(once, [report("2026-02-15")])).toEqual({ "2026-02-14": "fulfilledLate" });
    expect(statesOf(once, [])).toEqual({ "2026-02-14": "overdue" });
  });
});
