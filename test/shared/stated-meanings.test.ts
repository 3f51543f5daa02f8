import { describe, expect, it } from "vitest";
import { addEvent } from "../../shared/commands/add-event.ts";
import { checkClause } from "../../shared/commands/contracts/check-clause.ts";
import { reportIncident } from "../../shared/commands/report-incident.ts";
import { epochMs, formatWall } from "../../shared/lib/instants.ts";
import type { Clause, IncidentEvent } from "../../shared/records/index.ts";
import { checkCalendarToStore } from "../../shared/rules/calendar/check-calendar.ts";
import { EMPTY_BOOK } from "../../shared/rules/clauses/clause-book.ts";
import { isInForce } from "../../shared/rules/clauses/cover.ts";
import { clocksOf } from "../../shared/rules/clauses/incident-clocks.ts";
import { termsOf } from "../../shared/rules/clauses/terms.ts";
import { clauseOf, contractOf, wall } from "./rules/clauses/fixtures.ts";

/** What is wrong in a contract, a calendar or a timeline has a typed refusal or a meaning that is written down: here. */

const week = (mon: readonly (readonly [string, string])[]) => ({ always: false, windows: { mon } });

describe("a calendar", () => {
  it.each([
    [
      "whose windows overlap",
      week([
        ["08:00", "12:00"],
        ["11:59", "18:00"],
      ]),
      "windowsOverlap",
    ],
    ["whose window runs past midnight", week([["20:00", "24:01"]]), "windowPastMidnight"],
    ["whose window goes over midnight", week([["22:00", "06:00"]]), "windowEndsBeforeStart"],
    ["whose window ends before it starts", week([["12:00", "08:00"]]), "windowEndsBeforeStart"],
    ["whose window is empty", week([["08:00", "08:00"]]), "windowEndsBeforeStart"],
    ["whose time is none", week([["8点", "12:00"]]), "badTime"],
    ["that never opens", { always: false, windows: {} }, "neverOpens"],
    [
      "with a day both off and worked",
      { ...week([["08:00", "12:00"]]), off: ["2026-10-01"], work: { "2026-10-01": null } },
      "dateBothOffAndWork",
    ],
    ["with a day that does not exist", { ...week([["08:00", "12:00"]]), off: ["2026-02-29"] }, "badDate"],
  ])("%s is refused", (_, calendar, kind) => {
    expect(checkCalendarToStore(calendar)).toMatchObject({ ok: false, failure: { kind } });
  });

  it.each([
    [
      "whose windows touch is one window",
      week([
        ["08:00", "12:00"],
        ["12:00", "18:00"],
      ]),
    ],
    ["whose window ends at midnight", week([["20:00", "24:00"]])],
  ])("%s", (_, calendar) => {
    expect(checkCalendarToStore(calendar).ok).toBe(true);
  });
});

const now = wall("2026-11-23 12:00");
const line = (at: string, kind: IncidentEvent["kind"]): IncidentEvent => ({
  incidentId: "i1",
  kind,
  at: wall(at),
  recordedAt: now,
});
const reported = line("2026-11-23 08:00", "reported");
const add = (at: string, kind: IncidentEvent["kind"]) =>
  addEvent(
    { incidentId: "i1", kind, at: wall(at), by: "", channel: undefined, proof: "", note: "x" },
    { now, id: "e9", incident: {}, events: [reported] },
  );

