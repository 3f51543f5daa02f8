import { describe, expect, it } from "vitest";
import type { Agreement, Contract } from "../../../../shared/records/index.ts";
import { agreementState, costOf } from "../../../../shared/rules/fees/agreement-state.ts";
import { priceAgainstCeiling, whoPays, yearlyFee } from "../../../../shared/rules/fees/contract-prices.ts";
import { feeOn } from "../../../../shared/rules/fees/fee-rule.ts";
import type { Cover } from "../../../../shared/rules/clauses/cover.ts";
import { contractOf } from "../clauses/fixtures.ts";
import {
  daysOnSite,
  nextVisitFee,
  visitFee,
  type FeeParts,
} from "../../../../shared/rules/fees/visit-fee.ts";

const parts: FeeParts = { people: 2, days: 3, travelFen: 120_000, lodgingFen: 30_000, dailyFen: 100_000 };

describe("the fee of a visit outside the contract", () => {
  it.each<readonly [string, Partial<FeeParts>, number]>([
    ["two people for three days", {}, 2 * (120_000 + 130_000 * 3)],
    ["one person for one day", { people: 1, days: 1 }, 250_000],
    ["who comes free of charge", { travelFen: 0, lodgingFen: 0, dailyFen: 0 }, 0],
    ["who lives in town", { travelFen: 0, lodgingFen: 0 }, 600_000],
  ])("is travel and days for each person: %s", (_, change, expected) => {
    expect(visitFee({ ...parts, ...change })).toEqual({ ok: true, value: expected });
  });

  it.each<readonly [Partial<FeeParts>, string, string]>([
    [{ people: 0 }, "notACount", "people"],
    [{ people: 1.5 }, "notACount", "people"],
    [{ people: 1000 }, "notACount", "people"],
    [{ days: -1 }, "notACount", "days"],
    [{ days: Number.NaN }, "notACount", "days"],
    [{ days: 3661 }, "notACount", "days"],
    [{ travelFen: -1 }, "notAnAmount", "travelFen"],
    [{ lodgingFen: 0.5 }, "notAnAmount", "lodgingFen"],
    [{ dailyFen: Infinity }, "notAnAmount", "dailyFen"],
    [{ dailyFen: 1e13 + 1 }, "tooMuch", "dailyFen"],
    [{ dailyFen: 1e13 }, "tooMuch", "days"],
  ])("is refused for %o", (change, kind, field) => {
    expect(visitFee({ ...parts, ...change })).toEqual({ ok: false, failure: { kind, field } });
  });

  it.each([
    ["2026-06-01", "2026-06-01", 1],
    ["2026-02-27", "2026-03-02", 4],
    ["2026-12-31", "2027-01-01", 2],
  ])("counts the day of arrival and the day of departure: %s to %s", (arrived, left, days) => {
    expect(daysOnSite(arrived, left)).toEqual({ ok: true, value: days });
  });

  it.each([
    ["2026-06-02", "2026-06-01", "leftBeforeArrival"],
    ["2026-02-30", "2026-03-01", "notADate"],
    ["2026-02-01", "", "notADate"],
  ])("does not count from %s to %s", (arrived, left, kind) => {
    expect(daysOnSite(arrived, left)).toEqual({ ok: false, failure: { kind } });
  });

  const quote = (change: Partial<Agreement> = {}): Agreement => ({
    contractId: "k1",
    number: "1",
    kind: "visit",
    subject: "上门",
    quotedDate: "2026-06-01",
    ...parts,
    ...change,
  });

  it("of the next visit is foretold by the last quote, else by a day's pay", () => {
    expect(nextVisitFee({}, [])).toBe(100_000);
    expect(nextVisitFee({ dailyFen: 80_000 }, [])).toBe(80_000);
    const later = quote({ quotedDate: "2026-07-01", people: 1, days: 1 });
    expect(nextVisitFee({}, [later, quote()])).toBe(250_000);
    expect(nextVisitFee({}, [quote({ ...later, withdrawnDate: "2026-07-02" }), quote()])).toBe(1_020_000);
  });

  const stamped = { signedDate: "2026-06-02", scanSha256: "a".repeat(64) };
  it.each<readonly [string, Partial<Agreement>]>([
    ["quoted", {}],
    ["quoted", { signedDate: "2026-06-02" }],
    ["signed", stamped],
    ["dispatched", { ...stamped, dispatchedAt: "2026-06-03T00:00:00.000Z" }],
    ["onSite", { ...stamped, arrivedDate: "2026-06-04" }],
    ["done", { ...stamped, arrivedDate: "2026-06-04", leftDate: "2026-06-05" }],
    ["done", { kind: "customisation", ...stamped, acceptedDate: "2026-06-05" }],
    ["withdrawn", { ...stamped, withdrawnDate: "2026-06-05" }],
  ])("stands as %s with %o", (state, change) => {
    expect(agreementState(quote(change))).toBe(state);
  });

  it("is an estimate until they have left, then by the days they spent", () => {
    expect(costOf(quote())).toEqual({ fen: 1_020_000, isFinal: false, days: 3 });
    const agreed = quote({ amountFen: 900_000, arrivedDate: "2026-06-04", leftDate: "2026-06-09" });
    expect(costOf(agreed)).toEqual({ fen: 900_000, isFinal: true, days: 6 });
    expect(costOf(quote({ amountFen: 900_000 }))).toEqual({ fen: 900_000, isFinal: false, days: 3 });
    expect(costOf(quote({ arrivedDate: "2026-06-04", leftDate: "2026-06-05" }))).toEqual({
      fen: 760_000,
      isFinal: true,
      days: 2,
    });
    const { people: _people, ...open } = quote();
    expect(costOf(open)).toBeUndefined();
    expect(costOf({ ...open, amountFen: 5 })).toEqual({ fen: 5, isFinal: true, days: undefined });
  });
});

