import { describe, expect, it } from "vitest";
import { epochMs } from "../../../../shared/lib/instants.ts";
import type { Clause, Contract, Incident, IncidentEvent, Stored } from "../../../../shared/records/index.ts";
import { clockAlerts, percentReached } from "../../../../shared/rules/alerts/clock-alerts.ts";
import { EMPTY_BOOK } from "../../../../shared/rules/clauses/clause-book.ts";
import { clauseOf, contractOf, event, wall } from "../clauses/fixtures.ts";

/** Four hours around the clock, unless said otherwise. */
function alertsAt(
  now: string,
  events: readonly (Pick<IncidentEvent, "at" | "kind"> & Partial<IncidentEvent>)[] = [],
  more: {
    readonly incident?: Partial<Incident>;
    readonly clauses?: readonly Partial<Clause>[];
    readonly contract?: Partial<Contract>;
  } = {},
) {
  const incident: Stored<"incident"> = {
    type: "incident",
    id: "i1",
    data: {
      number: "XXK-GZ-2026-7K2M9P-0001",
      title: "挂号慢",
      vendorId: "v1",
      severity: "normal",
      ...more.incident,
    },
  };
  const clauses = more.clauses ?? [{}];
  const book = {
    ...EMPTY_BOOK,
    contracts: [contractOf(more.contract ?? {})],
    clauses: clauses.map((data, i) => clauseOf({ coverage: "always", ...data }, `c${i + 1}`)),
  };
  const lines = [event("2026-11-20 08:00", "reported"), ...events].map((line) => ({
    incidentId: "i1",
    recordedAt: line.at,
    ...line,
  }));
  return clockAlerts([{ incident, events: lines }], book, epochMs(wall(now)));
}

describe("the ladder of a clock", () => {
  it.each([
    ["2026-11-20 09:59", undefined, undefined],
    ["2026-11-20 10:00", 50, "early"],
    ["2026-11-20 11:00", 75, "soon"],
    ["2026-11-20 11:36", 90, "soon"],
    ["2026-11-20 12:00", 100, "overdue"],
    ["2026-11-20 15:59", 100, "overdue"],
    ["2026-11-20 16:00", 200, "overdue"],
    ["2026-11-21 08:30", 600, "overdue"],
  ])("of four hours from 08:00 stands at %s on %s %%", (now, percent, urgency) => {
    const [alert] = alertsAt(now);
    expect([alert?.percent, alert?.urgency]).toEqual([percent, urgency]);
  });

  it("says when each step was crossed and when the next will be", () => {
    const [alert] = alertsAt("2026-11-20 17:00");
    expect(alert?.crossed).toEqual([
      { percent: 50, at: wall("2026-11-20 10:00") },
      { percent: 75, at: wall("2026-11-20 11:00") },
      { percent: 90, at: wall("2026-11-20 11:36") },
      { percent: 100, at: wall("2026-11-20 12:00") },
      { percent: 200, at: wall("2026-11-20 16:00") },
    ]);
    expect(alert?.next).toEqual({ percent: 300, at: wall("2026-11-20 20:00") });
    expect(alert?.at).toBe(wall("2026-11-20 16:00"));
  });

  it("counts covered time: nine of twelve working hours reported on Friday at eight are reached on Monday at nine", () => {
    const clauses = [{ target: 12, unit: "workingHour" as const, coverage: "calendar" as const }];
    expect(alertsAt("2026-11-23 08:59", [], { clauses })[0]?.percent).toBe(50);
    const [monday] = alertsAt("2026-11-23 09:00", [], { clauses });
    expect(monday).toMatchObject({ percent: 75, at: wall("2026-11-23 09:00") });
  });

  it("is urgent when a critical or urgent incident is over its time, and not before", () => {
    const urgent = { incident: { severity: "urgent" } } as const;
    expect(alertsAt("2026-11-20 12:00", [], urgent)[0]?.urgency).toBe("urgent");
    expect(alertsAt("2026-11-20 11:59", [], urgent)[0]?.urgency).toBe("soon");
  });

  it("ends when its clock stops or the incident is solved", () => {
    expect(alertsAt("2026-11-20 13:00", [event("2026-11-20 09:00", "resolved")])).toEqual([]);
    const clauses = [{ metric: "response", stopEvent: "acknowledged" }, {}] as const;
    expect(
      alertsAt("2026-11-20 13:00", [event("2026-11-20 12:30", "acknowledged")], { clauses }),
    ).toMatchObject([{ clauseId: "c2" }]);
  });

  it("gives every revision of a due time a key of its own", () => {
    const pause = [event("2026-11-20 08:30", "paused"), event("2026-11-20 09:30", "resumed")];
    expect(alertsAt("2026-11-20 10:00")[0]?.key).toBe("clock:i1:c1:2026-11-20T04:00:00.000Z:50");
    expect(alertsAt("2026-11-20 11:00", pause)[0]?.key).toBe("clock:i1:c1:2026-11-20T05:00:00.000Z:50");
  });
});

describe("what does not ring", () => {
  it("a paused clock, but it is listed", () => {
    const [alert] = alertsAt("2026-11-20 11:30", [event("2026-11-20 11:10", "paused")]);
    expect(alert).toMatchObject({ percent: 75, silent: "paused", next: undefined, dueAt: undefined });
  });

  it("an imported incident, ever", () => {
    expect(alertsAt("2026-11-30 12:00", [], { incident: { importBatchId: "b1" } })).toEqual([]);
    expect(alertsAt("2026-11-30 12:00", [], { incident: { evidence: "A" } })).toEqual([]);
  });

  it("a step that was past when a change of severity brought the clause", () => {
    const clauses = [{ severities: ["critical" as const] }];
    const raised = { ...event("2026-11-20 11:10", "severityChanged"), severity: "critical" as const };
    expect(alertsAt("2026-11-20 11:20", [raised], { clauses })[0]).toMatchObject({
      percent: 75,
      silent: "attached",
    });
    expect(alertsAt("2026-11-20 11:36", [raised], { clauses })[0]).toMatchObject({
      percent: 90,
      silent: undefined,
    });
  });

  it("a contract gap: there is no clock", () => {
    expect(alertsAt("2026-11-20 12:00", [], { contract: { endDate: "2026-10-31" } })).toEqual([]);
  });
});

it.each([
  [0, 100, 0],
  [49, 100, 0],
  [50, 100, 50],
  [74, 100, 50],
  [89, 100, 75],
  [99, 100, 90],
  [100, 100, 100],
  [1999, 100, 1900],
  [0, 0, 100],
])("%i of %i ms is step %i", (elapsedMs, targetMs, percent) => {
  expect(percentReached(elapsedMs, targetMs)).toBe(percent);
});
