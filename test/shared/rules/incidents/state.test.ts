import { describe, expect, it } from "vitest";
import type { EventKind } from "../../../../shared/records/event-kinds.ts";
import { incidentState } from "../../../../shared/rules/incidents/state.ts";

/** `"08:00 reported"` on one day. */
function timeline(...lines: string[]) {
  return lines.map((line) => {
    const [time, kind] = line.split(" ");
    return { at: `2026-11-20T${time ?? ""}:00.000Z`, kind: kind as EventKind };
  });
}
const at = (time: string) => `2026-11-20T${time}:00.000Z`;

describe("the status of an incident", () => {
  it.each([
    ["nothing is known", [], "pending"],
    ["it was reported", ["08:00 reported"], "pending"],
    ["only a note was made", ["08:00 reported", "08:10 note"], "pending"],
    ["the vendor answered", ["08:00 reported", "08:10 acknowledged"], "inProgress"],
    ["it waits", ["08:00 reported", "08:10 acknowledged", "08:20 paused"], "onHold"],
    ["it went on", ["08:00 reported", "08:20 paused", "08:30 resumed"], "inProgress"],
    ["it was solved", ["08:00 reported", "09:00 resolved"], "resolved"],
    ["it was solved while it waited", ["08:00 reported", "08:20 paused", "09:00 resolved"], "resolved"],
    ["it was signed", ["08:00 reported", "09:00 resolved", "09:10 signedOff"], "closed"],
    ["we refused to sign", ["08:00 reported", "09:00 resolved", "09:10 refused"], "inProgress"],
    ["it came back", ["08:00 reported", "09:00 resolved", "09:10 signedOff", "10:00 reopened"], "inProgress"],
    [
      "it was solved again",
      ["08:00 reported", "09:00 resolved", "10:00 reopened", "11:00 resolved"],
      "resolved",
    ],
    [
      "a pause was noted after the solution",
      ["08:00 reported", "09:00 resolved", "09:30 paused"],
      "resolved",
    ],
  ])("when %s", (_, lines, status) => {
    expect(incidentState({}, timeline(...lines)).status).toBe(status);
  });

  it.each([
    ["已关闭", ["08:00 reported"], "closed"],
    ["Closed", ["08:00 reported", "08:10 acknowledged"], "closed"],
    ["closed", ["08:00 reported"], "closed"],
    ["On Hold", ["08:00 reported"], "onHold"],
    ["Pending", ["08:00 reported"], "onHold"],
    ["处理中", ["08:00 reported", "09:00 resolved"], "resolved"],
    ["已关闭", ["08:00 reported", "09:00 reopened"], "inProgress"],
    ["从未见过的词", ["08:00 reported"], "pending"],
  ])(
    "believes an old ledger that says %s where it says more than the dates",
    (importedStatus, lines, status) => {
      expect(incidentState({ importedStatus }, timeline(...lines)).status).toBe(status);
    },
  );
});

describe("the milestones of an incident", () => {
  const lines = timeline(
    "08:30 reported",
    "08:40 acknowledged",
    "10:00 resolved",
    "10:30 reopened",
    "12:00 resolved",
    "12:05 acknowledged",
    "12:10 resolved",
    "12:30 signedOff",
  );
  const state = incidentState({}, lines);

  it("keep the first and the last solution, and the time between them that nobody owed", () => {
    expect(state.firstResolvedAt).toBe(at("10:00"));
    expect(state.resolvedAt).toBe(at("12:00"));
    expect(state.solvedGaps).toEqual([{ from: at("10:00"), to: at("10:30") }]);
    expect(state.reopened).toBe(true);
  });

  it("follow a request through answer, plan, our confirmation, arrival and signature", () => {
    const steps = [
      "acknowledged",
      "replied",
      "planSubmitted",
      "planConfirmed",
      "arrived",
      "resolved",
      "signedOff",
    ];
    const whole = timeline(
      "08:00 reported",
      ...steps.map((kind, i) => `${String(i + 9).padStart(2, "0")}:00 ${kind}`),
    );
    expect(incidentState({}, whole)).toMatchObject({
      ...{ status: "closed", reportedAt: at("08:00"), acknowledgedAt: at("09:00"), repliedAt: at("10:00") },
      ...{ planSubmittedAt: at("11:00"), planConfirmedAt: at("12:00"), arrivedAt: at("13:00") },
      ...{ resolvedAt: at("14:00"), signedOffAt: at("15:00") },
    });
  });

  it("never give a second response", () => {
    expect(state.acknowledgedAt).toBe(at("08:40"));
  });

  it("are the same in whatever order the lines were entered, and however often", () => {
    expect(incidentState({}, [...lines].reverse())).toEqual(state);
    expect(incidentState({}, [...lines, ...lines])).toEqual(state);
  });

  it("start at the earliest report", () => {
    expect(incidentState({}, timeline("09:00 reported", "08:10 reported")).reportedAt).toBe(at("08:10"));
  });

  it("leave no gap where a solution was refused, for it never was one", () => {
    const refused = incidentState({}, timeline("08:00 reported", "09:00 resolved", "09:30 refused"));
    expect(refused.solvedGaps).toEqual([]);
    expect(refused.resolvedAt).toBeUndefined();
    expect(refused.firstResolvedAt).toBe(at("09:00"));
  });

  it("keep every pause, and end one that a solution interrupts", () => {
    const paused = incidentState(
      {},
      timeline(
        "08:00 reported",
        "08:10 paused",
        "08:15 paused",
        "08:20 resumed",
        "08:40 paused",
        "09:00 resolved",
      ),
    );
    expect(paused.pauses).toMatchObject([
      { from: at("08:10"), to: at("08:20") },
      { from: at("08:15"), to: at("08:20") },
      { from: at("08:40"), to: at("09:00") },
    ]);
    expect(incidentState({}, timeline("08:00 reported", "08:10 paused")).pauses).toMatchObject([
      { from: at("08:10"), to: undefined },
    ]);
  });
});
