import { describe, expect, test } from "vitest";
import { checkClause } from "../../../../shared/commands/contracts/check-clause.ts";
import {
  idsToSign,
  signFromTemplate,
  type SigningDetails,
} from "../../../../shared/commands/contracts/sign-from-template.ts";
import type { ContractTemplate } from "../../../../shared/commands/contracts/template.ts";
import { templateOf } from "../../../../shared/commands/contracts/template-of.ts";
import { CONTRACT_TEMPLATES } from "../../../../shared/commands/contracts/templates.ts";
import { registry, type Stored } from "../../../../shared/records/index.ts";
import { must } from "../../../../shared/lib/must.ts";
import { contradictionsIn } from "../../../../shared/rules/clauses/contradictions.ts";

const details: SigningDetails = {
  vendorId: "v1",
  title: "HIS 维护合同",
  number: "HT-2026-0100",
  systemIds: ["s1"],
  moduleIds: [],
  region: undefined,
  startDate: "2026-01-01",
  endDate: "2026-12-31",
  noticeDate: "2026-10-02",
  amountFen: 5_000_000,
  systemPriceFen: undefined,
  signedDate: undefined,
  signedBy: "",
};
const ids = Array.from({ length: 60 }, (_, at) => `n${at}`);

const template = (key: string): ContractTemplate =>
  must(
    CONTRACT_TEMPLATES.find((one) => one.key === key),
    `there is a template ${key}`,
  );

describe.each(CONTRACT_TEMPLATES.map((one) => [one.key, one] as const))("the template %s", (_key, one) => {
  test("says which document and section it comes from", () => {
    expect(one.source).toMatch(/^S[0-4] 《.+》/);
    expect(one.name.zh).not.toBe("");
    expect(one.name.en).not.toBe("");
    for (const line of [...one.clauses, ...one.suggestedClauses]) {
      expect(line.number, line.name).toBeDefined();
      expect(line.wording, line.name).toBeDefined();
      expect(line.page, line.name).toBeUndefined();
    }
    for (const line of [...one.entitlements, ...one.obligations]) {
      expect(line.clauseNumber, line.name).toBeDefined();
      expect(line.wording, line.name).toBeDefined();
    }
  });

  test("signs in one step, and the store takes every record", () => {
    const signed = signFromTemplate(one, details, { ids, contracts: [] });
    expect(signed.ok).toBe(true);
    if (!signed.ok) return;
    expect(signed.value).toHaveLength(idsToSign(one));
    expect(new Set(signed.value.map(({ id }) => id)).size).toBe(signed.value.length);
    for (const { type, patch } of signed.value) {
      const parsed = registry[type].schema.safeParse(patch);
      expect(parsed.error, `${type} ${JSON.stringify(patch)}`).toBeUndefined();
      if (type !== "contract") expect(patch).toMatchObject({ contractId: "n0" });
    }
  });

  test("has clauses that count, none due at once unasked", () => {
    for (const line of one.clauses) {
      expect(checkClause(line), line.name).toEqual({ failures: [], warnings: [] });
    }
    for (const line of one.suggestedClauses) expect(checkClause(line).failures, line.name).toEqual([]);
  });
});