describe("prices of the contract", () => {
  it.each<readonly [Partial<Contract>, number | undefined]>([
    [{ systemPriceFen: 200_000_000, renewalPermille: 100 }, 20_000_000],
    [{ systemPriceFen: 1_005, renewalPermille: 100 }, 101],
    [{ systemPriceFen: 1_004, renewalPermille: 100 }, 100],
    [{ systemPriceFen: 0, renewalPermille: 100 }, 0],
    [{ systemPriceFen: 100 }, undefined],
    [{ renewalPermille: 100 }, undefined],
    [{ systemPriceFen: -1, renewalPermille: 100 }, undefined],
    [{ systemPriceFen: 100, renewalPermille: 1001 }, undefined],
    [{ systemPriceFen: 100, renewalPermille: Number.NaN }, undefined],
    [{ systemPriceFen: 0.5, renewalPermille: 100 }, undefined],
    [{ systemPriceFen: 1e13 + 1, renewalPermille: 100 }, undefined],
    [{ systemPriceFen: 1e13 - 1, renewalPermille: 999 }, 9_989_999_999_999],
  ])("a tenth of the system's price a year: %o", (contract, fee) => {
    expect(yearlyFee(contract)).toBe(fee);
  });

  const ceilings = [
    { item: "硬盘", priceFen: 100_000, untilDate: "2026-12-31" },
    { item: "硬盘", priceFen: 90_000, untilDate: "2025-12-31" },
    { item: "扩容", priceFen: 500_000 },
    { item: "没有价格" },
  ];
  it.each([
    ["硬盘", 100_000, "2026-06-01", { kind: "within", ceilingFen: 100_000 }],
    ["硬盘", 100_001, "2026-06-01", { kind: "above", ceilingFen: 100_000, overFen: 1 }],
    ["硬盘", 95_000, "2025-06-01", { kind: "above", ceilingFen: 90_000, overFen: 5_000 }],
    ["硬盘", 1, "2027-01-01", { kind: "expired", untilDate: "2026-12-31" }],
    [" 扩容 ", 500_000, "2099-01-01", { kind: "within", ceilingFen: 500_000 }],
    ["没有价格", 1, "2026-06-01", { kind: "noCeiling" }],
    ["别的", 1, "2026-06-01", { kind: "noCeiling" }],
    ["硬盘", -1, "2026-06-01", { kind: "notAnAmount" }],
    ["硬盘", Number.NaN, "2026-06-01", { kind: "notAnAmount" }],
    ["硬盘", 1e13 + 1, "2026-06-01", { kind: "notAnAmount" }],
  ])("a quote for %s of %i fen on %s", (item, price, day, expected) => {
    expect(priceAgainstCeiling({ ceilings }, item, price, day)).toEqual(expected);
  });

  it.each([
    ["defect", "vendor", undefined, false],
    ["humanDamage", "hospital", "六(二)", false],
    ["mishandling", "vendor", undefined, true],
    ["virus", undefined, "七", false],
    ["environment", undefined, "八", false],
    ["unknown", undefined, undefined, false],
    [undefined, undefined, undefined, false],
  ] as const)("who pays for %s", (cause, payer, clauseNumber, isLiable) => {
    const exclusions = [
      { cause: "humanDamage" as const, payer: "hospital" as const, clauseNumber: "六(二)" },
      { cause: "mishandling" as const, payer: "hospital" as const },
      { cause: "virus" as const, clauseNumber: "七" },
      { cause: "environment" as const, payer: "hospital" as const, clauseNumber: "八" },
      { cause: "environment" as const, payer: "vendor" as const, clauseNumber: "九" },
    ];
    expect(whoPays({ exclusions }, cause)).toEqual({ payer, clauseNumber, isLiable });
  });
});

describe("the fee rule that is on", () => {
  const ruled = (feeRule: Contract["feeRule"]) => contractOf(feeRule === undefined ? {} : { feeRule });
  it.each([
    [undefined, "perVisit", "perVisit", "perVisit"],
    ["free", "free", "free", "perVisit"],
    ["percentOfSystem", "percentOfSystem", "percentOfSystem", "percentOfSystem"],
    ["costPlusService", "costPlusService", "costPlusService", "costPlusService"],
    ["byQuote", "byQuote", "byQuote", "byQuote"],
  ] as const)("of a contract that says %s", (said, beyond, byVisit, inGap) => {
    const contract = ruled(said);
    const covered: Cover = { kind: "covered", contracts: [contract], clauses: [], setAside: [] };
    expect(feeOn(covered)).toEqual({ kind: "included", beyond: [{ contract, rule: beyond }] });
    const charged = { kind: "charged", contract };
    expect(feeOn({ kind: "perVisit", contract })).toEqual({ ...charged, why: "perVisit", rule: byVisit });
    const gap: Cover = { kind: "contractGap", date: "2026-06-01", lastContract: contract };
    expect(feeOn(gap)).toEqual({ ...charged, why: "contractGap", rule: inGap });
  });

  it("is the visit formula where there never was a contract, and none before anybody is asked", () => {
    const gap: Cover = { kind: "contractGap", date: "2026-06-01", lastContract: undefined };
    expect(feeOn(gap)).toMatchObject({ kind: "charged", rule: "perVisit", contract: undefined });
    expect(feeOn({ kind: "noVendor" })).toEqual({ kind: "none" });
    expect(feeOn({ kind: "notReported" })).toEqual({ kind: "none" });
  });
});
