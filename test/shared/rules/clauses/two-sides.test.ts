import { describe, expect, it } from "vitest";
import { epochMs, formatWall } from "../../../../shared/lib/instants.ts";
import type { Clause, Incident } from "../../../../shared/records/index.ts";
import type { EventKind } from "../../../../shared/records/event-kinds.ts";
import { EMPTY_BOOK, type ClauseBook } from "../../../../shared/rules/clauses/clause-book.ts";
import { reachAt } from "../../../../shared/rules/clauses/clause-clock.ts";
import { clocksOf } from "../../../../shared/rules/clauses/incident-clocks.ts";
import type { Line } from "../../../../shared/rules/incidents/timeline.ts";
import { calendarRecord, clauseOf, contractOf, wall } from "./fixtures.ts";

const incident: Incident = { number: "1", title: "无法登录", vendorId: "v1", severity: "normal" };
const HOUR = 3_600_000;
const line = (at: string, kind: EventKind, more: Partial<Line> = {}): Line => ({
  at: wall(at),
  kind,
  ...more,
});

function first(
  clauses: readonly Partial<Clause>[],
  events: readonly Line[],
  now: string,
  more: Partial<ClauseBook> = {},
) {
  const book = {
    ...EMPTY_BOOK,
    contracts: [contractOf({})],
    clauses: clauses.map((data, i) => clauseOf(data, `c${i + 1}`)),
    ...more,
  };
  const [clock] = clocksOf(incident, events, book, epochMs(wall(now))).clocks;
  if (clock === undefined) throw new Error("no clock");
  return clock;
}

describe("a pause that the two sides hold differently", () => {
  const always = { coverage: "always" } as const;
  const told = (agreement: "both" | "hospital" | "vendor") => [
    line("2026-11-23 08:00", "reported"),
    line("2026-11-23 09:00", "paused", { agreement, proof: "邮件" }),
    line("2026-11-23 11:00", "resumed"),
    line("2026-11-23 13:00", "resolved"),
  ];

  it.each([
    ["agreed by both", "both", ["met", "met", "met"]],
    ["held by the hospital alone", "hospital", ["breached", "met", "met"]],
    ["claimed by the vendor alone", "vendor", ["breached", "breached", "met"]],
  ] as const)("%s is one figure in each reading", (_, agreement, states) => {
    const clock = first([always], told(agreement), "2026-11-24 08:00");
    expect((["both", "hospital", "all"] as const).map((mode) => clock.underMode(mode).state)).toEqual(states);
    expect(clock.state).toBe(states[1]);
  });

  it("turns when the vendor agrees later", () => {
    const agreed = line("2026-11-25 09:00", "pauseAgreed", {
      aboutAt: wall("2026-11-23 09:00"),
      agreement: "both",
      agreedBy: "李工",
    });
    expect(first([always], [...told("hospital"), agreed], "2026-11-26 08:00").underMode("both").state).toBe(
      "met",
    );
  });

  it("counts no further than its cap, whether or not anybody resumed", () => {
    const capped = [
      line("2026-11-23 08:00", "reported"),
      line("2026-11-23 09:00", "paused", { capAt: wall("2026-11-23 10:00") }),
    ];
    const before = first([always], capped, "2026-11-23 09:30");
    expect([before.state, before.dueAt]).toEqual(["paused", undefined]);
    const after = first([always], capped, "2026-11-23 10:30");
    expect([after.state, formatWall(after.dueAt ?? "")]).toEqual(["running", "2026-11-23 13:00"]);
    expect(after.elapsedMs).toBe(1.5 * HOUR);
  });

  it("never stops a response, whoever agreed", () => {
    const response = { metric: "response", stopEvent: "acknowledged", target: 1, ...always } as const;
    expect(first([response], told("both"), "2026-11-23 10:30").state).toBe("breached");
  });
});

