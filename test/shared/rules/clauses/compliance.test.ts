import { describe, expect, it } from "vitest";
import { epochMs } from "../../../../shared/lib/instants.ts";
import type { Clause, Incident } from "../../../../shared/records/index.ts";
import type { EventKind } from "../../../../shared/records/event-kinds.ts";
import { complianceOf, outcomeOf } from "../../../../shared/rules/clauses/compliance.ts";
import type { Line } from "../../../../shared/rules/incidents/timeline.ts";
import { clauseOf, event, wall } from "./fixtures.ts";

const own: Incident = { number: "1", title: "无法登录" };
const old: Incident = { ...own, evidence: "B", importBatchId: "b1" };
const day = (text: string, kind: EventKind): Line => ({ ...event(`${text} 00:00`, kind), dateOnly: true });
const always = { coverage: "always" } as const;

function outcome(
  events: readonly Line[],
  clause: Partial<Clause> = always,
  of = old,
  now = "2026-11-30 08:00",
) {
  return outcomeOf(of, events, clauseOf(clause), { calendars: [], notices: [] }, epochMs(wall(now)));
}

describe("what an old ledger proves", () => {
  it.each<readonly [string, readonly Line[], Partial<Clause>, string]>([
    [
      "full times decide",
      [event("2026-11-23 08:00", "reported"), event("2026-11-23 11:00", "resolved")],
      always,
      "met",
    ],
    [
      "days a week apart are late for four hours, whenever in the day",
      [day("2026-11-16", "reported"), day("2026-11-23", "resolved")],
      always,
      "breached",
    ],
    [
      "one day may be in time for four hours, or not",
      [day("2026-11-23", "reported"), day("2026-11-23", "resolved")],
      always,
      "undecided",
    ],
    [
      "one day is in time for forty-eight hours",
      [day("2026-11-23", "reported"), day("2026-11-23", "resolved")],
      { ...always, target: 48 },
      "met",
    ],
    [
      "neighbouring days may be four hours apart",
      [day("2026-11-22", "reported"), day("2026-11-23", "resolved")],
      always,
      "undecided",
    ],
    [
      "Friday to Monday holds no more than sixteen working hours",
      [day("2026-11-20", "reported"), day("2026-11-23", "resolved")],
      { target: 16 },
      "met",
    ],
    [
      "a time and a day: solved by the end of the day of a night's report",
      [event("2026-11-23 23:00", "reported"), day("2026-11-23", "resolved")],
      always,
      "met",
    ],
    [
      "a solution on the day before its report proves nothing",
      [day("2026-11-23", "reported"), day("2026-11-21", "resolved")],
      always,
      "undecided",
    ],
    ["a story without times proves nothing", [day("2026-11-23", "reported")], always, "undecided"],
  ])("%s", (_, events, clause, expected) => {
    expect(outcome(events, clause)).toBe(expected);
  });
});

describe("what our own records prove", () => {
  const reported = event("2026-11-23 08:00", "reported");
  it.each<readonly [string, readonly Line[], string, string]>([
    ["what still runs in time is open", [reported], "2026-11-23 09:00", "open"],
    ["what still runs too late is late", [reported], "2026-11-23 13:00", "breached"],
    [
      "two accounts that differ in the result are undecided",
      [reported, event("2026-11-23 11:00", "resolved"), event("2026-11-23 13:00", "resolved")],
      "2026-11-24 08:00",
      "undecided",
    ],
  ])("%s", (_, events, now, expected) => {
    expect(outcome(events, always, own, now)).toBe(expected);
  });
});

describe("how often a promise was kept", () => {
  it("is a range as wide as what nobody can tell", () => {
    expect(complianceOf(["met", "met", "met", "breached", "undecided", "undecided", "open"])).toEqual({
      ...{ sample: 6, met: 3, breached: 1, undecided: 2 },
      ...{ leastPermille: 500, mostPermille: 834 },
    });
  });

  it("is one figure where everything is known, and none at all without a sample", () => {
    expect(complianceOf(["met", "breached"])).toMatchObject({ leastPermille: 500, mostPermille: 500 });
    expect(complianceOf(["open"])).toMatchObject({
      sample: 0,
      leastPermille: undefined,
      mostPermille: undefined,
    });
  });
});
