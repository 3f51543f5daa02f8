import { describe, expect, it } from "vitest";
import {
  accountsOf,
  canCorrect,
  setAsideIds,
  storedContests,
} from "../../../../../renderer/screens/incidents/contests/contests.ts";
import type { EventKind } from "../../../../../shared/records/event-kinds.ts";
import type { IncidentEvent, Stored } from "../../../../../shared/records/index.ts";
import { wall } from "../../../../shared/rules/clauses/fixtures.ts";

function told(id: string, at: string, kind: EventKind, more: Partial<IncidentEvent> = {}) {
  const data: IncidentEvent = { incidentId: "i1", kind, at: wall(at), recordedAt: wall(at), ...more };
  return { type: "incidentEvent", id, data } satisfies Stored<"incidentEvent">;
}

function fileOf(events: readonly Stored<"incidentEvent">[], imported = false) {
  return { events, lines: events.map(({ data }) => data), imported };
}

const report = told("A-1", "2026-11-23 08:00", "reported");
const late = told("B-1", "2026-11-23 10:30", "arrived", { by: "李四" });
const early = told("A-2", "2026-11-23 09:30", "arrived", { by: "王五" });

describe("times that two desks told differently", () => {
  it("shows every account with its id, the earliest first", () => {
    const [contest] = storedContests(fileOf([report, late, early]));
    expect(contest?.kind).toBe("arrived");
    expect(contest?.accounts.map(({ id }) => id)).toEqual(["A-2", "B-1"]);
  });

  it("makes no dispute of an old ledger", () => {
    expect(storedContests(fileOf([report, late, early], true))).toEqual([]);
  });

  it("lets the account that was not taken stand struck out once somebody decided", () => {
    const ruling = told("A-3", "2026-11-23 11:00", "adjudicated", {
      aboutKind: "arrived",
      aboutAt: late.data.at,
    });
    const file = fileOf([report, late, early, ruling]);
    expect(storedContests(file)).toEqual([]);
    expect([...setAsideIds(file)]).toEqual(["A-2"]);
  });

  it("offers what was told of a step to whoever corrects a slip, and no later visit", () => {
    const again = told("A-4", "2026-11-23 15:00", "arrived", { again: true });
    expect(accountsOf("arrived", fileOf([report, early, again])).map(({ id }) => id)).toEqual(["A-2"]);
  });

  it("corrects what happens once a round, never a pause or a note", () => {
    expect(canCorrect({ kind: "arrived" })).toBe(true);
    expect(canCorrect({ kind: "reported" })).toBe(true);
    expect(canCorrect({ kind: "arrived", again: true })).toBe(false);
    for (const kind of ["paused", "resumed", "note", "left", "adjudicated", "signedOff"] as const) {
      expect(canCorrect({ kind })).toBe(false);
    }
  });
});