describe("a time that two desks told differently", () => {
  const arrival = { metric: "arrival", stopEvent: "arrived", target: 2, coverage: "always" } as const;
  const accounts = (a: string, b: string) => [
    line("2026-11-23 08:00", "reported"),
    line(`2026-11-23 ${a}`, "arrived"),
    line(`2026-11-23 ${b}`, "arrived"),
  ];

  it("gives a range, and no verdict where the accounts differ in it", () => {
    const clock = first([arrival], accounts("09:30", "10:40"), "2026-11-24 08:00");
    expect(clock.state).toBe("contested");
    expect(clock.range).toMatchObject({ leastElapsedMs: 1.5 * HOUR, mostElapsedMs: (2 * 60 + 40) * 60_000 });
  });

  it("gives the verdict where both accounts come to the same", () => {
    expect(first([arrival], accounts("09:10", "09:30"), "2026-11-24 08:00")).toMatchObject({
      state: "met",
      range: { stops: [wall("2026-11-23 09:10"), wall("2026-11-23 09:30")] },
    });
  });

  it("is one time again once somebody decided", () => {
    const decided = line("2026-11-24 09:00", "adjudicated", {
      aboutKind: "arrived",
      aboutAt: wall("2026-11-23 10:40"),
    });
    const clock = first([arrival], [...accounts("09:30", "10:40"), decided], "2026-11-24 10:00");
    expect([clock.state, clock.overrunMs, clock.range]).toEqual(["breached", 40 * 60_000, undefined]);
  });

  it("of an earlier round says nothing of the solution that stands", () => {
    const rounds = [
      line("2026-11-23 08:00", "reported"),
      line("2026-11-23 09:00", "resolved"),
      line("2026-11-23 09:30", "resolved"),
      line("2026-11-23 10:00", "reopened"),
      line("2026-11-23 16:00", "resolved"),
    ];
    const clock = first([{ coverage: "always", target: 4 }], rounds, "2026-11-24 08:00");
    expect([clock.state, clock.range]).toEqual(["breached", undefined]);
  });

  it("is still told when a later round has such accounts too", () => {
    const rounds = [
      ...accounts("09:30", "10:40"),
      line("2026-11-23 11:00", "resolved"),
      line("2026-11-23 12:00", "reopened"),
      line("2026-11-23 13:00", "arrived"),
      line("2026-11-23 13:30", "arrived"),
    ];
    expect(first([arrival], rounds, "2026-11-24 08:00").state).toBe("contested");
  });

  it("also where it starts a clock: our confirmation of the plan", () => {
    const fromPlan = { ...arrival, startEvent: "planConfirmed", target: 12 } as const;
    const events = [
      line("2026-11-23 08:00", "reported"),
      line("2026-11-23 09:00", "planConfirmed"),
      line("2026-11-23 15:00", "planConfirmed"),
      line("2026-11-24 01:00", "arrived"),
    ];
    expect(first([fromPlan], events, "2026-11-24 08:00").state).toBe("contested");
  });
});

describe("a severity that changed", () => {
  const solve = (
    target: number,
    severity: "normal" | "urgent",
    more: Partial<Clause> = {},
  ): Partial<Clause> => ({ target, coverage: "always", severities: [severity], ...more });
  const events = [
    line("2026-11-23 08:00", "reported"),
    line("2026-11-23 10:00", "severityChanged", { severity: "urgent" }),
  ];
  const clauses = [solve(24, "normal"), solve(4, "urgent")];
  const due = (how?: "retroactive" | "forward" | "reset") => {
    const contracts = [contractOf(how === undefined ? {} : { severityChange: how })];
    const clock = first(clauses, events, "2026-11-23 10:30", { contracts });
    return [clock.clauseId, formatWall(clock.dueAt ?? ""), clock.attachedAt];
  };
  const changed = wall("2026-11-23 10:00");

  it.each([
    [undefined, "2026-11-23 12:00"],
    ["retroactive", "2026-11-23 12:00"],
    ["forward", "2026-11-23 12:00"],
    ["reset", "2026-11-23 14:00"],
  ] as const)("counts %s as the contract says", (how, expected) => {
    expect(due(how)).toEqual(["c2", expected, changed]);
  });

  it("keeps under `forward` what the old clause counted in its own hours", () => {
    const mixed = [solve(24, "normal", { coverage: "calendar" }), solve(4, "urgent")];
    const night = [
      line("2026-11-23 17:00", "reported"),
      line("2026-11-23 22:00", "severityChanged", { severity: "urgent" }),
    ];
    const contracts = [contractOf({ severityChange: "forward" })];
    // One working hour of the evening was used; three of the four are left.
    expect(formatWall(first(mixed, night, "2026-11-23 23:00", { contracts }).dueAt ?? "")).toBe(
      "2026-11-24 01:00",
    );
  });

  it.each([
    ["reset", "2026-11-23 14:00"],
    ["forward", "2026-11-23 12:00"],
  ] as const)(
    "keeps counting %s from the change that brought the clause, whatever changes after",
    (how, at) => {
      const grave = { ...solve(4, "urgent"), severities: ["urgent", "critical"] } satisfies Partial<Clause>;
      const again = [...events, line("2026-11-23 11:00", "severityChanged", { severity: "critical" })];
      const contracts = [contractOf({ severityChange: how })];
      const clock = first([solve(24, "normal"), grave], again, "2026-11-23 11:30", { contracts });
      expect([formatWall(clock.dueAt ?? ""), clock.attachedAt]).toEqual([at, changed]);
    },
  );

  it("leaves a clause for every severity as it was", () => {
    const clock = first([{ coverage: "always" }], events, "2026-11-23 10:30");
    expect([formatWall(clock.dueAt ?? ""), clock.attachedAt]).toEqual(["2026-11-23 12:00", undefined]);
  });
});

