import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../../shared/lib/dates.ts";
import type { Entitlement, EntitlementEntry, Stored } from "../../../../shared/records/index.ts";
import type { ContractTerm } from "../../../../shared/rules/clauses/terms.ts";
import { balanceOf } from "../../../../shared/rules/entitlements/balance.ts";
import { forecastOf } from "../../../../shared/rules/entitlements/forecast.ts";
import { standingEntries, unitsOf, type Entry } from "../../../../shared/rules/entitlements/ledger.ts";

const term = (startDate: string, endDate: string): ContractTerm => ({
  termId: undefined,
  kind: "first",
  startDate,
  endDate,
  noticeDate: undefined,
  amountFen: undefined,
});
const year2026 = [term("2026-01-01", "2026-12-31")];
const visits = (data: Partial<Entitlement> = {}): Stored<"entitlement"> => ({
  type: "entitlement",
  id: "q1",
  data: {
    contractId: "k1",
    name: "紧急上门",
    kind: "emergencyVisit",
    granted: 5,
    period: "term",
    startsFrom: "term",
    ...data,
  },
});
let entries = 0;
const entry = (
  kind: EntitlementEntry["kind"],
  day: string,
  more: Partial<EntitlementEntry> = {},
  id = `e${(entries += 1)}`,
): Entry => ({
  type: "entitlementEntry",
  id,
  data: { entitlementId: "q1", kind, day, recordedAt: `${day}T00:00:00.000Z`, units: 1, ...more },
});
const left = (own: readonly Entry[], day = "2026-06-30", of = visits(), terms = year2026) =>
  balanceOf(of, own, terms, [], day).left;

