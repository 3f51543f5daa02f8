import { describe, expect, it } from "vitest";
import type { Entitlement, RecordData, Stored } from "../../../../shared/records/index.ts";
import type { ContractTerm } from "../../../../shared/rules/clauses/terms.ts";
import { periodsUntil } from "../../../../shared/rules/entitlements/periods.ts";
import {
  coveredModules,
  lastDayAfter,
  rightOn,
  spansOf,
} from "../../../../shared/rules/entitlements/spans.ts";
import { contractOf } from "../clauses/fixtures.ts";

const term = (startDate: string, endDate: string, kind: ContractTerm["kind"] = "first"): ContractTerm => ({
  termId: undefined,
  kind,
  startDate,
  endDate,
  noticeDate: undefined,
  amountFen: undefined,
});
const right = (data: Partial<Entitlement>): Entitlement => ({
  contractId: "k1",
  name: "免费维护",
  kind: "freeMaintenance",
  period: "term",
  startsFrom: "term",
  ...data,
});
const module = (id: string, data: Partial<RecordData<"module">>): Stored<"module"> => ({
  type: "module",
  id,
  data: { name: id, systemId: "s1", ...data },
});
const year2026 = [term("2026-01-01", "2026-12-31")];
const spans = (
  data: Partial<Entitlement>,
  terms: readonly ContractTerm[],
  modules: readonly Stored<"module">[] = [],
) => {
  const found = spansOf(right(data), terms, modules);
  return found.kind === "spans" ? found.spans.map(({ startDate, endDate }) => [startDate, endDate]) : found;
};

describe("an entitlement holds", () => {
  it.each<readonly [string, readonly ContractTerm[], unknown]>([
    ["in no term", [], []],
    ["in its term", year2026, [["2026-01-01", "2026-12-31"]]],
    [
      "anew in a renewal",
      [...year2026, term("2027-01-01", "2027-12-31", "renewal")],
      [
        ["2026-01-01", "2026-12-31"],
        ["2027-01-01", "2027-12-31"],
      ],
    ],
    [
      "on in an extension, which lengthens the term",
      [...year2026, term("2027-01-01", "2027-03-31", "extension")],
      [["2026-01-01", "2027-03-31"]],
    ],
    [
      "apart in an extension after a gap",
      [...year2026, term("2027-02-01", "2027-03-31", "extension")],
      [
        ["2026-01-01", "2026-12-31"],
        ["2027-02-01", "2027-03-31"],
      ],
    ],
    [
      "by the later of two terms that overlap",
      [...year2026, term("2026-11-01", "2027-10-31", "renewal")],
      [
        ["2026-01-01", "2026-10-31"],
        ["2026-11-01", "2027-10-31"],
      ],
    ],
    [
      "by the later of two terms that begin together",
      [...year2026, term("2026-01-01", "2027-12-31", "renewal")],
      [["2026-01-01", "2027-12-31"]],
    ],
    ["not in a term that ends before it begins", [term("2026-06-01", "2026-01-01")], []],
  ])("%s", (_, terms, expected) => {
    expect(spans({}, terms)).toEqual(expected);
  });

  it.each<readonly [string, Partial<Entitlement>, unknown]>([
    ["for so many months from the term, whatever follows", { months: 36 }, [["2026-01-01", "2028-12-31"]]],
    ["for life from the term", { lifelong: true }, [["2026-01-01", undefined]]],
    [
      "from a date to the end of the term",
      { startsFrom: "date", startDate: "2026-05-01" },
      [["2026-05-01", "2026-12-31"]],
    ],
    ["never, where the date lies after every term", { startsFrom: "date", startDate: "2027-05-01" }, []],
    ["for no months at all", { startsFrom: "date", startDate: "2026-05-01", months: 0 }, []],
    [
      "from a date that nobody wrote down",
      { startsFrom: "date", months: 1 },
      { kind: "notStarted", why: "noDate" },
    ],
  ])("%s", (_, data, expected) => {
    expect(spans(data, year2026)).toEqual(expected);
  });
});

