import { describe, expect, it } from "vitest";
import { epochMs } from "../../../../shared/lib/instants.ts";
import type { Stored, Verdict } from "../../../../shared/records/index.ts";
import { must } from "../../../../shared/lib/must.ts";
import { assess, type ScoredFile } from "../../../../shared/rules/scores/assess.ts";
import type { ScoreQuestion } from "../../../../shared/rules/scores/question.ts";
import { addIncident, emptyScore } from "../../../../shared/rules/scores/score.ts";
import { LEAST_SAMPLE, scorecardOf, type VendorCard } from "../../../../shared/rules/scores/scorecard.ts";
import type { Line } from "../../../../shared/rules/incidents/timeline.ts";
import { incidentState } from "../../../../shared/rules/incidents/state.ts";
import type { Agreement } from "../../../../shared/records/pause-terms.ts";
import { clauseOf, contractOf, event, wall } from "../clauses/fixtures.ts";
import { BOOK, fileOf, YEAR } from "./fixtures.ts";

function cardOf(files: readonly ScoredFile[], question: ScoreQuestion = YEAR, book = BOOK) {
  const score = emptyScore();
  for (const file of files) {
    const assessment = assess(file, book, question);
    if (assessment !== undefined) addIncident(score, assessment);
  }
  return scorecardOf(score, book, question);
}

function vendorOf(files: readonly ScoredFile[], question?: ScoreQuestion, book?: typeof BOOK): VendorCard {
  return must(cardOf(files, question, book).vendors[0], "one vendor is concerned");
}

const times = (count: number, told: readonly string[], vendorId: string): ScoredFile[] =>
  Array.from({ length: count }, (_, n) => fileOf(`${vendorId}-${n}`, told, { vendorId }));
const IN_TIME = ["9:00 reported", "9:30 acknowledged", "11:00 resolved"];
const LATE = ["9:00 reported", "10:30 acknowledged", "15:00 resolved"];

