import { describe, expect, it } from "vitest";
import { adjudicate, type Adjudication } from "../../../../shared/commands/incidents/adjudicate.ts";
import {
  changeSeverity,
  type SeverityChange,
} from "../../../../shared/commands/incidents/change-severity.ts";
import { holdPause, type PauseHolding } from "../../../../shared/commands/incidents/hold-pause.ts";
import type { EventKind } from "../../../../shared/records/event-kinds.ts";
import type { IncidentEvent } from "../../../../shared/records/index.ts";
import { incidentState } from "../../../../shared/rules/incidents/state.ts";

const at = (time: string) => `2026-11-20T${time}:00.000Z`;
const now = at("12:00");
const line = (time: string, kind: EventKind, more: Partial<IncidentEvent> = {}): IncidentEvent => ({
  incidentId: "i1",
  kind,
  at: at(time),
  recordedAt: at(time),
  ...more,
});
const events = [line("08:00", "reported"), line("09:00", "arrived"), line("09:30", "paused")];
const incident = { severity: "normal" } as const;

/** The timeline with what a command wrote. */
function after(edits: readonly { readonly patch: object }[], of = events) {
  return incidentState(incident, [...of, ...edits.map(({ patch }) => patch as IncidentEvent)]);
}

describe("how a pause is held", () => {
  const told: PauseHolding = {
    incidentId: "i1",
    from: at("09:30"),
    agreement: "both",
    agreedBy: "李工",
    proof: "",
    note: "",
  };
  const hold = (change: Partial<PauseHolding>) =>
    holdPause({ ...told, ...change }, { now, id: "e9", incident, events });

  it.each<readonly [string, Partial<PauseHolding>, string]>([
    ["names a pause that is not there", { from: at("09:31") }, "noSuchPause"],
    ["is as it was", { agreement: "hospital", note: "x" }, "sameAsBefore"],
    ["has both agree with neither name nor proof", { agreedBy: "　" }, "agreementUnproven"],
    ["becomes the vendor's claim without a reason", { agreement: "vendor" }, "reasonMissing"],
  ])("is refused where it %s", (_, change, kind) => {
    expect(hold(change)).toEqual({ ok: false, failure: { kind } });
  });

  it("is one more line, and the pause says who agreed", () => {
    const edits = hold({});
    expect(edits.ok && after(edits.value).pauses[0]).toMatchObject({ agreement: "both", agreedBy: "李工" });
  });
});

describe("an adjudication", () => {
  const told: Adjudication = {
    incidentId: "i1",
    aboutKind: "arrived",
    aboutAt: at("09:10"),
    reason: "门卫登记",
    by: "科长",
    proof: "登记簿第 3 页",
  };
  const decide = (change: Partial<Adjudication>) =>
    adjudicate({ ...told, ...change }, { now, id: "e9", events });

  it.each<readonly [string, Partial<Adjudication>, object]>([
    ["a time that is none", { aboutAt: "9:10" }, { kind: "notATime" }],
    ["a time to come", { aboutAt: at("12:06") }, { kind: "inTheFuture" }],
    ["a step that nobody told", { aboutKind: "resolved" }, { kind: "neverTold" }],
    ["a step before the report", { aboutAt: at("07:59") }, { kind: "beforeReport", reportedAt: at("08:00") }],
    ["no reason", { reason: " " }, { kind: "reasonMissing" }],
    ["nobody who decided", { by: "" }, { kind: "deciderMissing" }],
  ])("is refused for %s", (_, change, failure) => {
    expect(decide(change)).toEqual({ ok: false, failure });
  });

  it("makes its time count and leaves the other accounts where they are", () => {
    const edits = decide({});
    expect(edits.ok && after(edits.value).arrivedAt).toBe(at("09:10"));
    expect(edits.ok && edits.value).toHaveLength(1);
  });
});

describe("a change of severity", () => {
  const told: SeverityChange = {
    incidentId: "i1",
    severity: "critical",
    at: at("10:00"),
    by: "",
    reason: "全院停摆",
  };
  const raise = (change: Partial<SeverityChange>, of = events) =>
    changeSeverity({ ...told, ...change }, { now, id: "e9", incident, events: of });

  it.each<readonly [string, Partial<SeverityChange>, object]>([
    ["a time that is none", { at: "" }, { kind: "notATime" }],
    ["a time to come", { at: at("13:00") }, { kind: "inTheFuture" }],
    ["a time before the report", { at: at("07:00") }, { kind: "beforeReport", reportedAt: at("08:00") }],
    ["the severity it has", { severity: "normal" }, { kind: "sameAsBefore" }],
    ["no reason", { reason: "" }, { kind: "reasonMissing" }],
  ])("is refused for %s", (_, change, failure) => {
    expect(raise(change)).toEqual({ ok: false, failure });
  });

  it("is refused after the solution", () => {
    expect(raise({}, [...events, line("09:50", "resolved")])).toMatchObject({
      failure: { kind: "alreadyResolved", at: at("09:50") },
    });
  });

  it("holds from its own time on", () => {
    const edits = raise({});
    expect(edits.ok && after(edits.value)).toMatchObject({
      severity: "critical",
      severityChanges: [{ at: at("10:00") }],
    });
  });
});
