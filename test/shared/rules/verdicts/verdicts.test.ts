import { describe, expect, it } from "vitest";
import {
  freezeVerdicts,
  reEvaluate,
  type FreezeContext,
} from "../../../../shared/commands/incidents/freeze-verdicts.ts";
import {
  issueBreach,
  recordBreachStep,
  type BreachStep,
} from "../../../../shared/commands/incidents/issue-breach.ts";
import { must } from "../../../../shared/lib/must.ts";
import { epochMs } from "../../../../shared/lib/instants.ts";
import type { EventKind } from "../../../../shared/records/event-kinds.ts";
import {
  registry,
  type Breach,
  type Clause,
  type Incident,
  type Stored,
  type Verdict,
} from "../../../../shared/records/index.ts";
import { EMPTY_BOOK } from "../../../../shared/rules/clauses/clause-book.ts";
import { clocksOf } from "../../../../shared/rules/clauses/incident-clocks.ts";
import type { Line } from "../../../../shared/rules/incidents/timeline.ts";
import { zVerdictDetail } from "../../../../shared/rules/verdicts/detail.ts";
import { differences, latestVerdicts } from "../../../../shared/rules/verdicts/differences.ts";
import { verdictTexts } from "../../../../shared/rules/verdicts/frozen.ts";
import { clauseOf, contractOf, wall } from "../clauses/fixtures.ts";

const incident: Incident = { number: "1", title: "无法登录", vendorId: "v1" };
const now = wall("2026-11-24 09:00");
const line = (at: string, kind: EventKind, more: Partial<Line> = {}): Line => ({
  at: wall(at),
  kind,
  ...more,
});
const solvedLate = [
  line("2026-11-23 08:00", "reported", {
    by: "张三",
    channel: "phone",
    recordedAt: wall("2026-11-23 08:05"),
  }),
  line("2026-11-23 09:00", "paused", {
    agreement: "vendor",
    pauseReason: "awaitingUs",
    askedBy: "vendor",
    proof: "函 3",
  }),
  line("2026-11-23 12:00", "resumed"),
  line("2026-11-23 16:00", "resolved", { by: "李工" }),
];

function context(clause: Partial<Clause> = {}, events: readonly Line[] = solvedLate): FreezeContext {
  const book = {
    ...EMPTY_BOOK,
    contracts: [contractOf({})],
    clauses: [clauseOf({ number: "四(二)2", wording: "四小时内解决", ...clause })],
  };
  const { clocks, state } = clocksOf(incident, events, book, epochMs(now));
  const digests = new Map(
    clocks.map((clock) => {
      const texts = verdictTexts(clock, events);
      return [
        clock.clauseId,
        { clauseDigest: texts.clauseDigest, calendarDigest: "c", eventsDigest: texts.eventsDigest },
      ];
    }),
  );
  return { now, incidentId: "i1", ids: ["w1"], by: "科长", state, events, clocks, digests };
}

const stored = (edits: readonly { readonly id: string; readonly patch: object }[]): Stored<"verdict">[] =>
  edits.map(({ id, patch }) => ({ type: "verdict", id, data: patch as Verdict }));

describe("a frozen verdict", () => {
  const [edit] = freezeVerdicts("closed", context());
  const data = edit?.patch as Verdict;

  it("is a record that the registry takes, with the wording and the result in three readings", () => {
    expect(registry.verdict.schema.safeParse(data).error?.issues).toBeUndefined();
    expect(data).toMatchObject({
      clauseNumber: "四(二)2",
      wording: "四小时内解决",
      verdict: "breached",
      verdictBoth: "breached",
      verdictHospital: "breached",
      verdictAll: "met",
      dueAt: wall("2026-11-23 12:00"),
      overrunMs: 2 * 3_600_000,
      cause: "closed",
    });
  });

  it("keeps how it came about: who reported by which channel, every stretch, every pause", () => {
    const detail = zVerdictDetail.parse(JSON.parse(data.detail ?? ""));
    expect(detail.targetText).toBe("4小时内（按日历）");
    expect(detail.start).toMatchObject({ kind: "reported", by: "张三", channel: "phone" });
    expect(detail.stop).toMatchObject({ kind: "resolved", by: "李工" });
    expect(detail.segments.map(({ kind }) => kind)).toEqual(["counted", "closed", "counted"]);
    expect(detail.pauses).toMatchObject([{ agreement: "vendor", reason: "awaitingUs", proof: "函 3" }]);
    expect(detail.modes.all).toMatchObject({ verdict: "met", elapsedMs: 3 * 3_600_000 });
  });

  it("is not made of a clock that never started", () => {
    expect(freezeVerdicts("closed", context({ startEvent: "planConfirmed" }))).toEqual([]);
  });

  it("has the same digests however the timeline was read, and others when a fact changed", () => {
    const [clock] = context().clocks;
    if (clock === undefined) throw new Error("no clock");
    const texts = verdictTexts(clock, solvedLate);
    expect(verdictTexts(clock, [...solvedLate].reverse())).toEqual(texts);
    const [changed] = context({ target: 8 }).clocks;
    expect(changed && verdictTexts(changed, solvedLate).clauseDigest).not.toBe(texts.clauseDigest);
  });
});

