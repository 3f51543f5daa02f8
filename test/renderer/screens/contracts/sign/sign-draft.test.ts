import { describe, expect, test } from "vitest";
import {
  chosenTemplate,
  draftOf,
  problemsOf,
  withDetails,
} from "../../../../../renderer/screens/contracts/sign/sign-draft.ts";
import { BLANK_TEMPLATE, type ContractTemplate } from "../../../../../shared/commands/contracts/template.ts";
import { CONTRACT_TEMPLATES } from "../../../../../shared/commands/contracts/templates.ts";
import { must } from "../../../../../shared/lib/must.ts";
import type { Stored } from "../../../../../shared/records/index.ts";

const bronze: ContractTemplate = must(
  CONTRACT_TEMPLATES.find(({ key }) => key === "s0-bronze"),
  "S0 has a bronze level",
);
const today = "2026-11-23";
const contract: Stored<"contract"> = {
  type: "contract",
  id: "c1",
  data: {
    title: "HIS 年度维护",
    vendorId: "v1",
    systemIds: ["s1"],
    startDate: "2026-01-01",
    endDate: "2026-12-31",
  },
};

describe("a contract being signed", () => {
  test("begins today, for a year less a day, with notice 90 days before and the template's price", () => {
    expect(draftOf(bronze, today, undefined).details).toMatchObject({
      title: "铜牌级年度服务",
      startDate: "2026-11-23",
      endDate: "2027-11-22",
      noticeDate: "2027-08-24",
      amountFen: 5_000_000,
    });
  });

  test("after one of ours begins the day after it ends, with the same vendor and systems", () => {
    const terms: Stored<"term">[] = [
      {
        type: "term",
        id: "t1",
        data: {
          contractId: "c1",
          kind: "extension",
          startDate: "2027-01-01",
          endDate: "2027-03-31",
          decidedDate: today,
          decidedBy: "王主任",
        },
      },
    ];
    const draft = draftOf(bronze, today, { contract, terms });
    expect(draft.details).toMatchObject({
      vendorId: "v1",
      systemIds: ["s1"],
      title: "HIS 年度维护",
      startDate: "2027-04-01",
      endDate: "2028-03-31",
    });
  });

  test("moves its end and notice with its start, until somebody fills them in", () => {
    const moved = withDetails(draftOf(bronze, today, undefined), { startDate: "2027-01-01" }, bronze, "");
    expect(moved.details).toMatchObject({ endDate: "2027-12-31", noticeDate: "2027-10-02" });
    const fixed = withDetails(moved, { endDate: "2027-06-30" }, bronze, "");
    const again = withDetails(fixed, { startDate: "2027-02-01" }, bronze, "");
    expect(again.details).toMatchObject({ endDate: "2027-06-30", noticeDate: "2027-04-01" });
  });

  test("has no notice date where ninety days do not fit, and keeps what it had where the start is no date", () => {
    const start = withDetails(draftOf(bronze, today, undefined), { endDate: "2026-12-31" }, bronze, "");
    expect(start.details.noticeDate).toBeUndefined();
    const emptied = withDetails(draftOf(bronze, today, undefined), { startDate: "" }, bronze, "");
    expect(emptied.details.endDate).toBe("2027-11-22");
  });

  test("is named after its system, unless somebody named it", () => {
    const draft = draftOf(bronze, today, undefined);
    expect(withDetails(draft, { systemIds: ["s1"] }, bronze, "HIS").details.title).toBe("HIS 铜牌级年度服务");
    const named = withDetails(draft, { title: "门诊维护" }, bronze, "");
    expect(withDetails(named, { systemIds: ["s1"] }, bronze, "HIS").details.title).toBe("门诊维护");
    expect(draftOf(BLANK_TEMPLATE, today, undefined).details.title).toBe("");
  });

  test("signs what is ticked: suggestions only when somebody ticks them", () => {
    const draft = draftOf(bronze, today, undefined);
    expect(chosenTemplate(bronze, draft).clauses).toEqual(bronze.clauses);
    const ticked = { ...draft, clauses: draft.clauses.map((line) => ({ ...line, chosen: line.suggested })) };
    expect(chosenTemplate(bronze, ticked).clauses).toEqual(bronze.suggestedClauses);
  });

  test("marks a problem at the line where it stands, counting those left out", () => {
    const draft = draftOf(bronze, today, undefined);
    const without = { ...draft, clauses: draft.clauses.map((line, at) => ({ ...line, chosen: at !== 0 })) };
    const problems = problemsOf(
      [
        { part: "contract", field: "vendorId", kind: "missing" },
        { part: "clause", at: 1, failure: { kind: "negative", field: "target" } },
        { part: "entitlement", at: 0, field: "granted", kind: "negative" },
      ],
      without,
    );
    expect([...problems]).toEqual([
      ["vendorId", "missing"],
      ["clauses 2 target", "negative"],
      ["entitlements 0 granted", "negative"],
    ]);
  });
});