describe("a vendor's scorecard", () => {
  it("counts each clause of each incident once, with the time used and overrun", () => {
    const card = vendorOf([fileOf("1", IN_TIME), fileOf("2", LATE)]);
    expect(card.incidents).toBe(2);
    const response = card.metrics.find(({ metric }) => metric === "response")?.figures;
    const resolution = card.metrics.find(({ metric }) => metric === "resolution")?.figures;
    // 30 and 90 minutes of 60; 2 and 6 hours of 4.
    expect(response).toMatchObject({ medianMinutes: 30, p90Minutes: 90, overrunMs: 30 * 60_000 });
    expect(resolution).toMatchObject({ medianMinutes: 120, p90Minutes: 360, overrunMs: 120 * 60_000 });
    expect(card.overall.outcomes).toEqual({ met: 2, breached: 2, undecided: 0, open: 0 });
    expect([card.overall.leastPermille, card.overall.mostPermille]).toEqual([500, 500]);
  });

  it("says 无样本 and no rank, not 100, for a vendor without results", () => {
    const gap = fileOf("1", ["9:00 reported"], { vendorId: "v9" });
    const card = vendorOf([gap], { ...YEAR, vendorIds: ["v9"] });
    expect(card).toMatchObject({ incidents: 1, rank: undefined, unpromised: { contractGap: 1 } });
    expect(card.overall.leastPermille).toBeUndefined();
    // Under contract and without an incident: no sample either, and no rank.
    const { incidents, vendors } = cardOf([]);
    expect(incidents).toBe(0);
    expect(vendors.map((one) => [one.vendorId, one.rank, one.overall.leastPermille])).toEqual([
      ["v1", undefined, undefined],
      ["v2", undefined, undefined],
    ]);
    expect(cardOf([], { ...YEAR, from: "2027-01-01", to: "2027-12-31" }).vendors).toEqual([]);
  });

  it("keeps what still runs out of the score, and counts what runs and is late", () => {
    const card = vendorOf([fileOf("1", ["11-30 7:30 reported"]), fileOf("2", ["11-30 1:00 reported"])]);
    expect(card.overall.outcomes).toEqual({ met: 0, breached: 2, undecided: 0, open: 2 });
  });

  it("leaves out what was never due, what we owe, and says so", () => {
    const book = {
      ...BOOK,
      clauses: [
        clauseOf({ startEvent: "planConfirmed", stopEvent: "arrived", metric: "arrival" }, "a"),
        clauseOf({ party: "hospital", metric: "confirmation" }, "b"),
      ],
    };
    const { overall } = vendorOf([fileOf("1", IN_TIME)], YEAR, book);
    expect(overall.excluded).toEqual({ notStarted: 1, ours: 1, withdrawn: 0 });
    expect(overall.leastPermille).toBeUndefined();
  });

  it("shows a dispute about a pause as three figures and a range", () => {
    const pause = (agreement: Agreement): Line[] => [
      event("2026-03-02 9:00", "reported"),
      event("2026-03-02 9:10", "acknowledged"),
      { ...event("2026-03-02 10:00", "paused"), agreement },
      event("2026-03-02 14:00", "resumed"),
      event("2026-03-02 16:00", "resolved"),
    ];
    const files = (["both", "hospital", "vendor"] as const).map((agreement, n) => {
      return { ...fileOf(String(n), []), events: pause(agreement) };
    });
    const card = vendorOf(files);
    const resolution = must(
      card.metrics.find(({ metric }) => metric === "resolution"),
      "it was promised",
    ).figures;
    expect(resolution.compliance.both).toMatchObject({ met: 1, breached: 2 });
    expect(resolution.compliance.hospital).toMatchObject({ met: 2, breached: 1 });
    expect(resolution.compliance.all).toMatchObject({ met: 3, breached: 0 });
    expect([resolution.leastPermille, resolution.mostPermille]).toEqual([333, 1000]);
    expect(card).toMatchObject({ paused: 3, pausedMs: 12 * 3_600_000 });
  });

  it("gives a range where an old ledger knows the day only or lacks a time", () => {
    const old = { importBatchId: "b1", evidence: "B" } as const;
    const day = (text: string, kind: Line["kind"]): Line => ({
      ...event(`2026-03-0${text} 00:00`, kind),
      dateOnly: true,
    });
    const known = { ...fileOf("1", [], old), events: [day("2", "reported"), day("2", "resolved")] };
    const { overall, imported } = vendorOf([known]);
    expect(imported).toBe(1);
    expect(overall.outcomes).toEqual({ met: 0, breached: 0, undecided: 2, open: 0 });
    expect(overall.doubts.ledger).toBe(2);
    expect([overall.leastPermille, overall.mostPermille]).toEqual([0, 1000]);
  });

  it("goes by the frozen verdict, whatever the clock says today, and says how many it goes by", () => {
    const verdict: Verdict = {
      ...{
        incidentId: "1",
        clauseId: "k1-resolution",
        clauseName: "解决",
        frozenAt: wall("2026-03-03 08:00"),
      },
      ...{ cause: "closed", verdict: "breached", verdictBoth: "breached", verdictHospital: "breached" },
      ...{ verdictAll: "met", elapsedMs: 5 * 3_600_000, overrunMs: 3_600_000, provisional: false },
      ...{ clauseDigest: "", calendarDigest: "", eventsDigest: "", stopAt: wall("2026-03-02 14:00") },
    };
    const verdicts: Stored<"verdict">[] = [{ type: "verdict", id: "x", data: verdict }];
    const card = vendorOf([{ ...fileOf("1", IN_TIME), verdicts }]);
    const resolution = must(
      card.metrics.find(({ metric }) => metric === "resolution"),
      "it was promised",
    ).figures;
    expect(resolution).toMatchObject({ frozen: 1, medianMinutes: 300, overrunMs: 3_600_000 });
    expect(resolution.compliance).toMatchObject({ hospital: { breached: 1 }, all: { met: 1 } });
  });

  it.each<readonly [string, Partial<ScoreQuestion>, number]>([
    ["the whole year", {}, 2],
    [
      "the days that it names, both included, on Shanghai's wall",
      { from: "2026-03-02", to: "2026-03-02" },
      1,
    ],
    ["nothing before", { to: "2026-03-01" }, 0],
    ["another vendor", { vendorIds: ["v2"] }, 0],
    ["its contract", { contractId: "k1" }, 2],
    ["another contract", { contractId: "k2" }, 0],
    ["another system", { systemId: "s1" }, 0],
  ])("asked of %s", (_, asked, count) => {
    // Half past midnight in Shanghai is the day before in UTC.
    const files = [fileOf("1", ["03-02 0:30 reported"]), fileOf("2", ["03-05 9:00 reported"])];
    expect(cardOf(files, { ...YEAR, ...asked }).incidents).toBe(count);
  });

  it("counts an incident that concerns nobody, and says why it is in no score", () => {
    const { vendorId: _vendor, ...incident } = fileOf("1", []).incident;
    const card = cardOf([{ ...fileOf("1", IN_TIME), incident }]);
    expect(card).toMatchObject({ incidents: 1, nobody: { noVendor: 1 } });
    expect(card.vendors.map((vendor) => vendor.incidents)).toEqual([0, 0]);
  });

  it("counts a fault that came back: of the same place and cause, or named", () => {
    const fault = { systemId: "s1", causeCode: "defect" } as const;
    const first = fileOf("1", IN_TIME, fault);
    const again = fileOf("2", ["03-05 9:00 reported"], fault);
    expect(vendorOf([first, again]).recurred).toBe(1);
    const named = fileOf("3", ["03-05 9:00 reported"], { previousId: "1" });
    const state = incidentState(first.incident, first.events);
    const previous = { incident: { type: "incident", id: "1", data: first.incident } as const, state };
    expect(vendorOf([first, { ...named, previous }]).recurred).toBe(1);
    // Ten days later it is another fault.
    expect(vendorOf([first, fileOf("2", ["03-12 12:00 reported"], fault)]).recurred).toBe(0);
  });
});