describe("a re-evaluation", () => {
  const first = stored(freezeVerdicts("closed", context()));

  it("previews what a changed clause would change, and says nothing when nothing did", () => {
    expect(differences(first, context().clocks)).toEqual([]);
    expect(differences(first, context({ target: 8 }).clocks)).toMatchObject([
      { before: { verdict: "breached" }, after: { verdict: "met" } },
    ]);
    expect(differences(first, [])).toMatchObject([{ before: { verdict: "breached" }, after: undefined }]);
  });

  it.each([
    ["no reason", " ", "科长", 8, "reasonMissing"],
    ["nobody who decided", "合同勘误", "", 8, "deciderMissing"],
    ["nothing to change", "合同勘误", "科长", 4, "nothingChanged"],
  ])("is refused with %s", (_, reason, by, target, kind) => {
    expect(reEvaluate(reason, first, { ...context({ target }), by })).toEqual({
      ok: false,
      failure: { kind },
    });
  });

  it("adds a second verdict and leaves the first", () => {
    const again = reEvaluate("合同勘误", first, {
      ...context({ target: 8 }),
      now: wall("2026-12-01 09:00"),
      ids: ["w2"],
    });
    const second = again.ok ? stored(again.value) : [];
    expect(second).toMatchObject([
      { id: "w2", data: { verdict: "met", cause: "reEvaluated", reason: "合同勘误" } },
    ]);
    expect(latestVerdicts([...second, ...first]).get("c1")?.id).toBe("w2");
  });

  it("says of a clause that a new version replaced that it holds no more, once", () => {
    const revised = { ...context({ target: 8 }), ids: ["w2", "w3"] };
    const clocks = revised.clocks.map((clock) => ({ ...clock, clauseId: "c2" }));
    const digests = new Map(clocks.map(({ clauseId }) => [clauseId, must(revised.digests.get("c1"), "c1")]));
    const later = { ...revised, clocks, digests, now: wall("2026-12-01 09:00"), by: "科长" };
    const again = reEvaluate("补充协议", first, later);
    const second = again.ok ? stored(again.value) : [];
    expect(second).toMatchObject([
      { id: "w2", data: { clauseId: "c2", verdict: "met", cause: "reEvaluated" } },
      { id: "w3", data: { clauseId: "c1", verdict: "unknown", reason: "补充协议", by: "科长" } },
    ]);
    expect(differences([...first, ...second], clocks)).toEqual([]);
    // Back to the old version: that is a difference again.
    expect(differences([...first, ...second], context().clocks)).toHaveLength(2);
  });
});

describe("a breach sheet", () => {
  const issue = (of: FreezeContext, objectionDays?: number) => {
    const [clock] = of.clocks;
    if (clock === undefined) throw new Error("no clock");
    const contract = objectionDays === undefined ? {} : { objectionDays };
    return issueBreach(
      { clock, finding: " 逾期两小时 " },
      { ...of, number: "XXK-WY-2026-7K2M9P-0001", contract, ids: ["w1", "b1"] },
    );
  };

  it("freezes its verdict and gives the vendor the contract's days to object", () => {
    const edits = issue(context(), 10);
    expect(edits.ok && edits.value).toMatchObject([
      { type: "verdict", id: "w1", patch: { cause: "breach" } },
      { type: "breach", id: "b1", patch: { verdictId: "w1", objectBy: "2026-12-04", finding: "逾期两小时" } },
    ]);
    expect(issue(context())).toMatchObject({ value: [{}, { patch: { objectBy: "2026-12-01" } }] });
  });

  it.each<readonly [string, FreezeContext, string]>([
    ["what was met", context({ target: 8 }), "notBreached"],
    ["our own clock", context({ party: "hospital" }), "ours"],
    [
      "a time that two desks tell differently",
      context({}, [...solvedLate, line("2026-11-23 11:00", "resolved")]),
      "contested",
    ],
  ])("is not issued about %s", (_, of, kind) => {
    expect(issue(of)).toEqual({ ok: false, failure: { kind } });
  });

  const breach = (data: Partial<Breach> = {}): Stored<"breach"> => ({
    type: "breach",
    id: "b1",
    data: {
      incidentId: "i1",
      verdictId: "w1",
      contractId: "k1",
      number: "1",
      issuedAt: now,
      objectBy: "2026-12-01",
      ...data,
    },
  });
  const day = "2026-11-25";

  it.each<readonly [string, BreachStep, Partial<Breach>, string]>([
    ["delivered before it was issued", { kind: "delivered", day: "2026-11-23" }, {}, "beforeIssue"],
    ["delivered tomorrow", { kind: "delivered", day: "2026-11-27" }, {}, "inTheFuture"],
    ["delivered twice", { kind: "delivered", day }, { sentDate: day }, "alreadyDone"],
    ["signed by nobody", { kind: "signed", day, by: " " }, {}, "textMissing"],
    ["objected to without a word", { kind: "objected", day, objection: "" }, {}, "textMissing"],
    ["settled without an objection", { kind: "settled", day, settlement: "维持" }, {}, "noObjection"],
    [
      "signed after it was withdrawn",
      { kind: "signed", day, by: "李工" },
      { withdrawnDate: day },
      "withdrawn",
    ],
  ])("cannot be %s", (_, step, data, kind) => {
    expect(recordBreachStep(step, breach(data), "2026-11-26")).toEqual({ ok: false, failure: { kind } });
  });

  it.each<readonly [BreachStep, Partial<Breach>, object]>([
    [{ kind: "delivered", day }, {}, { sentDate: day }],
    [{ kind: "signed", day, by: "李工" }, {}, { signedDate: day, signedBy: "李工" }],
    [{ kind: "objected", day, objection: "不认" }, {}, { objectedDate: day, objection: "不认" }],
    [
      { kind: "settled", day, settlement: "维持" },
      { objectedDate: day },
      { settledDate: day, settlement: "维持" },
    ],
    [{ kind: "withdrawn", day }, {}, { withdrawnDate: day }],
  ])("keeps the step %o", (step, data, patch) => {
    expect(recordBreachStep(step, breach(data), "2026-11-26")).toMatchObject({
      ok: true,
      value: [{ patch }],
    });
  });
});