describe("the levels of S0", () => {
  const levels = [
    ["diamond", 20_000_000, { residentDay: undefined, emergencyVisit: undefined, trainee: 2 }],
    ["gold", 15_000_000, { scheduledVisit: 1, emergencyVisit: undefined, trainee: 1 }],
    ["silver", 10_000_000, { scheduledVisit: 1, emergencyVisit: 10 }],
    ["bronze", 5_000_000, { scheduledVisit: 1, emergencyVisit: 5 }],
  ] as const;
  test.each(levels)("%s costs and grants what its line says (C01)", (level, amountFen, granted) => {
    const { contract, entitlements } = template(`s0-${level}`);
    expect(contract).toMatchObject({
      kind: "annual",
      level,
      amountFen,
      feeRule: "perVisit",
      dailyFen: 100_000,
    });
    const kinds = entitlements.filter(({ kind }) => kind !== "remoteAdvice");
    expect(Object.fromEntries(kinds.map((one) => [one.kind, one.granted]))).toEqual(granted);
  });

  test("visit quarterly, half-yearly, yearly", () => {
    const period = (key: string): string | undefined =>
      template(key).entitlements.find(({ kind }) => kind === "scheduledVisit")?.period;
    expect(["s0-gold", "s0-silver", "s0-bronze"].map(period)).toEqual(["quarter", "halfYear", "year"]);
  });

  test("clock arrival from our confirmation, and reply and plan from the report (T01, T02)", () => {
    expect(
      template("s0-bronze").clauses.map(({ metric, startEvent, target }) => [metric, startEvent, target]),
    ).toEqual([
      ["reply", "reported", 4],
      ["plan", "reported", 24],
      ["arrival", "planConfirmed", 12],
      ["arrival", "planConfirmed", 36],
    ]);
  });

  test("offer a clause on our own confirmation, for which the paper sets no time (F12)", () => {
    expect(template("s0-gold").suggestedClauses).toMatchObject([
      { metric: "confirmation", party: "hospital", startEvent: "planSubmitted", stopEvent: "planConfirmed" },
    ]);
  });

  test("owe a report a month (T15), and leave changes of software to an agreement of their own (C17)", () => {
    expect(template("s0-silver").obligations).toMatchObject([{ party: "vendor", recurrence: "monthly" }]);
    expect(template("s0-silver").contract.note).toContain("软件客户化修改协议");
  });

  test("by the visit, no time is guaranteed and money is by the formula (C03, C04)", () => {
    const one = template("s0-per-visit");
    expect(one.contract).toMatchObject({ kind: "perVisit", bestEffort: true, dailyFen: 100_000 });
    expect(one.clauses).toEqual([]);
  });
});

describe("what contradicts itself in a document", () => {
  const today = "2026-11-23";
  const clausesOf = (key: string): Stored<"clause">[] => {
    const signed = signFromTemplate(template(key), details, { ids, contracts: [] });
    return (signed.ok ? signed.value : []).flatMap(({ type, id, patch }) =>
      type === "clause" ? [{ type, id, data: registry.clause.schema.parse(patch) }] : [],
    );
  };
  const found = (key: string): (readonly [string, readonly string[]])[] =>
    contradictionsIn("n0", { clauses: clausesOf(key), rulings: [], calendars: [], notices: [] }, today).map(
      ({ metric, clauses }) => [metric, clauses.map(({ data }) => data.name)],
    );

  test("S1 replaces within a day and within seven (T04)", () => {
    expect(found("s1-free-operation")).toEqual([["replacement", ["换货 1 日", "换货 7 日"]]]);
  });

  test("S3 keeps its two responses (T08, T09)", () => {
    expect(found("s3-equipment-warranty")).toContainEqual(["response", ["派出人员 1 小时", "响应 2 小时"]]);
  });

  test("S3 keeps its two arrivals: 24 hours from the report, 30 minutes once remote help failed (T08, T10)", () => {
    const arrivals = template("s3-equipment-warranty").clauses.filter(({ metric }) => metric === "arrival");
    expect(arrivals.map(({ startEvent, target, unit }) => [startEvent, target, unit])).toEqual([
      ["reported", 24, "hour"],
      ["remoteFailed", 30, "minute"],
    ]);
  });

  test("S0, S2 agree with themselves", () => {
    expect(found("s0-gold")).toEqual([]);
    expect(found("s2-warranty")).toEqual([]);
  });
});