describe("ranking", () => {
  it("ranks by range, the better first; few results are shown and not ranked", () => {
    const good = times(LEAST_SAMPLE, IN_TIME, "v1");
    const bad = times(LEAST_SAMPLE, LATE, "v2");
    const few = times(1, IN_TIME, "v3");
    const book = {
      ...BOOK,
      contracts: [...BOOK.contracts, contractOf({ vendorId: "v3" }, "k3")],
      clauses: [...BOOK.clauses, clauseOf({ contractId: "k3", coverage: "always" }, "k3-resolution")],
    };
    const { vendors } = cardOf([...bad, ...few, ...good], YEAR, book);
    expect(vendors.map(({ vendorId, rank }) => [vendorId, rank])).toEqual([
      ["v1", 1],
      ["v2", 2],
      ["v3", undefined],
    ]);
  });

  it("gives one rank to two whose ranges overlap", () => {
    const ledger = { importBatchId: "b1", evidence: "C" } as const;
    const doubtful = times(LEAST_SAMPLE, ["9:00 reported"], "v1").map((file) => ({
      ...file,
      incident: { ...file.incident, ...ledger },
    }));
    const { vendors } = cardOf([...doubtful, ...times(LEAST_SAMPLE, LATE, "v2")]);
    expect(vendors.map(({ rank }) => rank)).toEqual([1, 1]);
  });

  it("gives no rank to one that has nobody to be compared with", () => {
    const { vendors } = cardOf([...times(LEAST_SAMPLE, IN_TIME, "v1"), ...times(1, IN_TIME, "v2")]);
    expect(vendors.map(({ rank }) => rank)).toEqual([undefined, undefined]);
  });

  it("does not count a running clock as a sample", () => {
    const running = times(20, ["11-30 7:30 reported"], "v1");
    expect(vendorOf(running, { ...YEAR, nowMs: epochMs(wall("2026-11-30 08:00")) }).rank).toBeUndefined();
  });
});