describe("an entitlement that begins with acceptance", () => {
  const signed = module("m1", { acceptedDate: "2026-03-01", installedDate: "2026-01-10" });
  const later = module("m2", { acceptedDate: "2026-05-01" });
  const open = module("m3", {});
  const year = { startsFrom: "acceptance", months: 12 } as const;
  it.each<readonly [string, Partial<Entitlement>, readonly Stored<"module">[], unknown]>([
    ["begins with its module's", { ...year, moduleId: "m1" }, [signed, open], [["2026-03-01", "2027-02-28"]]],
    [
      "begins with the last of all, where it names none",
      year,
      [signed, later],
      [["2026-05-01", "2027-04-30"]],
    ],
    [
      "waits for the one that is missing",
      year,
      [signed, open],
      { kind: "notStarted", why: "acceptanceUnsigned", moduleIds: ["m3"] },
    ],
    [
      "waits for the installation",
      { ...year, startsFrom: "installation" },
      [signed, later],
      { kind: "notStarted", why: "notInstalled", moduleIds: ["m2"] },
    ],
    ["has nothing to wait for", year, [], { kind: "notStarted", why: "noModule" }],
    [
      "does not know its module",
      { ...year, moduleId: "m9" },
      [signed],
      { kind: "notStarted", why: "noModule" },
    ],
    [
      "begins on the day written down for it",
      { ...year, startDate: "2026-02-01" },
      [open],
      [["2026-02-01", "2027-01-31"]],
    ],
  ])("%s", (_, data, modules, expected) => {
    expect(spans(data, year2026, modules)).toEqual(expected);
  });

  it.each([
    ["2026-02-28", { kind: "ahead", startDate: "2026-03-01", endDate: "2027-02-28" }],
    ["2026-03-01", { kind: "running", startDate: "2026-03-01", endDate: "2027-02-28" }],
    ["2027-03-01", { kind: "ended", endDate: "2027-02-28" }],
  ])("says where it stands on %s", (day, expected) => {
    expect(rightOn(right(year), year2026, [signed], day)).toEqual(expected);
  });

  it("never holds where no term is left", () => {
    expect(rightOn(right({}), [], [], "2026-03-01")).toEqual({ kind: "never" });
  });

  it("looks at the modules that the contract names, else at all of its systems", () => {
    const modules = [signed, module("m4", { systemId: "s2" })];
    const ids = (data: object) => coveredModules(contractOf(data), modules).map(({ id }) => id);
    expect(ids({ moduleIds: ["m4"], systemIds: ["s1"] })).toEqual(["m4"]);
    expect(ids({ systemIds: ["s1"] })).toEqual(["m1"]);
    expect(ids({})).toEqual([]);
  });
});

describe("periods", () => {
  it.each([
    ["2026-01-01", 12, "2026-12-31"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-28"],
    ["2026-08-31", 6, "2027-02-28"],
  ])("from %s last %i months, until %s", (start, months, end) => {
    expect(lastDayAfter(start, months)).toBe(end);
  });

  it.each([
    ["quarter", ["2026-01-31", "2026-05-01", "2026-07-31", "2026-10-31"]],
    ["halfYear", ["2026-01-31", "2026-07-31"]],
    ["year", ["2026-01-31"]],
  ] as const)("of a %s fit a year from the 31st, with no day left over", (period, starts) => {
    const span = { startDate: "2026-01-31", endDate: "2027-01-30" };
    const periods = periodsUntil(period, [span], "2027-01-30");
    expect(periods.map(({ startDate }) => startDate)).toEqual(starts);
    expect(periods.at(-1)?.endDate).toBe("2027-01-30");
  });

  it("of a leap day's year leave no second grant for one day", () => {
    const span = { startDate: "2024-02-29", endDate: "2025-02-28" };
    expect(periodsUntil("year", [span], "2025-02-28")).toHaveLength(1);
  });
});
