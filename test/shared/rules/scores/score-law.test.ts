import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instant } from "../../../../shared/lib/instants.ts";
import type { Incident } from "../../../../shared/records/index.ts";
import { recurrencesOf, type KnownIncident } from "../../../../shared/rules/incidents/recurrences.ts";
import { assess, type ScoredFile } from "../../../../shared/rules/scores/assess.ts";
import { recurringFaults } from "../../../../shared/rules/scores/recurring-faults.ts";
import { addIncident, emptyScore, mergeScores, type Score } from "../../../../shared/rules/scores/score.ts";
import { scorecardOf } from "../../../../shared/rules/scores/scorecard.ts";
import { minutesWithin } from "../../../../shared/rules/scores/tally.ts";
import { BOOK, YEAR } from "./fixtures.ts";

const START = Date.UTC(2026, 2, 1);
const MINUTE = 60_000;

const kinds = ["acknowledged", "paused", "resumed", "resolved", "reopened"] as const;
const file: fc.Arbitrary<Omit<ScoredFile, "id">> = fc.record({
  incident: fc.record(
    {
      number: fc.constant("1"),
      title: fc.constant("故障"),
      vendorId: fc.constantFrom("v1", "v2", "v9"),
      severity: fc.constantFrom("critical", "normal"),
      systemId: fc.constantFrom("s1", "s2"),
      causeCode: fc.constantFrom("defect", "unknown"),
    },
    { requiredKeys: ["number", "title"] },
  ),
  events: fc
    .tuple(
      fc.nat(20_000),
      fc.array(fc.record({ kind: fc.constantFrom(...kinds), after: fc.nat(600) }), { maxLength: 6 }),
    )
    .map(([at, steps]) => [
      { kind: "reported" as const, at: instant(START + at * MINUTE) },
      ...steps.map(({ kind, after }) => ({ kind, at: instant(START + (at + after) * MINUTE) })),
    ]),
  verdicts: fc.constant([]),
});
const files = fc
  .array(file, { maxLength: 25 })
  .map((all): ScoredFile[] => all.map((one, n) => ({ ...one, id: `i${n}` })));

function scoreOf(some: readonly ScoredFile[]): Score {
  const score = emptyScore();
  for (const one of some) {
    const assessment = assess(one, BOOK, YEAR);
    if (assessment !== undefined) addIncident(score, assessment);
  }
  return score;
}

describe("a score is a fold", () => {
  it("comes to the same in any order and in any pieces", () => {
    fc.assert(
      fc.property(
        files,
        fc.array(fc.nat(25), { maxLength: 4 }),
        fc.infiniteStream(fc.nat()),
        (all, cuts, keys) => {
          const whole = scorecardOf(scoreOf(all), BOOK, YEAR);
          const shuffled = all
            .map((one) => ({ one, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ one }) => one);
          const bounds = [0, ...[...cuts].sort((a, b) => a - b), all.length];
          const pieces = bounds.slice(1).map((to, n) => scoreOf(shuffled.slice(bounds[n] ?? 0, to)));
          const merged = emptyScore();
          for (const piece of pieces.reverse()) mergeScores(merged, piece);
          expect(scorecardOf(merged, BOOK, YEAR)).toEqual(whole);
        },
      ),
    );
  });

  it("never promises more than its sample holds", () => {
    fc.assert(
      fc.property(files, (all) => {
        for (const { overall, incidents } of scorecardOf(scoreOf(all), BOOK, YEAR).vendors) {
          const { sample } = overall.compliance.hospital;
          expect(sample + overall.outcomes.open).toBeLessThanOrEqual(incidents * 2);
          if (sample === 0) expect(overall.leastPermille).toBeUndefined();
          else expect(overall.leastPermille).toBeLessThanOrEqual(overall.mostPermille ?? -1);
        }
      }),
    );
  });
});

describe("faults that came back", () => {
  it("are those that each one alone would show", () => {
    const fault = fc.record({
      place: fc.constantFrom("a", "b"),
      reported: fc.nat(40_000),
      solvedAfter: fc.option(fc.nat(5000), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(fault, { maxLength: 20 }), fc.integer({ min: 0, max: 10 }), (told, days) => {
        const known = told.map(({ place, reported, solvedAfter }, n): KnownIncident => {
          const reportedAt = instant(START + reported * MINUTE);
          const resolvedAt =
            solvedAfter === undefined ? undefined : instant(START + (reported + solvedAfter) * MINUTE);
          const data: Incident = { number: "1", title: "故障", systemId: place, causeCode: "defect" };
          return {
            incident: { type: "incident", id: String(n), data },
            state: { reportedAt, resolvedAt, firstResolvedAt: resolvedAt },
          };
        });
        const alone = known.filter((one) => recurrencesOf(one, known, days).length > 0);
        const atOnce = recurringFaults(
          told.map(({ place, reported, solvedAfter }, n) => ({
            ...{ id: String(n), place, days, reportedMs: START + reported * MINUTE },
            solvedMs: solvedAfter === undefined ? undefined : START + (reported + solvedAfter) * MINUTE,
          })),
        );
        expect([...atOnce].sort()).toEqual(alone.map(({ incident }) => incident.id).sort());
      }),
    );
  });
});

describe("minutes used", () => {
  it.each<readonly [string, readonly (readonly [number, number])[], number, number | undefined]>([
    ["nothing has no median", [], 0.5, undefined],
    ["one is its own median", [[7, 1]], 0.5, 7],
    [
      "the middle of three",
      [
        [1, 1],
        [5, 1],
        [100, 1],
      ],
      0.5,
      5,
    ],
    [
      "nine of ten",
      [
        [1, 9],
        [100, 1],
      ],
      0.9,
      1,
    ],
    [
      "the tenth of ten",
      [
        [1, 8],
        [100, 2],
      ],
      0.9,
      100,
    ],
  ])("%s", (_, counts, part, minutes) => {
    expect(minutesWithin(new Map(counts), part)).toBe(minutes);
  });
});