describe("what is left of five visits", () => {
  const reserved = entry("reserved", "2026-03-01", {}, "r1");
  it.each<readonly [string, readonly Entry[], number]>([
    ["nothing happened", [], 5],
    ["one is set aside", [reserved], 4],
    ["it took place", [reserved, entry("used", "2026-03-02", { aboutId: "r1" })], 4],
    ["it was cancelled", [reserved, entry("released", "2026-03-02", { aboutId: "r1" })], 5],
    ["one took place without being set aside", [entry("used", "2026-03-02")], 4],
    [
      "a use was taken back",
      [entry("used", "2026-03-02", {}, "u1"), entry("reversed", "2026-03-03", { aboutId: "u1" })],
      5,
    ],
    [
      "two desks took one use back",
      [
        entry("used", "2026-03-02", {}, "u1"),
        entry("reversed", "2026-03-03", { aboutId: "u1" }),
        entry("reversed", "2026-03-03", { aboutId: "u1" }),
      ],
      5,
    ],
    [
      "two desks settled one reservation",
      [
        reserved,
        entry("used", "2026-03-02", { aboutId: "r1" }),
        entry("used", "2026-03-02", { aboutId: "r1" }),
      ],
      4,
    ],
    [
      "one desk used what another released",
      [
        reserved,
        entry("released", "2026-03-02", { aboutId: "r1" }, "a"),
        entry("used", "2026-03-02", { aboutId: "r1" }, "b"),
      ],
      4,
    ],
    [
      "a use of a reservation was taken back",
      [
        reserved,
        entry("used", "2026-03-02", { aboutId: "r1" }, "u2"),
        entry("reversed", "2026-03-03", { aboutId: "u2" }),
      ],
      5,
    ],
    [
      "two desks settled one reservation, and one of the two uses was taken back",
      [
        reserved,
        entry("used", "2026-03-02", { aboutId: "r1" }, "u3"),
        entry("used", "2026-03-02", { aboutId: "r1" }, "u4"),
        entry("reversed", "2026-03-03", { aboutId: "u3" }),
      ],
      4,
    ],
    [
      "one line came from both desks",
      [entry("used", "2026-03-02", {}, "u5"), entry("used", "2026-03-02", {}, "u5")],
      4,
    ],
    [
      "a line is about nothing, or less",
      [entry("used", "2026-03-02", { units: 0 }), entry("granted", "2026-03-02", { units: -2 })],
      5,
    ],
    [
      "what was granted on top was taken back",
      [
        entry("granted", "2026-03-02", { units: 2 }, "g1"),
        entry("reversed", "2026-03-03", { aboutId: "g1" }),
      ],
      5,
    ],
    ["what was never there was taken back", [entry("reversed", "2026-03-03", { aboutId: "gone" })], 5],
    ["two more were granted", [entry("granted", "2026-03-02", { units: 2 })], 7],
    ["more was used than granted", [entry("used", "2026-03-02", { units: 6 })], -1],
    ["one lies outside the term", [entry("used", "2025-12-31"), entry("used", "2027-01-01")], 5],
    ["one belongs to another entitlement", [entry("used", "2026-03-02", { entitlementId: "q2" })], 5],
  ])("when %s", (_, own, expected) => {
    expect(left(own)).toBe(expected);
  });

  it("is the same in whatever order the lines came, and of two desks' ledgers that of both together", () => {
    const arbLedger = fc.array(
      fc.record({
        kind: fc.constantFrom("reserved", "used", "released", "reversed", "granted" as const),
        about: fc.option(fc.nat(12), { nil: undefined }),
        units: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 13 },
    );
    fc.assert(
      fc.property(arbLedger, fc.nat(), (lines, cut) => {
        const own = lines.map(({ kind, about, units }, at) =>
          entry(
            kind,
            "2026-03-02",
            { units, ...(about === undefined ? {} : { aboutId: `x${about}` }) },
            `x${at}`,
          ),
        );
        const at = cut % (own.length + 1);
        const merged = [...own.slice(at), ...own.slice(0, at)].reverse();
        const balance = balanceOf(visits(), own, year2026, [], "2026-06-30");
        expect(balanceOf(visits(), merged, year2026, [], "2026-06-30")).toEqual(balance);
        const { granted = 0, carried, used, reserved: aside } = balance;
        expect(balance.left).toBe(granted + carried - used - aside);
        expect(new Set(standingEntries(own))).toEqual(new Set(standingEntries(merged)));
      }),
    );
  });
});

it("always leaves what was granted and carried less what was used and reserved, on any day and of any two desks", () => {
  const arbEntitlement = fc.record({
    granted: fc.integer({ min: 0, max: 5 }),
    period: fc.constantFrom("term", "year", "halfYear", "quarter" as const),
    carryOver: fc.constantFrom("none", "nextPeriod" as const),
    carryLimit: fc.integer({ min: 0, max: 3 }),
    unitMinutes: fc.constantFrom(0, 480),
    roundToMinutes: fc.constantFrom(0, 240),
  });
  const arbLine = fc.record({
    kind: fc.constantFrom("reserved", "used", "released", "reversed", "granted" as const),
    day: fc.integer({ min: 0, max: 900 }),
    about: fc.option(fc.nat(15), { nil: undefined }),
    units: fc.integer({ min: -1, max: 3 }),
    minutes: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
  });
  const terms: readonly ContractTerm[] = [
    term("2026-01-31", "2027-01-30"),
    { ...term("2027-01-31", "2027-12-31"), kind: "renewal" },
  ];
  fc.assert(
    fc.property(
      arbEntitlement,
      fc.array(arbLine, { maxLength: 16 }),
      fc.nat(900),
      fc.nat(16),
      (data, told, at, cut) => {
        const own = told.map(({ kind, day, about, units, minutes }, nth) => {
          const more = {
            ...(minutes === undefined ? { units } : { minutes }),
            ...(about === undefined ? {} : { aboutId: `x${about}` }),
          };
          const { units: _units, ...rest } = entry(kind, addDays("2025-12-01", day), {}, `x${nth}`).data;
          return { ...entry(kind, "2026-01-01", {}, `x${nth}`), data: { ...rest, ...more } };
        });
        const day = addDays("2025-12-01", at);
        const of = visits(data);
        const balance = balanceOf(of, own, terms, [], day);
        const { granted = 0, carried, used, reserved, period } = balance;
        if (period === undefined) expect(balance.left).toBe(0);
        else expect(balance.left).toBeCloseTo(granted + carried - used - reserved, 9);
        expect(carried).toBeLessThanOrEqual(data.carryOver === "none" ? 0 : data.carryLimit);
        // Each desk has seen a part of the other's lines.
        const merged = [...own.slice(Math.floor(cut / 2)), ...own.slice(0, cut)].reverse();
        expect(balanceOf(of, merged, terms, [], day)).toEqual(balance);
      },
    ),
  );
});

describe("a grant by the period", () => {
  it.each([
    ["quarter", "2026-05-20", "2026-04-15", "2026-07-14"],
    ["halfYear", "2026-08-01", "2026-07-15", "2027-01-14"],
    ["year", "2027-02-01", "2027-01-15", "2028-01-14"],
    ["term", "2026-08-01", "2026-01-15", "2028-01-14"],
  ] as const)("counts a %s from the first day of the term", (period, day, startDate, endDate) => {
    const balance = balanceOf(visits({ period }), [], [term("2026-01-15", "2028-01-14")], [], day);
    expect(balance.period).toMatchObject({ startDate, endDate });
  });

  it("ends with the term, ends with a month that is too short, and starts anew in a renewed term", () => {
    const cut = balanceOf(
      visits({ period: "halfYear" }),
      [],
      [term("2026-01-01", "2026-10-31")],
      [],
      "2026-09-01",
    );
    expect(cut.period).toEqual({ startDate: "2026-07-01", endDate: "2026-10-31" });
    const short = balanceOf(
      visits({ period: "quarter" }),
      [],
      [term("2025-11-30", "2026-11-29")],
      [],
      "2026-02-28",
    );
    expect(short.period).toEqual({ startDate: "2025-11-30", endDate: "2026-02-28" });
    const own = [entry("used", "2026-05-01"), entry("used", "2027-02-01")];
    const renewed = [...year2026, { ...term("2027-01-01", "2027-12-31"), kind: "renewal" as const }];
    expect(left(own, "2027-03-01", visits(), renewed)).toBe(4);
  });

  it.each([
    [undefined, undefined, 2],
    ["none", undefined, 2],
    ["nextPeriod", undefined, 3],
    ["nextPeriod", 0, 2],
    ["nextPeriod", 9, 3],
  ] as const)("carries %s over with a limit of %s", (carryOver, carryLimit, expected) => {
    const of = visits({
      granted: 2,
      period: "quarter",
      ...(carryOver === undefined ? {} : { carryOver }),
      ...(carryLimit === undefined ? {} : { carryLimit }),
    });
    expect(left([entry("used", "2026-02-01")], "2026-04-01", of)).toBe(expected);
  });

  it("lets what was carried over lapse after one period", () => {
    const of = visits({ granted: 1, period: "quarter", carryOver: "nextPeriod" });
    expect(left([], "2026-04-01", of)).toBe(2);
    expect(left([], "2026-07-01", of)).toBe(2);
  });
});

describe("what is carried over", () => {
  const of = (data: Partial<Entitlement> = {}) =>
    visits({ granted: 2, period: "year", carryOver: "nextPeriod", ...data });
  const next = (startDate: string, endDate: string): ContractTerm => ({
    ...term(startDate, endDate),
    termId: "t2",
    kind: "renewal",
  });

  it("goes into a renewal that follows at once, not over a gap between the terms", () => {
    const used = [entry("used", "2026-02-01")];
    expect(left(used, "2027-01-01", of(), [...year2026, next("2027-01-01", "2027-12-31")])).toBe(3);
    expect(left(used, "2027-02-01", of(), [...year2026, next("2027-01-02", "2027-12-31")])).toBe(2);
  });

  it("is used first, so that a period's own grant goes on", () => {
    const used = [entry("used", "2026-05-01"), entry("used", "2026-05-02")];
    // Two carried into the second quarter and used there: its own two go into the third.
    expect(left(used, "2026-07-01", of({ period: "quarter" }))).toBe(4);
  });

  it("is not what is still reserved, and is never a debt", () => {
    const quarter = of({ period: "quarter" });
    expect(left([entry("reserved", "2026-02-01")], "2026-04-01", quarter)).toBe(3);
    expect(left([entry("used", "2026-02-01", { units: 5 })], "2026-04-01", quarter)).toBe(2);
    expect(left([entry("used", "2026-02-01", { units: 5 })], "2026-03-31", quarter)).toBe(-3);
  });

  it("counts a visit that was planned in one period and made in the next in the next", () => {
    const own = [entry("reserved", "2026-03-31", {}, "r9"), entry("used", "2026-04-01", { aboutId: "r9" })];
    expect(left(own, "2026-03-31", of({ period: "quarter", carryOver: "none" }))).toBe(2);
    expect(left(own, "2026-04-01", of({ period: "quarter", carryOver: "none" }))).toBe(1);
  });
});

it("adds up thirds of a day without a rest", () => {
  const days = visits({ kind: "residentDay", granted: 1, unitMinutes: 480, roundToMinutes: 160 });
  const third = (id: string) => {
    const { units: _units, ...data } = entry("used", "2026-03-02", { minutes: 150 }).data;
    return { ...entry("used", "2026-03-02", {}, id), data };
  };
  const six = ["a", "b", "c", "d", "e", "f"].map(third);
  expect(left(six, "2026-06-30", days)).toBe(-1);
  expect(left(six.slice(0, 3), "2026-06-30", days)).toBe(0);
});

describe("a right between two dates", () => {
  const module: Stored<"module"> = {
    type: "module",
    id: "m1",
    data: { name: "收费", systemId: "s1", acceptedDate: "2025-03-31", installedDate: "2025-01-10" },
  };
  const right = (data: Partial<Entitlement>) => {
    const { granted: _granted, ...rest } = visits({ kind: "freeUpgrade", moduleId: "m1", ...data }).data;
    return { ...visits(), data: rest };
  };
  it.each<readonly [string, Partial<Entitlement>, string, object | undefined]>([
    [
      "three years from the signed acceptance",
      { startsFrom: "acceptance", months: 36 },
      "2026-01-01",
      { startDate: "2025-03-31", endDate: "2028-03-30" },
    ],
    [
      "a year from the installation, on its last day",
      { startsFrom: "installation", months: 12 },
      "2026-01-09",
      { startDate: "2025-01-10", endDate: "2026-01-09" },
    ],
    [
      "a year from the installation, a day later",
      { startsFrom: "installation", months: 12 },
      "2026-01-10",
      undefined,
    ],
    [
      "for life",
      { startsFrom: "acceptance", lifelong: true },
      "2099-01-01",
      { startDate: "2025-03-31", endDate: undefined },
    ],
    ["before its event", { startsFrom: "acceptance", months: 12 }, "2025-03-30", undefined],
    [
      "whose module nobody accepted",
      { startsFrom: "acceptance", months: 12, moduleId: "m2" },
      "2026-01-01",
      undefined,
    ],
    [
      "from a date of its own",
      { startsFrom: "date", startDate: "2026-01-01", months: 1 },
      "2026-01-31",
      { startDate: "2026-01-01", endDate: "2026-01-31" },
    ],
    ["from no date at all", { startsFrom: "date", months: 1 }, "2026-01-31", undefined],
  ])("%s", (_, data, day, period) => {
    const balance = balanceOf(right(data), [], year2026, [module], day);
    expect(balance.period).toEqual(period);
    expect(balance.left).toBe(period === undefined ? 0 : undefined);
  });
});

it.each([
  ["five hours as one day", 300, 240, 1],
  ["four hours as half a day", 240, 240, 0.5],
  ["a minute as half a day", 1, 240, 0.5],
  ["ten hours as a day and a half", 600, 240, 1.5],
])("counts %s of a resident, rounded up to half days", (_, minutes, roundToMinutes, units) => {
  const line = entry("used", "2026-03-02", { minutes });
  const { units: _units, ...data } = line.data;
  expect(unitsOf({ unitMinutes: 480, roundToMinutes }, { ...line, data })).toBe(units);
});

describe("the forecast", () => {
  const ask = (own: readonly Entry[], today: string, of = visits()) =>
    forecastOf(balanceOf(of, own, year2026, [], today), today);
  const used = (count: number) => Array.from({ length: count }, () => entry("used", "2026-03-02"));

  it("says on which day the last visit falls at this pace, and which one has to be paid", () => {
    // Two in the first 89 days: five in 223.
    expect(ask(used(2), "2026-03-30")).toEqual({ kind: "exhausts", last: 5, next: 6, on: "2026-08-11" });
  });

  it.each([
    ["nothing was used", 0, "2026-06-30", "noSample"],
    ["it lasts", 1, "2026-06-30", "lasts"],
    ["all are used", 5, "2026-06-30", "usedUp"],
  ])("says so when %s", (_, count, today, kind) => {
    expect(ask(used(count), today).kind).toBe(kind);
  });

  it("says so when all that is left is set aside, when there is no limit, and outside the term", () => {
    expect(ask([...used(4), entry("reserved", "2026-07-01")], "2026-06-30").kind).toBe("allReserved");
    const { granted: _granted, ...unlimited } = visits().data;
    expect(ask(used(3), "2026-06-30", { ...visits(), data: unlimited }).kind).toBe("noSample");
    expect(ask(used(3), "2027-06-30").kind).toBe("noSample");
  });
});
