import { describe, expect, it } from "vitest";
import {
  dispatchContracts,
  dispatchPlan,
} from "../../../../../renderer/screens/incidents/dispatch/dispatch-plan.ts";
import type { ContractFile } from "../../../../../renderer/screens/contracts/contract-file.ts";
import type { Entitlement, Stored } from "../../../../../shared/records/index.ts";
import { contractOf } from "../../../../shared/rules/clauses/fixtures.ts";

const TODAY = "2026-11-23";

function grant(id: string, data: Partial<Entitlement>): Stored<"entitlement"> {
  const plain = {
    contractId: "k1",
    name: id,
    kind: "emergencyVisit",
    period: "term",
    startsFrom: "term",
  } as const;
  return { type: "entitlement", id, data: { ...plain, ...data } };
}

function used(entitlementId: string): Stored<"entitlementEntry"> {
  const data = {
    entitlementId,
    kind: "used",
    day: "2026-05-01",
    recordedAt: "2026-05-01T01:00:00.000Z",
  } as const;
  return { type: "entitlementEntry", id: `u-${entitlementId}`, data: { ...data, units: 1 } };
}

function fileOf(
  entitlements: readonly Stored<"entitlement">[],
  entries: readonly Stored<"entitlementEntry">[] = [],
): ContractFile {
  return {
    contract: contractOf({}),
    vendor: undefined,
    systems: [],
    modules: [],
    terms: [],
    clauses: [],
    rulings: [],
    entitlements,
    entries,
    visits: [],
    obligations: [],
    obligationEntries: [],
    agreements: [],
    letters: [],
  };
}

describe("how somebody comes for a fault", () => {
  it("orders on what is left, an emergency first", () => {
    const plan = dispatchPlan(
      "covered",
      fileOf([grant("定期", { kind: "scheduledVisit", granted: 1 }), grant("紧急", { granted: 5 })]),
      TODAY,
    );
    expect(plan.why).toBeUndefined();
    expect(plan.usable.map(({ entitlement }) => entitlement.id)).toEqual(["紧急", "定期"]);
  });

  it("quotes once everything is used up, and says so", () => {
    const plan = dispatchPlan("covered", fileOf([grant("紧急", { granted: 1 })], [used("紧急")]), TODAY);
    expect(plan.why).toBe("usedUp");
    expect(plan.grants[0]?.balance.left).toBe(0);
  });

  it("quotes where nothing is granted, in a gap, and by the visit", () => {
    expect(dispatchPlan("covered", fileOf([grant("培训", { kind: "trainee" })]), TODAY).why).toBe(
      "noEntitlement",
    );
    expect(dispatchPlan("contractGap", fileOf([grant("紧急", { granted: 5 })]), TODAY).why).toBe("gap");
    expect(dispatchPlan("perVisit", fileOf([]), TODAY).why).toBe("perVisit");
  });

  it("goes by the contract that ended last where none is in force, and by none where none ever was", () => {
    const last = contractOf({}, "old");
    expect(dispatchContracts({ kind: "contractGap", date: TODAY, lastContract: last })).toEqual([last]);
    expect(dispatchContracts({ kind: "contractGap", date: TODAY, lastContract: undefined })).toEqual([]);
    expect(dispatchContracts({ kind: "noVendor" })).toEqual([]);
  });
});
