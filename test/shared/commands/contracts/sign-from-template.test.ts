import { describe, expect, test } from "vitest";
import {
  signFromTemplate,
  type SigningDetails,
  type SigningFailure,
} from "../../../../shared/commands/contracts/sign-from-template.ts";
import { BLANK_TEMPLATE, type ContractTemplate } from "../../../../shared/commands/contracts/template.ts";
import { clauseTermsOf } from "../../../../shared/commands/contracts/clause-terms.ts";
import { clause, contract } from "./sample-contract.ts";

const details: SigningDetails = {
  vendorId: "v1",
  title: " HIS 年度维护 ",
  number: "",
  systemIds: [],
  moduleIds: [],
  region: undefined,
  startDate: "2026-01-01",
  endDate: "2026-12-31",
  noticeDate: undefined,
  amountFen: undefined,
  systemPriceFen: undefined,
  signedDate: undefined,
  signedBy: "",
};
const context = { ids: ["n0", "n1", "n2", "n3"], contracts: [contract] };
const long = "长".repeat(501);

describe("signing", () => {
  test("writes what is known and nothing else", () => {
    expect(signFromTemplate(BLANK_TEMPLATE, details, context)).toEqual({
      ok: true,
      value: [
        {
          type: "contract",
          id: "n0",
          patch: {
            title: "HIS 年度维护",
            vendorId: "v1",
            startDate: "2026-01-01",
            endDate: "2026-12-31",
            templateKey: "blank",
          },
        },
      ],
    });
  });

  test("takes the price from the form, not from the template", () => {
    const template = { ...BLANK_TEMPLATE, contract: { amountFen: 5_000_000 } };
    const signed = signFromTemplate(template, details, context);
    expect(signed.ok && "amountFen" in (signed.value[0]?.patch ?? {})).toBe(false);
  });

  test("of one day, and of a number that another vendor has used, is fine", () => {
    const oneDay = { ...details, endDate: "2026-01-01", vendorId: "v2", number: "HT-2026-0012" };
    expect(signFromTemplate(BLANK_TEMPLATE, oneDay, context).ok).toBe(true);
  });

  const bad: readonly [string, Partial<SigningDetails>, readonly [keyof SigningDetails, string][]][] = [
    [
      "nothing filled in",
      { vendorId: "", title: " ", startDate: "", endDate: "" },
      [
        ["vendorId", "missing"],
        ["title", "missing"],
        ["startDate", "missing"],
        ["endDate", "missing"],
      ],
    ],
    ["a day that does not exist", { startDate: "2026-02-30" }, [["startDate", "notADate"]]],
    ["a date in words", { noticeDate: "十月" }, [["noticeDate", "notADate"]]],
    ["an end before the start", { endDate: "2025-12-31" }, [["endDate", "endBeforeStart"]]],
    ["a notice after the end", { noticeDate: "2027-01-01" }, [["noticeDate", "noticeAfterEnd"]]],
    ["a negative price", { amountFen: -1 }, [["amountFen", "negative"]]],
    ["a number this vendor's contract has", { number: " HT-2026-0012 " }, [["number", "numberTaken"]]],
    [
      "texts without end",
      { title: long, number: long, signedBy: long },
      [
        ["title", "tooLong"],
        ["number", "tooLong"],
        ["signedBy", "tooLong"],
      ],
    ],
  ];
  test.each(bad)("refuses %s", (_name, patch, expected) => {
    const signed = signFromTemplate(BLANK_TEMPLATE, { ...details, ...patch }, context);
    expect(signed.ok ? [] : signed.failure).toEqual(
      expected.map(([field, kind]) => ({ part: "contract", field, kind })),
    );
  });

  test("refuses lines that cannot be kept, and says which", () => {
    const template: ContractTemplate = {
      ...BLANK_TEMPLATE,
      clauses: [clauseTermsOf(clause("k1").data), clauseTermsOf(clause("k2", { target: -4 }).data)],
      entitlements: [{ name: " ", kind: "trainee", granted: -2, period: "year", startsFrom: "term" }],
      obligations: [{ name: "月报", party: "vendor", recurrence: "monthly", dueDays: 1.5 }],
    };
    const expected: SigningFailure[] = [
      { part: "clause", at: 1, failure: { kind: "negative", field: "target" } },
      { part: "entitlement", at: 0, field: "name", kind: "missing" },
      { part: "entitlement", at: 0, field: "granted", kind: "negative" },
      { part: "obligation", at: 0, field: "dueDays", kind: "notWhole" },
    ];
    expect(signFromTemplate(template, details, context)).toEqual({ ok: false, failure: expected });
  });
});
