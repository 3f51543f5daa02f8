import { describe, expect, it } from "vitest";
import { EMPTY_BOOK, type ClauseBook } from "../../../../shared/rules/clauses/clause-book.ts";
import { coverOf as coverIn } from "../../../../shared/rules/clauses/cover.ts";
import type { Clause, RecordData, Stored } from "../../../../shared/records/index.ts";
import { reopenDaysOf } from "../../../../shared/rules/clauses/reopen-days.ts";
import { clauseOf, contractOf, wall } from "./fixtures.ts";

function coverOf(
  incident: Parameters<typeof coverIn>[0],
  at: string | undefined,
  contracts: ClauseBook["contracts"],
  clauses: ClauseBook["clauses"],
  more: Partial<ClauseBook> = {},
) {
  return coverIn(incident, at, { ...EMPTY_BOOK, contracts, clauses, ...more });
}

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
    const contracts = [contractOf({}), contractOf({ vendorId: "v9" }, "k2")];
    const clauses = [clauseOf({}), clauseOf({ contractId: "k2" }, "c2")];
    expect(ids(coverOf({ ...his, contractId: "k2" }, reported, contracts, clauses))).toEqual(["c2"]);
  });

  it("none where the contract that it names had ended: that is a gap, whoever named it", () => {
    const contracts = [contractOf({}), contractOf({ endDate: "2026-02-01" }, "k2")];
    const cover = coverOf({ ...his, contractId: "k2" }, reported, contracts, [clauseOf({})]);
    expect(cover).toMatchObject({ kind: "contractGap", lastContract: { id: "k2" } });
  });

  const renewed = (data: Partial<RecordData<"term">>): Stored<"term"> => ({
    type: "term",
    id: "t1",
    data: {
      contractId: "k1",
      kind: "renewal",
      startDate: "2027-02-01",
      endDate: "2028-01-31",
      decidedDate: "2026-12-01",
      decidedBy: "主任",
      ...data,
    },
  });

  it.each([
    ["in the first term", "2026-12-31 12:00", {}, "covered"],
    ["in the gap before the renewal", "2027-01-15 12:00", {}, "contractGap"],
    ["in the renewed term", "2027-02-01 00:00", {}, "covered"],
    ["after the renewed term", "2028-02-01 00:00", {}, "contractGap"],
    [
      "after an early termination",
      "2026-07-01 00:00",
      { kind: "termination", startDate: "2026-06-30", endDate: "2026-06-30" },
      "contractGap",
    ],
    [
      "on the last day before a termination",
      "2026-06-30 23:00",
      { kind: "termination", startDate: "2026-06-30", endDate: "2026-06-30" },
      "covered",
    ],
  ] as const)("by the terms of the contract: %s", (_, at, term, kind) => {
    expect(coverOf(his, wall(at), [contractOf({})], [clauseOf({})], { terms: [renewed(term)] }).kind).toBe(
      kind,
    );
  });

  it("none where a contract only promises its best effort", () => {
    expect(coverOf(his, reported, [contractOf({ bestEffort: true })], [clauseOf({})]).kind).toBe("perVisit");
  });

  it("only where the contract covers the module", () => {
    const contracts = [contractOf({ moduleIds: ["charge"] })];
    expect(coverOf({ ...his, moduleId: "charge" }, reported, contracts, []).kind).toBe("covered");
    expect(coverOf({ ...his, moduleId: "pharmacy" }, reported, contracts, []).kind).toBe("contractGap");
    expect(coverOf(his, reported, contracts, []).kind).toBe("covered");
  });

  const system = (phase: "trial" | "maintenance"): Stored<"system"> => ({
    type: "system",
    id: "his",
    data: { name: "HIS", phase },
  });

  it.each([
    ["another severity", { severities: ["urgent"] }, {}, {}, "severity"],
    ["another distance", { regions: ["city"] }, { region: "nation" }, {}, "region"],
    ["a distance that the contract does not say", { regions: ["city"] }, {}, {}, "region"],
    ["another phase", { phases: ["trial"] }, {}, {}, "phase"],
    ["a version that holds only later", { effectiveFrom: "2026-06-02" }, {}, {}, "notInForce"],
    ["a version that held only before", { effectiveTo: "2026-05-31" }, {}, {}, "notInForce"],
  ] as const)("sets a clause aside for %s, and says why", (_, clause, contract, more, why) => {
    const cover = coverOf(
      { ...his, severity: "normal" },
      reported,
      [contractOf(contract)],
      [clauseOf(clause as Partial<Clause>)],
      more,
    );
    expect(cover).toMatchObject({ kind: "covered", clauses: [], setAside: [{ why }] });
  });

  it.each([
    ["its own distance", { regions: ["city", "province"] }, { region: "city" }],
    ["the system's phase", { phases: ["trial"] }, {}],
    ["the first and last day of a version", { effectiveFrom: "2026-06-01", effectiveTo: "2026-06-01" }, {}],
  ] as const)("keeps a clause for %s", (_, clause, contract) => {
    const cover = coverOf(his, reported, [contractOf(contract)], [clauseOf(clause as Partial<Clause>)], {
      systems: [system("trial")],
    });
    expect(ids(cover)).toEqual(["c1"]);
  });

  const ruling = (rulingClauseId: string, decidedDate: string, id = decidedDate): Stored<"ruling"> => ({
    type: "ruling",
    id,
    data: {
      contractId: "k1",
      clauseIds: ["c1", "c2"],
      rulingClauseId,
      reason: "投标答疑",
      decidedDate,
      decidedBy: "主任",
    },
  });
  const pair = [clauseOf({}), clauseOf({ target: 8 }, "c2")];

  it("lets all clauses on one metric run until somebody rules, and then the one that rules", () => {
    expect(ids(coverOf(his, reported, [contractOf({})], pair))).toEqual(["c1", "c2"]);
    const ruled = coverOf(his, reported, [contractOf({})], pair, { rulings: [ruling("c2", "2026-03-01")] });
    expect(ids(ruled)).toEqual(["c2"]);
    expect(ruled).toMatchObject({ setAside: [{ clause: { id: "c1" }, why: "ruledOut" }] });
  });

  it("lets the later ruling replace the earlier, and none rule by a clause that does not hold here", () => {
    const both = { rulings: [ruling("c2", "2026-03-01"), ruling("c1", "2026-04-01")] };
    expect(ids(coverOf(his, reported, [contractOf({})], pair, both))).toEqual(["c1"]);
    const urgentOnly = [clauseOf({ severities: ["urgent"] }), clauseOf({}, "c2")];
    const cover = coverOf(his, reported, [contractOf({})], urgentOnly, {
      rulings: [ruling("c1", "2026-03-01")],
    });
    expect(ids(cover)).toEqual(["c2"]);
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

describe("how long after its solution an incident can be reopened", () => {
  const days = (contracts: ClauseBook["contracts"]) => reopenDaysOf(coverOf(his, reported, contracts, []));
  it.each([
    ["a week where the contract says nothing", [contractOf({})], 7],
    ["as the contract says", [contractOf({ reopenDays: 30 })], 30],
    ["as the contract by the visit says", [contractOf({ kind: "perVisit", reopenDays: 3 })], 3],
    [
      "the longest that one of two says",
      [contractOf({ reopenDays: 3 }), contractOf({ reopenDays: 15 }, "k2")],
      15,
    ],
    ["a week where no contract is in force", [contractOf({ endDate: "2026-01-31", reopenDays: 30 })], 7],
  ])("%s", (_, contracts, expected) => {
    expect(days(contracts)).toBe(expected);
  });
});