describe("evidence of the stop", () => {
  const solved = (more: Partial<Line>, ...rest: Line[]) => [
    line("2026-11-23 08:00", "reported"),
    line("2026-11-23 09:00", "resolved", more),
    ...rest,
  ];
  it.each([
    ["none", {}, [], false],
    ["any", {}, [], true],
    ["any", { proof: "服务单 12" }, [], false],
    ["fax", { channel: "phone" }, [], true],
    ["fax", { channel: "fax" }, [], false],
    ["callNote", { channel: "phone" }, [], true],
    ["callNote", { channel: "phone", by: "王工" }, [], false],
    ["badge", { by: "王工" }, [], true],
    ["signature", {}, [], true],
    ["signature", {}, [line("2026-11-23 10:00", "signedOff", { by: "科主任" })], false],
  ] as const)("a clause that asks for %s with %o", (evidence, more, rest, missing) => {
    expect(
      first([{ evidence, coverage: "always" }], solved(more, ...rest), "2026-11-24 08:00").evidenceMissing,
    ).toBe(missing);
  });
});

it("tells when a share of the target is used, in counted time", () => {
  const clock = first([{}], [line("2026-11-20 17:00", "reported")], "2026-11-20 17:10");
  expect([0.5, 0.75, 1, 2].map((share) => formatWall(reachAt(clock, share) ?? ""))).toEqual([
    "2026-11-23 09:00",
    "2026-11-23 10:00",
    "2026-11-23 11:00",
    "2026-11-23 17:00",
  ]);
});

it("counts by a holiday notice that the office typed in, and is a guess no longer", () => {
  const far = [line("2027-02-04 16:00", "reported")];
  const notice = {
    type: "holidayNotice",
    id: "n1",
    data: {
      year: 2027,
      number: "录入的通知",
      holidays: [{ name: "春节", from: "2027-02-05", to: "2027-02-11", work: "2027-02-13" }],
    },
  } as const;
  const before = first([{}], far, "2027-02-04 16:10", { contracts: [contractOf({ endDate: "2027-12-31" })] });
  expect([formatWall(before.dueAt ?? ""), before.provisional]).toEqual(["2027-02-05 10:00", true]);
  const after = first([{}], far, "2027-02-04 16:10", {
    contracts: [contractOf({ endDate: "2027-12-31" })],
    notices: [{ ...notice, data: { ...notice.data, holidays: [...notice.data.holidays] } }],
  });
  expect([formatWall(after.dueAt ?? ""), after.provisional]).toEqual(["2027-02-12 10:00", false]);
});

it("asks for no loaner where the fault was solved in time, and for one where it was not", () => {
  const loaner = { metric: "loaner", stopEvent: "loanerDelivered", target: 48, coverage: "always" } as const;
  const solved = (at: string) => [line("2026-11-20 08:00", "reported"), line(at, "resolved")];
  const clock = (at: string) => first([loaner], solved(at), "2026-11-30 08:00");
  expect(clock("2026-11-21 08:00")).toMatchObject({ state: "met", stoppedBy: "resolved" });
  expect(clock("2026-11-23 08:00").state).toBe("breached");
});

it("takes a working day of a shorter season as long as that season's days are", () => {
  const calendars = [
    calendarRecord({
      ...Object.fromEntries(
        (["mon", "tue", "wed", "thu", "fri"] as const).map((day) => [day, "08:00-12:00 14:00-18:00"]),
      ),
      seasons: [{ name: "冬季", from: "11-1", to: "3-31", windows: "08:30-12:00 13:30-17:00" }],
    }),
  ];
  const clause = { target: 1, unit: "workingDay", calendarId: "cal1" } as const;
  const due = (at: string) =>
    formatWall(
      first([clause], [line(at, "reported")], at, { calendars, contracts: [contractOf({})] }).dueAt ?? "",
    );
  expect(due("2026-11-23 10:00")).toBe("2026-11-24 10:00");
  expect(due("2026-06-22 10:00")).toBe("2026-06-23 10:00");
});
