import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { epochMs, instant } from "../../../../shared/lib/instants.ts";
import { must } from "../../../../shared/lib/must.ts";
import type { Clause, Incident, Stored } from "../../../../shared/records/index.ts";
import type { EventKind } from "../../../../shared/records/event-kinds.ts";
import { EMPTY_BOOK, type ClauseBook } from "../../../../shared/rules/clauses/clause-book.ts";
import { clocksOf } from "../../../../shared/rules/clauses/incident-clocks.ts";
import { isImported } from "../../../../shared/rules/clauses/clause-clocks.ts";
import { coverOf } from "../../../../shared/rules/clauses/cover.ts";
import { asItStands } from "../../../../shared/rules/incidents/as-it-stands.ts";
import { incidentState } from "../../../../shared/rules/incidents/state.ts";
import type { Line } from "../../../../shared/rules/incidents/timeline.ts";
import { resultsOf } from "../../../../shared/rules/scores/clause-results.ts";
import { isPlain, plainResults } from "../../../../shared/rules/scores/plain-results.ts";
import { planOf } from "../../../../shared/rules/scores/score-plan.ts";
import { clauseOf, contractOf, wall } from "../clauses/fixtures.ts";

const KINDS = [
  "acknowledged",
  "replied",
  "planSubmitted",
  "planConfirmed",
  "arrived",
  "workedAround",
  "resolved",
  "signedOff",
] as const satisfies readonly EventKind[];
const START = Date.UTC(2025, 11, 1);
const NOW = epochMs(wall("2026-11-30 08:00"));

const clause: fc.Arbitrary<Partial<Clause>> = fc.record(
  {
    startEvent: fc.constantFrom("reported", "planConfirmed", "acknowledged"),
    stopEvent: fc.constantFrom(...KINDS),
    target: fc.integer({ min: 0, max: 40 }),
    unit: fc.constantFrom("minute", "hour", "workingHour", "workingDay", "calendarDay", "day24h"),
    coverage: fc.constantFrom("always", "calendar"),
    metric: fc.constantFrom("response", "resolution"),
    party: fc.constantFrom("vendor", "hospital"),
    evidence: fc.constantFrom("none", "any", "signature", "callNote"),
    severities: fc.constantFrom(["critical" as const], ["normal" as const]),
    effectiveFrom: fc.constantFrom("2026-01-01", "2026-06-01"),
    effectiveTo: fc.constantFrom("2026-03-01", "2026-12-31"),
    calendarId: fc.constant("gone"),
  },
  {
    requiredKeys: ["startEvent", "stopEvent", "target", "unit", "coverage", "metric"],
    noNullPrototype: true,
  },
);
const book: fc.Arbitrary<ClauseBook> = fc.array(clause, { minLength: 1, maxLength: 4 }).map((all) => ({
  ...EMPTY_BOOK,
  contracts: [
    contractOf({ vendorId: "v1" }, "k1"),
    contractOf({ vendorId: "v2", startDate: "2026-05-01" }, "k2"),
  ],
  clauses: all.map((data, n): Stored<"clause"> =>
    clauseOf({ ...data, contractId: n % 2 ? "k2" : "k1" }, `c${n}`),
  ),
}));
const timeline: fc.Arbitrary<readonly Line[]> = fc
  .record({
    at: fc.nat(500_000),
    steps: fc.uniqueArray(
      fc.record(
        {
          kind: fc.constantFrom(...KINDS),
          after: fc.integer({ min: -30, max: 9000 }),
          by: fc.constant("张工"),
          proof: fc.constant("单"),
        },
        { requiredKeys: ["kind", "after"], noNullPrototype: true },
      ),
      { selector: ({ kind }) => kind },
    ),
  })
  .map(({ at, steps }) => [
    { kind: "reported", at: instant(START + at * 60_000) },
    ...steps.map(({ after, ...line }): Line => ({ ...line, at: instant(START + (at + after) * 60_000) })),
  ]);
const incident: fc.Arbitrary<Incident> = fc.record(
  {
    number: fc.constant("1"),
    title: fc.constant("故障"),
    vendorId: fc.constantFrom("v1", "v2"),
    severity: fc.constantFrom("critical", "normal"),
    importBatchId: fc.constant("b1"),
  },
  { requiredKeys: ["number", "title"], noNullPrototype: true },
);

describe("a plain timeline", () => {
  it("comes to the same counted at once as its card counts it", () => {
    fc.assert(
      fc.property(book, timeline, incident, (promised, events, told) => {
        expect(isPlain(events)).toBe(true);
        const state = incidentState(told, events);
        const { clauses } = planOf(promised).coverOf(
          asItStands(told, state),
          must(state.reportedAt, "every timeline here is of a report"),
        );
        const plain = plainResults(isImported(told), events, state, clauses, NOW);
        const atLength = resultsOf(
          { incident: told, events, verdicts: [] },
          clocksOf(told, events, promised, NOW),
          promised,
          NOW,
        );
        const byClause = (results: typeof atLength) =>
          [...results].sort((a, b) => (a.clauseId < b.clauseId ? -1 : 1));
        if (plain !== undefined) expect(byClause(plain)).toEqual(byClause(atLength));
      }),
      { numRuns: 2000 },
    );
  });

  it("is counted at once wherever the target is the same for each start", () => {
    const promised = { ...EMPTY_BOOK, contracts: [contractOf({})], clauses: [clauseOf({})] };
    const events: Line[] = [{ kind: "reported", at: wall("2026-03-02 09:00") }];
    const state = incidentState({}, events);
    const told: Incident = { number: "1", title: "故障", vendorId: "v1" };
    const { clauses } = planOf(promised).coverOf(told, wall("2026-03-02 09:00"));
    expect(plainResults(false, events, state, clauses, NOW)).toHaveLength(1);
  });

  it.each<readonly [string, readonly Line[]]>([
    ["a pause", [{ kind: "paused", at: wall("2026-03-02 09:00") }]],
    [
      "a step told twice",
      [
        { kind: "arrived", at: wall("2026-03-02 09:00") },
        { kind: "arrived", at: wall("2026-03-02 10:00") },
      ],
    ],
    ["a day without a time", [{ kind: "reported", at: wall("2026-03-02 00:00"), dateOnly: true }]],
    ["a reopening", [{ kind: "reopened", at: wall("2026-03-02 09:00") }]],
    ["a ruling", [{ kind: "adjudicated", at: wall("2026-03-02 09:00") }]],
  ])("has not %s", (_, events) => {
    expect(isPlain(events)).toBe(false);
  });
});

describe("the cover of many incidents", () => {
  it("is what each one's own would be, on every day and for every vendor", () => {
    const day = fc
      .integer({ min: 0, max: 500 })
      .map((n) => instant(Date.UTC(2025, 10, 1) + n * 86_400_000 + 57_600_000));
    fc.assert(
      fc.property(book, fc.array(fc.tuple(incident, day), { maxLength: 12 }), (promised, asked) => {
        const plan = planOf(promised);
        for (const [told, at] of asked) {
          const { cover } = plan.coverOf(told, at);
          const own = coverOf(told, at, promised);
          const [a, b] = [cover, own].map((one) => (one.kind === "contractGap" ? { ...one, date: "" } : one));
          expect(a).toEqual(b);
        }
      }),
    );
  });
});
