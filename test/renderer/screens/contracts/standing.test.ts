import { expect, test } from "vitest";
import { standingOf } from "../../../../renderer/screens/contracts/standing.ts";
import type { Stored, Term } from "../../../../shared/records/index.ts";

const contract: Stored<"contract"> = {
  type: "contract",
  id: "C",
  data: { title: "HIS 维护", vendorId: "V", startDate: "2026-01-01", endDate: "2026-12-31" },
};
const signed = { contractId: "C", decidedDate: "2026-11-01", decidedBy: "李建国" };
let count = 0;
const term = (data: Pick<Term, "kind" | "startDate" | "endDate">): Stored<"term"> => {
  count += 1;
  return { type: "term", id: `T${count}`, data: { ...signed, ...data } };
};

test("on its last day a contract is in force with no days left", () => {
  expect(standingOf(contract, [], "2026-12-31")).toMatchObject({ kind: "inForce", daysLeft: 0 });
  expect(standingOf(contract, [], "2027-01-01").kind).toBe("ended");
  expect(standingOf(contract, [], "2025-12-30")).toMatchObject({ kind: "future", daysAway: 2 });
});

test("terms that follow one another without a gap are counted to the end of the last", () => {
  const renewal = term({ kind: "renewal", startDate: "2027-01-01", endDate: "2027-12-31" });
  expect(standingOf(contract, [renewal], "2026-12-30")).toMatchObject({
    untilDate: "2027-12-31",
    daysLeft: 366,
    term: { kind: "first" },
  });
});

test("a term that begins later leaves a gap, and the days until it are said", () => {
  const renewal = term({ kind: "renewal", startDate: "2027-02-01", endDate: "2028-01-31" });
  expect(standingOf(contract, [renewal], "2026-12-01")).toMatchObject({ untilDate: "2026-12-31" });
  expect(standingOf(contract, [renewal], "2027-01-30")).toMatchObject({ kind: "gap", daysAway: 2 });
});

test("a contract that was ended early stands as terminated from the day after", () => {
  const end = term({ kind: "termination", startDate: "2026-06-30", endDate: "2026-06-30" });
  expect(standingOf(contract, [end], "2026-06-30")).toMatchObject({ kind: "inForce", daysLeft: 0 });
  expect(standingOf(contract, [end], "2026-07-01").kind).toBe("terminated");
});
