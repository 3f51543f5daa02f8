import { expect, it } from "vitest";
import { contractsEnding } from "../../../../shared/rules/obligations/contracts-ending.ts";
import type { Contract } from "../../../../shared/records/index.ts";
import { contractOf } from "../clauses/fixtures.ts";
import { termOf } from "./fixtures.ts";

const today = "2026-11-22";

it.each([
  ["2026-11-21", undefined],
  ["2026-11-22", [0, 30]],
  ["2026-12-22", [30, 30]],
  ["2026-12-23", [31, 60]],
  ["2027-02-20", [90, 90]],
  ["2027-05-21", [180, 180]],
  ["2027-05-22", undefined],
])("a contract that ends on %s is told as %j", (endDate, expected) => {
  const [found] = contractsEnding([contractOf({ endDate })], [], today);
  expect(found === undefined ? undefined : [found.daysLeft, found.within]).toEqual(expected);
});

it("says when the renewal notice was missed, unless the next contract is there", () => {
  const ending = contractOf({ endDate: "2026-12-31", noticeDate: "2026-11-01" });
  expect(contractsEnding([ending], [], today)[0]).toMatchObject({ noticeMissed: true, renewed: false });
  const next = contractOf({ startDate: "2027-01-01", endDate: "2027-12-31" }, "k2");
  expect(contractsEnding([ending, next], [], today)[0]).toMatchObject({ noticeMissed: false, renewed: true });
  const late = contractOf({ startDate: "2027-01-02", endDate: "2027-12-31" }, "k2");
  expect(contractsEnding([ending, late], [], today)[0]?.renewed).toBe(false);
});

it("counts the term that runs, not the one the contract was first signed for", () => {
  const contract = contractOf({ startDate: "2025-01-01", endDate: "2025-12-31", noticeDate: "2025-10-31" });
  const renewal = termOf({ startDate: "2026-01-01", endDate: "2026-12-31", noticeDate: "2026-12-01" }, "t1");
  const [found] = contractsEnding([contract], [renewal], today);
  expect(found).toMatchObject({ daysLeft: 39, within: 60, noticeMissed: false, renewed: false });
  expect(found?.term.endDate).toBe("2026-12-31");
  const next = termOf({ startDate: "2027-01-01", endDate: "2027-12-31" }, "t2");
  expect(contractsEnding([contract], [renewal, next], today)[0]).toMatchObject({ renewed: true });
  const later = termOf({ startDate: "2027-02-01", endDate: "2027-12-31" }, "t2");
  expect(contractsEnding([contract], [renewal, later], today)[0]).toMatchObject({ renewed: false });
});

it("takes for a renewal what names the same systems, or what begins as this ends, and no contract that ran beside it", () => {
  const ending = contractOf({ endDate: "2026-12-31", systemIds: ["his"] });
  const renewedBy = (data: Partial<Contract>, from = ending) =>
    contractsEnding([from, contractOf({ endDate: "2028-12-31", ...data }, "k2")], [], today)[0]?.renewed;
  expect(renewedBy({ startDate: "2025-01-01" })).toBe(false);
  expect(renewedBy({ startDate: "2025-01-01", systemIds: ["lis"] })).toBe(false);
  expect(renewedBy({ startDate: "2025-01-01", systemIds: ["his", "lis"] })).toBe(true);
  expect(renewedBy({ startDate: "2026-12-01" })).toBe(true);
  expect(renewedBy({ startDate: "2026-12-01", systemIds: ["lis"] })).toBe(false);
  expect(renewedBy({ startDate: "2026-12-01", vendorId: "v2" })).toBe(false);
  expect(
    renewedBy({ startDate: "2027-01-01", systemIds: ["lis"] }, contractOf({ endDate: "2026-12-31" })),
  ).toBe(true);
});