describe("a timeline", () => {
  it.each([
    ["an event before its incident", add("2026-11-23 07:59", "arrived"), "beforeReport"],
    ["the end of a pause that never began", add("2026-11-23 09:00", "resumed"), "notPaused"],
    [
      "what is still to come, on a machine whose clock is days behind",
      add("2026-12-03 09:00", "arrived"),
      "inTheFuture",
    ],
    ["a sign-off of what is not solved", add("2026-11-23 09:00", "signedOff"), "notResolved"],
  ])("refuses %s", (_, made, kind) => {
    expect(made).toMatchObject({ ok: false, failure: { kind } });
  });

  it("refuses a report ten days ahead of this machine's clock", () => {
    const made = reportIncident(
      { title: "打印机", reportedAt: wall("2026-12-03 08:00") },
      { now, number: "1", ids: ["i1", "e1"] },
    );
    expect(made).toEqual({ ok: false, failure: [{ field: "reportedAt", kind: "inTheFuture" }] });
  });

  const clockOf = (clause: Partial<Clause>, events: readonly IncidentEvent[], at = now) => {
    const book = {
      ...EMPTY_BOOK,
      contracts: [contractOf({})],
      clauses: [clauseOf({ coverage: "always", ...clause })],
    };
    const [clock] = clocksOf({ number: "1", title: "t", vendorId: "v1" }, events, book, epochMs(at)).clocks;
    if (clock === undefined) throw new Error("no clock");
    return clock;
  };

  it("takes a pause without an end as one that lasts: nothing falls due in it", () => {
    const clock = clockOf({}, [reported, line("2026-11-23 09:00", "paused")]);
    expect([clock.state, clock.dueAt, clock.elapsedMs]).toEqual(["paused", undefined, 3_600_000]);
  });

  it("has used nothing yet where another desk's clock is days ahead of ours", () => {
    const clock = clockOf({}, [line("2026-12-03 08:00", "reported")]);
    expect([clock.state, clock.elapsedMs]).toEqual(["running", 0]);
  });

  it("takes a target of 0 as due at the first covered instant", () => {
    const clock = clockOf({ target: 0, coverage: "calendar" }, [line("2026-11-22 20:00", "reported")]);
    expect(formatWall(clock.dueAt ?? "")).toBe("2026-11-23 08:00");
  });

  it("takes a target of ten years as what it says, and marks it as a guess where holidays are not announced", () => {
    const clock = clockOf({ target: 87_600 }, [reported]);
    expect(formatWall(clock.dueAt ?? "")).toBe("2036-11-20 08:00");
    expect(clockOf({ target: 20_000, unit: "workingHour" }, [reported]).provisional).toBe(true);
  });
});

describe("a clause", () => {
  const draft = (change: Partial<Record<keyof Clause, unknown>>) =>
    checkClause({ ...clauseOf({}).data, ...change } as Parameters<typeof checkClause>[0]);
  const kinds = (found: readonly { readonly kind: string }[]) => found.map(({ kind }) => kind);

  it.each([
    ["without a stop event", { stopEvent: undefined }],
    ["that stops where it starts", { stopEvent: "reported" }],
    ["that stops before it starts", { startEvent: "resolved", stopEvent: "reported" }],
    ["with a target below 0", { target: -1 }],
    ["with half a target", { target: 0.5 }],
  ])("%s is refused", (_, change) => {
    expect(draft(change).failures).not.toEqual([]);
  });

  it.each([
    ["of 0", { target: 0 }, "dueAtOnce"],
    ["of more than ten years", { target: 175_200 }, "overTenYears"],
  ])("with a target %s is allowed and warned of", (_, change, kind) => {
    expect([draft(change).failures, kinds(draft(change).warnings)]).toEqual([[], [kind]]);
  });

  it("whose version ends before it begins holds on no day", () => {
    const version = { effectiveFrom: "2026-02-01", effectiveTo: "2026-01-31" };
    expect(["2026-01-31", "2026-02-01"].filter((day) => isInForce(version, day))).toEqual([]);
  });

  it("with a target of ten years is a clause like any other", () => {
    expect(draft({ target: 87_600 })).toEqual({ failures: [], warnings: [] });
  });
});

it("a term that ends before it starts covers no day, and cuts nothing else", () => {
  const term = {
    type: "term",
    id: "t1",
    data: {
      contractId: "k1",
      kind: "renewal",
      startDate: "2027-12-31",
      endDate: "2027-01-01",
      decidedDate: "2026-11-01",
      decidedBy: "主任",
    },
  } as const;
  expect(
    termsOf(contractOf({}), [term]).filter(({ startDate, endDate }) => startDate <= endDate),
  ).toHaveLength(1);
});
