import { describe, expect, test } from "vitest";
import {
  extendTerm,
  gapBefore,
  renewContract,
  terminateContract,
  type Renewal,
  type TermFailure,
} from "../../../../shared/commands/contracts/change-term.ts";
import { contract, term } from "./sample-contract.ts";

const today = "2026-11-23";
const context = { id: "t9", contract, terms: [], today };
const renewal: Renewal = {
  startDate: "2027-01-01",
  endDate: "2027-12-31",
  noticeDate: undefined,
  amountFen: undefined,
  decidedDate: "2026-11-20",
  decidedBy: "王主任",
  proof: "",
  note: "",
};
const terminated = term("t1", { kind: "termination", startDate: "2026-09-30", endDate: "2026-09-30" });

describe("renewing a contract", () => {
  test("writes a term of its own two dates with who decided", () => {
    expect(renewContract({ ...renewal, amountFen: 5_100_000, proof: "续签协议" }, context)).toEqual({
      ok: true,
      value: [
        {
          type: "term",
          id: "t9",
          patch: {
            contractId: "c1",
            kind: "renewal",
            startDate: "2027-01-01",
            endDate: "2027-12-31",
            amountFen: 5_100_000,
            decidedDate: "2026-11-20",
            decidedBy: "王主任",
            proof: "续签协议",
          },
        },
      ],
    });
  });

  test("may leave a gap, and the gap is told in days", () => {
    const late = { ...renewal, startDate: "2027-01-11" };
    expect(renewContract(late, context).ok).toBe(true);
    expect(gapBefore(late.startDate, contract, [])).toBe(10);
    expect(gapBefore(renewal.startDate, contract, [])).toBe(0);
  });

  const bad: readonly [string, Partial<Renewal>, readonly TermFailure[]][] = [
    [
      "a start while the contract still runs",
      { startDate: "2026-12-31" },
      [{ field: "startDate", kind: "overlaps", endDate: "2026-12-31" }],
    ],
    ["an end before its start", { endDate: "2026-12-31" }, [{ field: "endDate", kind: "endBeforeStart" }]],
    [
      "no dates",
      { startDate: "", endDate: "" },
      [
        { field: "startDate", kind: "missing" },
        { field: "endDate", kind: "missing" },
      ],
    ],
    ["a day that does not exist", { endDate: "2027-02-29" }, [{ field: "endDate", kind: "notADate" }]],
    ["nobody who decided", { decidedBy: " " }, [{ field: "decidedBy", kind: "missing" }]],
    ["no day of the decision", { decidedDate: "" }, [{ field: "decidedDate", kind: "missing" }]],
    [
      "a decision of tomorrow",
      { decidedDate: "2026-11-24" },
      [{ field: "decidedDate", kind: "inTheFuture" }],
    ],
    [
      "a notice after the end",
      { noticeDate: "2028-01-01" },
      [{ field: "noticeDate", kind: "noticeAfterEnd" }],
    ],
    ["a notice in words", { noticeDate: "年底" }, [{ field: "noticeDate", kind: "notADate" }]],
    ["a negative price", { amountFen: -1 }, [{ field: "amountFen", kind: "negative" }]],
  ];
  test.each(bad)("refuses %s", (_name, patch, failure) => {
    expect(renewContract({ ...renewal, ...patch }, context)).toEqual({ ok: false, failure });
  });

  test("refuses to overlap a term signed before", () => {
    const terms = [term("t1", { startDate: "2027-01-01", endDate: "2027-12-31" })];
    expect(renewContract(renewal, { ...context, terms })).toEqual({
      ok: false,
      failure: [{ field: "startDate", kind: "overlaps", endDate: "2027-12-31" }],
    });
  });

  test("refuses a contract that was ended early: that is a new contract", () => {
    expect(renewContract(renewal, { ...context, terms: [terminated] })).toEqual({
      ok: false,
      failure: [{ field: "endDate", kind: "terminated", endDate: "2026-09-30" }],
    });
  });
});

describe("lengthening a term", () => {
  const { startDate: _start, ...extension } = renewal;
  test("begins the day after the last one ends", () => {
    const made = extendTerm({ ...extension, endDate: "2027-03-31" }, context);
    expect(made.ok && made.value[0]?.patch).toMatchObject({
      kind: "extension",
      startDate: "2027-01-01",
      endDate: "2027-03-31",
    });
  });

  test("refuses an end that adds no day", () => {
    expect(extendTerm({ ...extension, endDate: "2026-12-31" }, context)).toEqual({
      ok: false,
      failure: [{ field: "endDate", kind: "endBeforeStart" }],
    });
  });
});

describe("ending a contract early", () => {
  const termination = {
    endDate: "2026-11-30",
    decidedDate: "2026-11-20",
    decidedBy: "王主任",
    proof: "解除协议",
    note: "",
  };
  test("writes the last day in force", () => {
    const made = terminateContract(termination, context);
    expect(made.ok && made.value[0]?.patch).toMatchObject({ kind: "termination", endDate: "2026-11-30" });
  });

  test("may be moved to an earlier day", () => {
    const terms = [term("t1", { kind: "termination", startDate: "2026-12-15", endDate: "2026-12-15" })];
    expect(terminateContract(termination, { ...context, terms }).ok).toBe(true);
  });

  const bad: readonly [string, object, readonly TermFailure[]][] = [
    [
      "the agreed last day",
      { endDate: "2026-12-31" },
      [{ field: "endDate", kind: "notInForce", endDate: "2026-12-31" }],
    ],
    [
      "a day before the contract",
      { endDate: "2025-12-31" },
      [{ field: "endDate", kind: "beforeContract", startDate: "2026-01-01" }],
    ],
    ["no day", { endDate: "" }, [{ field: "endDate", kind: "missing" }]],
    ["a day that does not exist", { endDate: "2026-11-31" }, [{ field: "endDate", kind: "notADate" }]],
    ["nobody who decided", { decidedBy: "" }, [{ field: "decidedBy", kind: "missing" }]],
  ];
  test.each(bad)("refuses %s", (_name, patch, failure) => {
    expect(terminateContract({ ...termination, ...patch }, context)).toEqual({ ok: false, failure });
  });

  test("refuses a contract that has ended already", () => {
    expect(terminateContract(termination, { ...context, terms: [terminated] })).toEqual({
      ok: false,
      failure: [{ field: "endDate", kind: "notInForce", endDate: "2026-09-30" }],
    });
  });
});
