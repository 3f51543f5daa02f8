import { describe, expect, it } from "vitest";
import { epochMs, formatWall } from "../../../../shared/lib/instants.ts";
import type { Incident, Stored } from "../../../../shared/records/index.ts";
import { pressing } from "../../../../shared/rules/clauses/clause-clock.ts";
import { clauseClocks } from "../../../../shared/rules/clauses/clause-clocks.ts";
import { calendarRecord, clauseOf, event, wall } from "./fixtures.ts";

const incident: Incident = { number: "1", title: "无法登录" };
const MINUTE = 60_000;

function clocks(
  clauses: readonly Stored<"clause">[],
  events: Parameters<typeof clauseClocks>[1],
  now: string,
  of: Incident = incident,
  calendars: readonly Stored<"calendar">[] = [],
) {
  return clauseClocks(of, events, clauses, { calendars, notices: [] }, epochMs(wall(now)));
}

function clock(...args: Parameters<typeof clocks>) {
  const [first] = clocks(...args);
  if (first === undefined) throw new Error("no clock");
  return { ...first, due: first.dueAt === undefined ? undefined : formatWall(first.dueAt) };
}

describe("when a clause falls due", () => {
  it.each([
    ["4 hours at all hours", { coverage: "always" }, "2026-09-30 16:00", "2026-09-30 20:00"],
    ["4 working hours before National Day", {}, "2026-09-30 16:00", "2026-10-08 10:00"],
    ["30 minutes at lunch", { target: 30, unit: "minute" }, "2026-11-23 12:10", "2026-11-23 14:30"],
    ["1 working day on a Friday", { target: 1, unit: "workingDay" }, "2026-11-20 15:00", "2026-11-23 15:00"],
    [
      "2 working days before a worked Saturday",
      { target: 2, unit: "workingDay" },
      "2026-10-09 15:00",
      "2026-10-12 15:00",
    ],
    [
      "1 working day of a 7×24 clause",
      { target: 1, unit: "workingDay", coverage: "always" },
      "2026-11-20 15:00",
      "2026-11-23 15:00",
    ],
    ["1 calendar day", { target: 1, unit: "calendarDay" }, "2026-09-30 16:00", "2026-10-02 00:00"],
    ["7 calendar days", { target: 7, unit: "calendarDay" }, "2026-11-20 00:00", "2026-11-28 00:00"],
    [
      "1 day of 24 hours at all hours",
      { target: 1, unit: "day24h", coverage: "always" },
      "2026-11-20 16:00",
      "2026-11-21 16:00",
    ],
    ["1 day of 24 working hours", { target: 1, unit: "day24h" }, "2026-10-09 15:00", "2026-10-13 15:00"],
  ] as const)("%s", (_, data, from, due) => {
    expect(clock([clauseOf(data)], [event(from, "reported")], from).due).toBe(due);
  });

  it("counts by the hospital's own calendar", () => {
    const calendars = [calendarRecord({ fri: "20:00-22:00", sat: "09:00-10:00" })];
    const clause = clauseOf({ calendarId: "cal1", target: 150, unit: "minute" });
    const found = clock(
      [clause],
      [event("2026-11-20 12:00", "reported")],
      "2026-11-20 12:00",
      incident,
      calendars,
    );
    expect(found.due).toBe("2026-11-21 09:30");
  });

  it("says that a year without a holiday notice is a guess", () => {
    const far = clock([clauseOf({})], [event("2027-03-01 09:00", "reported")], "2027-03-01 09:00");
    expect(far.provisional).toBe(true);
  });

  it("refuses a calendar that is gone or cannot be read, and says which", () => {
    const clause = clauseOf({ calendarId: "cal1" });
    const events = [event("2026-11-20 12:00", "reported")];
    expect(clock([clause], events, "2026-11-20 12:00")).toMatchObject({
      state: "unknown",
      problem: { kind: "calendarMissing" },
    });
    expect(
      clock([clause], events, "2026-11-20 12:00", incident, [calendarRecord({ mon: "上午" })]),
    ).toMatchObject({ state: "unknown", problem: { kind: "calendarUnreadable" } });
  });
});

