import { describe, expect, it } from "vitest";
import { coverOf } from "../../../../shared/rules/clauses/cover.ts";
import { clauseOf, contractOf, wall } from "./fixtures.ts";

const his = { vendorId: "v1", systemId: "his" };
const reported = wall("2026-06-01 09:00");
const ids = (cover: ReturnType<typeof coverOf>) =>
  cover.kind === "covered" ? cover.clauses.map(({ id }) => id) : cover.kind;

describe("which clauses hold for an incident", () => {
  it.each([
    ["on the first day of the contract", "2026-01-01 00:00", ["c1"]],
    ["on its last evening", "2026-12-31 23:59", ["c1"]],
    ["the day before it begins", "2025-12-31 23:59", "contractGap"],
    ["the day after it ends", "2027-01-01 00:00", "contractGap"],
  ])("when it was reported %s", (_, at, expected) => {
    expect(ids(coverOf(his, wall(at), [contractOf({})], [clauseOf({})]))).toEqual(expected);
  });

  it.each([
    ["the contract names no system", [], his, ["c1"]],
    ["the contract names its system", ["his"], his, ["c1"]],
    ["the contract names another system", ["lis"], his, "contractGap"],
    ["the incident names no system", ["lis"], { vendorId: "v1" }, ["c1"]],
    ["another vendor failed", [], { vendorId: "v2", systemId: "his" }, "contractGap"],
    ["only the system is known, and a contract names it", ["his"], { systemId: "his" }, ["c1"]],
    ["only the system is known, and no contract names it", [], { systemId: "his" }, "noVendor"],
    ["neither vendor nor system is known", [], {}, "noVendor"],
  ])("when %s", (_, systemIds, incident, expected) => {
    expect(ids(coverOf(incident, reported, [contractOf({ systemIds })], [clauseOf({})]))).toEqual(expected);
  });

  it.each([
    ["urgent", ["c1", "c2"]],
    ["normal", ["c1"]],
    [undefined, ["c1"]],
  ] as const)("for severity %s", (severity, expected) => {
    const clauses = [clauseOf({ severities: [] }), clauseOf({ severities: ["urgent", "critical"] }, "c2")];
    const incident = severity === undefined ? his : { ...his, severity };
    expect(ids(coverOf(incident, reported, [contractOf({})], clauses))).toEqual(expected);
  });

  it("of every contract in force at once", () => {
    const contracts = [contractOf({}), contractOf({ kind: "warranty" }, "k2")];
    const clauses = [
      clauseOf({}),
      clauseOf({ contractId: "k2" }, "c2"),
      clauseOf({ contractId: "k3" }, "c3"),
    ];
    expect(ids(coverOf(his, reported, contracts, clauses))).toEqual(["c1", "c2"]);
  });

  it("of the contract that the incident names, whatever else is in force", () => {
    const contracts = [contractOf({}), contractOf({ vendorId: "v9", endDate: "2026-02-01" }, "k2")];
    const clauses = [clauseOf({}), clauseOf({ contractId: "k2" }, "c2")];
    expect(ids(coverOf({ ...his, contractId: "k2" }, reported, contracts, clauses))).toEqual(["c2"]);
  });

  it("none where service is paid by the visit, and it says so", () => {
    expect(coverOf(his, reported, [contractOf({ kind: "perVisit" })], [clauseOf({})]).kind).toBe("perVisit");
  });

  it("none between two contracts, and it names the one that ended", () => {
    const contracts = [
      contractOf({ startDate: "2024-01-01", endDate: "2024-12-31" }, "old"),
      contractOf({ startDate: "2025-01-01", endDate: "2025-12-31" }, "last"),
      contractOf({ startDate: "2026-07-01", endDate: "2027-06-30" }, "next"),
    ];
    const cover = coverOf(his, reported, contracts, []);
    expect(cover.kind === "contractGap" && [cover.date, cover.lastContract?.id]).toEqual([
      "2026-06-01",
      "last",
    ]);
  });
});