describe("the other documents", () => {
  test("S1: 1, 2 and 5 hours for severe faults, and staff who stay until it is solved (T03, W21)", () => {
    const severe = template("s1-free-operation").clauses.filter(({ severities }) =>
      severities?.includes("critical"),
    );
    expect(severe.map(({ metric, target, staysUntilSolved }) => [metric, target, staysUntilSolved])).toEqual([
      ["response", 1, undefined],
      ["arrival", 2, true],
      ["resolution", 5, true],
    ]);
  });

  test("S1: summary at quarter end, parts notice, residents, quality goals (T16, C11, T17, T18, T06)", () => {
    expect(template("s1-free-operation").obligations).toMatchObject([
      { recurrence: "quarterly" },
      { recurrence: "onChange", noticeMonths: 6 },
      { recurrence: "onChange", noticeMonths: 3, mostPerYear: 1, needsConsent: true },
      { recurrence: "yearly" },
      { recurrence: "yearly" },
    ]);
  });

  test("S1: three years from the signed acceptance, what is not listed is free, expansion at bid price (C08, C13)", () => {
    const one = template("s1-free-operation");
    expect(one.contract.feeRule).toBe("free");
    expect(one.entitlements[0]).toMatchObject({ startsFrom: "acceptance", months: 36 });
    expect(one.ceilings).toHaveLength(1);
  });

  test("S1: a telephone desk by day and mobiles day and night, complaints until we are satisfied (T05, T19)", () => {
    const lines = template("s1-free-operation").entitlements.filter(({ kind }) => kind !== "scheduledVisit");
    const wordingOf = (number: string): string =>
      lines.flatMap(({ clauseNumber, wording }) => (clauseNumber === number ? [wording] : [])).join();
    expect(wordingOf("1.4.1")).toMatch(/周一至周五 8:30–17:00，法定节假日除外/);
    expect(wordingOf("1.1、1.3.2、1.4.1")).toMatch(/手机 7×24/);
    expect(wordingOf("1.3.5")).toMatch(/7×24 受理.*直到满意/);
    const centre = template("s4-free-then-tenth").entitlements.find(({ name }) => name.includes("投诉"));
    expect(centre?.wording).toMatch(/7×24 受理/);
  });

  test("S1: its goal of a day for any other fault is a clause, its other goals are proven once a year (T06, T18)", () => {
    const one = template("s1-free-operation");
    expect(one.clauses).toContainEqual(
      expect.objectContaining({
        metric: "response",
        target: 24,
        unit: "hour",
        severities: ["normal", "low"],
      }),
    );
    const yearly = one.obligations.filter(({ recurrence }) => recurrence === "yearly");
    expect(yearly.map(({ wording }) => wording).join()).toMatch(
      /两年以上售后.*三年以上集成.*低于 1%.*99%.*100%/,
    );
  });

  test("S2: a year from the acceptance of the works, then another contract is advised (C10)", () => {
    const one = template("s2-warranty");
    expect([one.contract.kind, one.termMonths]).toEqual(["warranty", 12]);
    expect(one.entitlements).toContainEqual(
      expect.objectContaining({ kind: "freeMaintenance", startsFrom: "acceptance", months: 12 }),
    );
    expect(one.contract.note).toContain("另签维护合同");
  });

  test("S2: an hour, 48 hours, 48 hours, then a loaner (T07)", () => {
    expect(template("s2-warranty").clauses.map(({ metric, target }) => [metric, target])).toEqual([
      ["response", 1],
      ["arrival", 48],
      ["resolution", 48],
      ["loaner", 48],
    ]);
  });

  test("S3: we owe the broken part within 15 working days; the hotline changes with three days' notice (F16, C18)", () => {
    const one = template("s3-equipment-warranty");
    expect(one.clauses).toContainEqual(
      expect.objectContaining({ metric: "partReturn", party: "hospital", target: 15, unit: "workingDay" }),
    );
    expect(one.obligations).toContainEqual(
      expect.objectContaining({ recurrence: "onChange", noticeDays: 3 }),
    );
  });

  test("S3: staff set out within the hour, at once only if we agree on minutes; a spare a day after they came (T09, T10)", () => {
    const one = template("s3-equipment-warranty");
    expect(one.clauses).toContainEqual(
      expect.objectContaining({ number: "五3", metric: "response", target: 1, unit: "hour" }),
    );
    expect(one.suggestedClauses).toMatchObject([{ number: "五3", metric: "response", target: 0 }]);
    expect(one.clauses).toContainEqual(
      expect.objectContaining({ metric: "loaner", startEvent: "arrived", target: 24, unit: "hour" }),
    );
  });

  test("S3: past the warranty hardware at its cost and a service fee, advice from afar free for life (C14)", () => {
    const one = template("s3-equipment-warranty");
    expect(one.contract.feeRule).toBe("costPlusService");
    expect(one.ceilings).toMatchObject([{ item: "保修期外更换硬件（成本价）" }]);
    expect(one.entitlements).toContainEqual(
      expect.objectContaining({ kind: "remoteAdvice", lifelong: true, clauseNumber: "五4" }),
    );
  });

  test("S3: 12 months from installation, patrols that thin out, mishandling at the vendor's cost (C09, C14, C16)", () => {
    const signed = signFromTemplate(template("s3-equipment-warranty"), details, { ids, contracts: [] });
    const patrols = (signed.ok ? signed.value : []).filter(
      ({ type, patch }) => type === "entitlement" && patch["kind"] === "scheduledVisit",
    );
    expect(patrols.map(({ patch }) => [patch["granted"], patch["period"], patch["startDate"]])).toEqual([
      [3, "quarter", undefined],
      [6, "year", "2027-01-01"],
      [1, "quarter", "2028-01-01"],
    ]);
    expect(template("s3-equipment-warranty").contract).toMatchObject({ feeRule: "costPlusService" });
    expect(template("s3-equipment-warranty").contract.exclusions).toContainEqual(
      expect.objectContaining({ cause: "mishandling", payer: "vendor" }),
    );
  });

  test("S4: three dated entitlements, 10 % a year, parts at contract price for three years (C06, C07, C12)", () => {
    const one = template("s4-free-then-tenth");
    expect(one.entitlements.slice(0, 3)).toMatchObject([
      { months: 12, startsFrom: "acceptance" },
      { months: 36, startsFrom: "acceptance" },
      { lifelong: true, startsFrom: "acceptance" },
    ]);
    expect(one.contract).toMatchObject({ feeRule: "percentOfSystem", renewalPermille: 100 });
    const signed = signFromTemplate(one, details, { ids, contracts: [] });
    expect(signed.ok && signed.value[0]?.patch).toMatchObject({ ceilings: [{ untilDate: "2028-12-31" }] });
  });

  test("S4: half an hour to respond, two hours when urgent, a day until it is solved (T11)", () => {
    const [respond, urgent] = template("s4-free-then-tenth").clauses;
    expect(respond).toMatchObject({ metric: "response", target: 30, unit: "minute" });
    expect(urgent).toMatchObject({ metric: "arrival", target: 2, severities: ["critical", "urgent"] });
    expect(template("s4-free-then-tenth").clauses.at(-1)).toMatchObject({
      ...{ metric: "resolution", startEvent: "reported", target: 24, unit: "hour", evidence: "signature" },
    });
  });

  test("S4: a line for five days of eight hours, one for day and night, thirty days on site (T13, T14)", () => {
    const lines = template("s4-free-then-tenth").entitlements;
    expect(lines.filter(({ kind }) => kind === "remoteAdvice").map(({ name }) => name)).toEqual([
      "服务专线（5×8）",
      "金牌服务（7×24）",
    ]);
    expect(lines.find(({ kind }) => kind === "residentDay")).toMatchObject({
      ...{ granted: 30, startsFrom: "acceptance", months: 1 },
    });
  });

  test("S4: what people, force majeure and wear break is ours to pay (C07, C15)", () => {
    const { exclusions = [] } = template("s4-free-then-tenth").contract;
    expect(exclusions.map(({ cause, payer }) => [cause, payer])).toEqual([
      ["humanDamage", "hospital"],
      ["misuse", "hospital"],
      ["forceMajeure", "hospital"],
      ["consumable", "hospital"],
    ]);
  });

  test("S4: arrival goes by distance (T12)", () => {
    const byRegion = template("s4-free-then-tenth").clauses.filter(({ regions }) => regions !== undefined);
    expect(byRegion.map(({ regions, target }) => [regions?.[0], target])).toEqual([
      ["city", 2],
      ["province", 24],
      ["nation", 48],
    ]);
  });
});

test("a signed contract serves as a template, and signs to the same again", () => {
  for (const one of CONTRACT_TEMPLATES) {
    const signed = signFromTemplate(one, details, { ids, contracts: [] });
    if (!signed.ok) throw new Error(one.key);
    const records = signed.value.map(
      ({ type, id, patch }) => ({ type, id, data: patch }) as unknown as Stored,
    );
    const of = <T extends Stored["type"]>(type: T): Stored<T>[] =>
      records.filter((record) => record.type === type) as unknown as Stored<T>[];
    const own = templateOf(must(of("contract")[0], "a contract was signed"), {
      clauses: of("clause"),
      entitlements: of("entitlement"),
      obligations: of("obligation"),
    });
    expect(own.termMonths).toBe(12);
    expect(own.source).toBe("HIS 维护合同（HT-2026-0100）");
    expect(signFromTemplate(own, details, { ids, contracts: [] })).toEqual(signed);
  }
});