describe("where a clock stands", () => {
  const from = "2026-11-23 08:00";
  it.each([
    ["has not begun before it is reported", [], "2026-11-23 09:00", "notStarted"],
    ["runs", [event(from, "reported")], "2026-11-23 09:00", "running"],
    ["still runs at exactly its target", [event(from, "reported")], "2026-11-23 12:00", "running"],
    ["is broken a minute of working time later", [event(from, "reported")], "2026-11-23 14:01", "breached"],
    [
      "is met at exactly its target",
      [event(from, "reported"), event("2026-11-23 12:00", "resolved")],
      "2026-11-25 08:00",
      "met",
    ],
    [
      "stays broken after a late solution",
      [event(from, "reported"), event("2026-11-23 15:00", "resolved")],
      "2026-11-25 08:00",
      "breached",
    ],
    [
      "waits while paused",
      [event(from, "reported"), event("2026-11-23 09:00", "paused")],
      "2026-11-25 08:00",
      "paused",
    ],
    [
      "is stopped by a signature where no solution was noted",
      [event(from, "reported"), event("2026-11-23 11:00", "signedOff")],
      "2026-11-25 08:00",
      "met",
    ],
  ] as const)("%s", (_, events, now, state) => {
    expect(clock([clauseOf({})], events, now).state).toBe(state);
  });

  it("a paused clock has no due time and keeps what is left", () => {
    const found = clock(
      [clauseOf({})],
      [event(from, "reported"), event("2026-11-23 09:30", "paused")],
      "2026-11-24 17:00",
    );
    expect([found.dueAt, found.remainingMs]).toEqual([undefined, 150 * MINUTE]);
  });

  it("a response is never paused unless the clause says so", () => {
    const response = { metric: "response", stopEvent: "acknowledged" } as const;
    const events = [event(from, "reported"), event("2026-11-23 09:00", "paused")];
    expect(clock([clauseOf(response)], events, "2026-11-24 17:00").state).toBe("breached");
    expect(clock([clauseOf({ ...response, pauses: "agreed" })], events, "2026-11-24 17:00").state).toBe(
      "paused",
    );
    expect(clock([clauseOf({ pauses: "never" })], events, "2026-11-24 17:00").state).toBe("breached");
  });

  it("reopening goes on where it stopped, without the time that it was solved", () => {
    const events = [
      event(from, "reported"),
      event("2026-11-23 10:00", "resolved"),
      event("2026-11-23 15:00", "reopened"),
    ];
    const found = clock([clauseOf({})], events, "2026-11-23 16:00");
    expect([found.state, found.elapsedMs, found.due]).toEqual(["running", 180 * MINUTE, "2026-11-23 17:00"]);
  });

  it("a refused solution was none: its time counts", () => {
    const events = [
      event(from, "reported"),
      event("2026-11-23 10:00", "resolved"),
      event("2026-11-23 11:00", "refused"),
    ];
    expect(clock([clauseOf({})], events, "2026-11-23 11:00").elapsedMs).toBe(180 * MINUTE);
  });

  it("a response given once is given, and a vendor who arrived has responded", () => {
    const response = clauseOf({ metric: "response", stopEvent: "acknowledged", target: 1 });
    const events = [event(from, "reported"), event("2026-11-23 08:40", "arrived")];
    expect(clock([response], events, "2026-11-25 08:00")).toMatchObject({
      state: "met",
      stoppedBy: "arrived",
    });
    const reopened = [
      event(from, "reported"),
      event("2026-11-23 08:50", "resolved"),
      event("2026-11-24 08:00", "reopened"),
    ];
    expect(clock([response], reopened, "2026-11-25 08:00")).toMatchObject({
      state: "met",
      stoppedBy: "resolved",
    });
  });

  it("arrival is clocked from our confirmation, and one before it took no time", () => {
    const arrival = clauseOf({ metric: "arrival", startEvent: "planConfirmed", stopEvent: "arrived" });
    const reported = event(from, "reported");
    expect(clock([arrival], [reported], "2026-11-25 08:00").state).toBe("notStarted");
    const early = [
      reported,
      event("2026-11-23 09:00", "arrived"),
      event("2026-11-23 10:00", "planConfirmed"),
    ];
    expect(clock([arrival], early, "2026-11-25 08:00")).toMatchObject({ state: "met", elapsedMs: 0 });
  });

  it("arrival may count from the moment at which remote help failed, and a spare from the arrival", () => {
    const arrival = clauseOf({
      ...{ metric: "arrival", startEvent: "remoteFailed", stopEvent: "arrived" },
      ...{ target: 30, unit: "minute", coverage: "always" },
    });
    const spare = clauseOf(
      {
        metric: "loaner",
        startEvent: "arrived",
        stopEvent: "loanerDelivered",
        target: 24,
        coverage: "always",
      },
      "c2",
    );
    const consent = [event(from, "reported"), event("2026-11-23 08:20", "remoteConsent")];
    expect(clock([arrival], consent, "2026-11-23 12:00").state).toBe("notStarted");
    const failed = [...consent, event("2026-11-23 09:00", "remoteFailed")];
    expect(clock([arrival], failed, "2026-11-23 09:10").due).toBe("2026-11-23 09:30");
    const arrived = [...failed, event("2026-11-23 09:40", "arrived")];
    expect(clock([arrival], arrived, "2026-11-23 12:00").state).toBe("breached");
    expect(clock([spare], arrived, "2026-11-23 12:00").due).toBe("2026-11-24 09:40");
  });

  it("a solution before its report was recorded wrongly, and is not judged", () => {
    const events = [event(from, "reported"), event("2026-11-22 08:00", "resolved")];
    expect(clock([clauseOf({})], events, "2026-11-25 08:00")).toMatchObject({
      state: "unknown",
      problem: { kind: "stopBeforeStart" },
    });
  });
});

