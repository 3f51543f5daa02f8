import { describe, expect, it } from "vitest";
import type { EventKind } from "../../../../shared/records/event-kinds.ts";
import { pausesIn } from "../../../../shared/rules/incidents/pauses.ts";
import { incidentState } from "../../../../shared/rules/incidents/state.ts";
import { contestsOf, heldTimeline, type Line } from "../../../../shared/rules/incidents/timeline.ts";

const at = (time: string) => `2026-11-20T${time}:00.000Z`;
const line = (time: string, kind: EventKind, more: Partial<Line> = {}): Line => ({
  at: at(time),
  kind,
  ...more,
});
const holds = (kind: EventKind, time: string, told: string) =>
  line(told, "adjudicated", { aboutKind: kind, aboutAt: at(time) });

describe("two accounts of one step", () => {
  const two = [line("08:00", "reported"), line("09:10", "arrived"), line("09:40", "arrived")];

  it("from desks that did not know of each other are contested, and both are kept", () => {
    expect(contestsOf(two)).toEqual([{ kind: "arrived", accounts: [two[1], two[2]] }]);
    expect(heldTimeline(two)).toEqual(two);
  });

  it.each([
    ["within one minute are one", [line("09:10", "arrived"), { ...line("09:10", "arrived") }]],
    [
      "where the second was said to be another time are not",
      [line("09:10", "arrived"), line("09:40", "arrived", { again: true })],
    ],
    ["of the report are not: the earliest counts", [line("08:00", "reported"), line("08:30", "reported")]],
    ["of pauses are not", [line("09:00", "paused"), line("09:30", "paused")]],
    [
      "in two rounds are not",
      [line("09:00", "resolved"), line("10:00", "reopened"), line("11:00", "resolved")],
    ],
    ["are settled by an adjudication", [...two, holds("arrived", "09:40", "12:00")]],
  ])("%s contested", (_, events) => {
    expect(contestsOf(events)).toEqual([]);
  });

  it("come down to the one that was adjudicated, and to the later word where there are two", () => {
    const held = [...two, holds("arrived", "09:40", "12:00")];
    expect(incidentState({}, held).arrivedAt).toBe(at("09:40"));
    expect(incidentState({}, [...held, holds("arrived", "09:10", "13:00")]).arrivedAt).toBe(at("09:10"));
  });

  it("can be corrected to a time that nobody had written down", () => {
    expect(incidentState({}, [...two, holds("arrived", "09:25", "12:00")]).arrivedAt).toBe(at("09:25"));
  });

  it("come down to the adjudicated one also against an earlier time that the same desk wrote later", () => {
    const slip = [
      line("08:00", "reported"),
      line("09:40", "arrived"),
      line("09:10", "arrived", { again: true }),
    ];
    const back = line("15:00", "arrived", { again: true });
    const held = [...slip, back, holds("arrived", "09:40", "16:00")];
    expect(incidentState({}, held).arrivedAt).toBe(at("09:40"));
    expect(heldTimeline(held)).toContain(back);
  });

  it("are adjudicated in their own round only", () => {
    const rounds = [
      line("08:00", "reported"),
      line("09:00", "resolved"),
      line("09:30", "resolved"),
      line("10:00", "reopened"),
      line("11:00", "resolved"),
      holds("resolved", "09:30", "12:00"),
    ];
    const state = incidentState({}, rounds);
    expect([state.firstResolvedAt, state.resolvedAt]).toEqual([at("09:30"), at("11:00")]);
    expect(state.solvedGaps).toEqual([{ from: at("09:30"), to: at("10:00") }]);
  });
});

describe("the pause ledger", () => {
  it("holds a pause as the hospital's until both agree, and says who did", () => {
    const told = line("09:00", "paused", { pauseReason: "awaitingUs", askedBy: "vendor", proof: "函 12" });
    expect(pausesIn([told])).toMatchObject([{ agreement: "hospital", reason: "awaitingUs", proof: "函 12" }]);
    const agreed = line("10:00", "pauseAgreed", {
      aboutAt: at("09:00"),
      agreement: "both",
      agreedBy: "厂商 李工",
    });
    expect(pausesIn([told, agreed])).toMatchObject([{ agreement: "both", agreedBy: "厂商 李工" }]);
  });

  it("ends the pause that a resumption names, and all of them when it names none", () => {
    const two = [line("09:00", "paused"), line("09:30", "paused", { agreement: "vendor" })];
    const named = [...two, line("10:00", "resumed", { aboutAt: at("09:30") })];
    expect(pausesIn(named).map(({ to }) => to)).toEqual([undefined, at("10:00")]);
    expect(pausesIn([...two, line("10:00", "resumed")]).map(({ to }) => to)).toEqual([
      at("10:00"),
      at("10:00"),
    ]);
  });

  it("keeps the incident on hold while any pause is open, and starts none once it is solved", () => {
    const open = [line("08:00", "reported"), line("09:00", "paused"), line("09:30", "paused")];
    expect(incidentState({}, [...open, line("10:00", "resumed", { aboutAt: at("09:30") })]).status).toBe(
      "onHold",
    );
    expect(pausesIn([line("09:00", "resolved"), line("09:30", "paused")])).toEqual([]);
  });
});

it("takes the severity that stood last, and remembers each change", () => {
  const state = incidentState({ severity: "normal" }, [
    line("08:00", "reported"),
    line("10:00", "severityChanged", { severity: "critical" }),
  ]);
  expect(state.severity).toBe("critical");
  expect(state.severityChanges).toEqual([{ at: at("10:00"), severity: "critical" }]);
  expect(state.status).toBe("pending");
});
