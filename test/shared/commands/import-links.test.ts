import { describe, expect, it } from "vitest";
import { KnownNames, linkedData, linksOf, namesOfRecord } from "../../../shared/commands/import-links.ts";
import type { Draft } from "../../../shared/import/types.ts";

function draft(type: Draft["type"], names: Draft["names"], data: Draft["data"] = {}): Draft {
  return { type, rows: [2], data, names, events: [] };
}

const vendor = namesOfRecord({
  type: "vendor",
  id: "v1",
  data: { name: "东方软件股份有限公司", shortName: "东软" },
});

describe("names in an old ledger", () => {
  it("finds a vendor by its full name, its short name, and either in full-width or other case", () => {
    const known = new KnownNames({ vendor: [vendor, { id: "v2", names: ["Winning Health"] }] });
    expect(known.find("vendor", "东软")).toBe("v1");
    expect(known.find("vendor", " 东方软件股份有限公司 ")).toBe("v1");
    expect(known.find("vendor", "ＷＩＮＮＩＮＧ　health")).toBe("v2");
    expect(known.find("vendor", "卫宁")).toBeUndefined();
    expect(known.find("system", "东软")).toBeUndefined();
  });

  it("asks for a vendor and a system that nobody recorded yet, each once however it is spelled", () => {
    const links = linksOf(draft("incident", { vendorId: ["卫宁"], systemId: ["HIS"] }), new KnownNames({}));
    expect(links.create).toEqual([
      { type: "system", name: "HIS" },
      { type: "vendor", name: "卫宁" },
    ]);
    expect(links.holds).toBe(false);
  });

  it("never invents a contract: its name is kept as text", () => {
    const one = draft("incident", { contractId: ["2019维保"] }, { extra: "列：值" });
    const links = linksOf(one, new KnownNames({}));
    expect(links.holds).toBe(false);
    expect(linkedData(one, links)).toEqual({ extra: "列：值\n合同：2019维保" });
  });

  it("holds a backup check whose plan is not recorded, and takes it once the plan is", () => {
    const check = draft("backupCheck", { planId: ["HIS每日"] }, { checkDate: "2026-01-04", result: "ok" });
    expect(linksOf(check, new KnownNames({})).holds).toBe(true);
    const known = new KnownNames({ backupPlan: [{ id: "p1", names: ["HIS 每日"] }] });
    const links = linksOf(check, known);
    expect(links.holds).toBe(false);
    expect(linkedData(check, links)).toEqual({ checkDate: "2026-01-04", result: "ok", planId: "p1" });
  });

  it("gives all systems that a contract names", () => {
    const known = new KnownNames({
      system: [
        { id: "s1", names: ["HIS"] },
        { id: "s2", names: ["LIS"] },
      ],
    });
    const links = linksOf(draft("contract", { systemIds: ["HIS", "LIS"] }), known);
    expect(links.ids).toEqual({ systemIds: ["s1", "s2"] });
  });
});