describe("an imported incident", () => {
  const imported: Incident = { ...incident, evidence: "A", importBatchId: "b1" };
  const reported = event("2026-11-23 08:00", "reported");

  it("is clocked only where its ledger has both times", () => {
    const acknowledged = clauseOf({ metric: "response", stopEvent: "acknowledged" }, "response");
    const found = clocks(
      [clauseOf({}), acknowledged],
      [reported, event("2026-11-23 10:00", "resolved")],
      "2026-11-25 08:00",
      imported,
    );
    expect(found.map(({ clauseId, state }) => [clauseId, state])).toEqual([
      ["c1", "met"],
      ["response", "unknown"],
    ]);
  });

  it("with dates only is clocked in days, not in hours", () => {
    const events = [
      { ...event("2026-11-23 00:00", "reported"), dateOnly: true },
      { ...event("2026-11-24 00:00", "resolved"), dateOnly: true },
    ];
    expect(clock([clauseOf({})], events, "2026-11-25 08:00", imported).problem).toEqual({ kind: "dateOnly" });
    const days = clauseOf({ target: 3, unit: "calendarDay" });
    expect(clock([days], events, "2026-11-25 08:00", imported).state).toBe("met");
  });
});

describe("several clauses", () => {
  const clauses = [
    clauseOf({ target: 8 }, "long"),
    clauseOf({ target: 1, metric: "response", stopEvent: "acknowledged" }, "short"),
    clauseOf({ startEvent: "planConfirmed", stopEvent: "arrived" }, "waiting"),
  ];

  it("are all shown, the earliest due first", () => {
    const found = clocks(clauses, [event("2026-11-23 08:00", "reported")], "2026-11-23 08:10");
    expect(found.map(({ clauseId }) => clauseId)).toEqual(["short", "long", "waiting"]);
    expect(pressing(found)?.clauseId).toBe("short");
  });

  it("the one that presses is the first that nobody has stopped", () => {
    const events = [event("2026-11-23 08:00", "reported"), event("2026-11-23 08:20", "acknowledged")];
    expect(pressing(clocks(clauses, events, "2026-11-23 08:30"))?.clauseId).toBe("long");
  });

  it("give their reasons when asked", () => {
    const [found] = clocks([clauseOf({})], [event("2026-11-20 17:00", "reported")], "2026-11-20 17:00");
    const reasons = [...(found?.segments() ?? [])].map(({ kind, toMs }) => `${formatWall(toMs)} ${kind}`);
    expect(reasons).toEqual([
      "2026-11-20 18:00 counted",
      "2026-11-23 08:00 closed",
      "2026-11-23 11:00 counted",
    ]);
  });
});
