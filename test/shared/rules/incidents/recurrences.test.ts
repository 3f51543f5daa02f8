import { describe, expect, it } from "vitest";
import { epochMs, formatWall } from "../../../../shared/lib/instants.ts";
import type { Incident } from "../../../../shared/records/index.ts";
import { clauseClocks } from "../../../../shared/rules/clauses/clause-clocks.ts";
import {
  asNotSolved,
  recurrencesOf,
  type KnownIncident,
} from "../../../../shared/rules/incidents/recurrences.ts";
import { incidentState } from "../../../../shared/rules/incidents/state.ts";
import type { Line } from "../../../../shared/rules/incidents/timeline.ts";
import { clauseOf, event, wall } from "../clauses/fixtures.ts";

const charge: Partial<Incident> = { systemId: "his", moduleId: "charge", causeCode: "defect" };

function known(id: string, lines: readonly Line[], data: Partial<Incident> = charge): KnownIncident {
  const incident = { type: "incident", id, data: { number: id, title: "无法收费", ...data } } as const;
  return { incident, state: incidentState({}, lines) };
}

const solved = [event("2026-11-02 08:00", "reported"), event("2026-11-02 10:00", "resolved")];
const again = (at = "2026-11-05 09:00") => [event(at, "reported")];

describe("a fault that comes back", () => {
  it("shows that the earlier one was not solved, and how long it held", () => {
    const found = recurrencesOf(known("n2", again()), [known("n1", solved)], 7);
    expect(found).toMatchObject([
      { earlier: { id: "n1" }, why: "sameCause", solvedAt: wall("2026-11-02 10:00"), heldMs: 71 * 3_600_000 },
    ]);
  });

  it.each<readonly [string, Partial<Incident>, Partial<Incident>, number]>([
    ["in another module", charge, { ...charge, moduleId: "pharmacy" }, 0],
    ["in another system", charge, { ...charge, systemId: "lis" }, 0],
    ["where one of the two names no module", charge, { systemId: "his", causeCode: "defect" }, 0],
    ["where neither names a system", { causeCode: "defect" }, { causeCode: "defect" }, 0],
    [
      "where neither names a module",
      { systemId: "his", causeCode: "virus" },
      { systemId: "his", causeCode: "virus" },
      1,
    ],
    ["from another cause", charge, { ...charge, causeCode: "misuse" }, 0],
    [
      "from a cause not yet known",
      { ...charge, causeCode: "unknown" },
      { ...charge, causeCode: "unknown" },
      0,
    ],
    ["from no cause that anybody wrote down", { systemId: "his" }, { systemId: "his" }, 0],
    ["that somebody linked, whatever the causes", { previousId: "n1" }, { systemId: "lis" }, 1],
  ])("%s", (_, data, earlier, count) => {
    expect(recurrencesOf(known("n2", again(), data), [known("n1", solved, earlier)], 7)).toHaveLength(count);
  });

  it.each([
    ["on the last day", "2026-11-09 10:00", 1],
    ["a minute later", "2026-11-09 10:01", 0],
    ["at the moment of the solution", "2026-11-02 10:00", 1],
    ["before the other was solved", "2026-11-02 09:59", 0],
  ])("counts within seven days: %s", (_, at, count) => {
    expect(recurrencesOf(known("n2", again(at)), [known("n1", solved)], 7)).toHaveLength(count);
  });

  it("is not its own recurrence, nor that of one still open; of several the latest comes first", () => {
    const later = [event("2026-11-03 08:00", "reported"), event("2026-11-04 10:00", "resolved")];
    const all = [
      known("n1", solved),
      known("n2", again()),
      known("n3", later),
      known("n4", again("2026-11-01 08:00")),
    ];
    expect(recurrencesOf(known("n2", again()), all, 7).map(({ earlier }) => earlier.id)).toEqual([
      "n3",
      "n1",
    ]);
    expect(recurrencesOf(known("n2", []), all, 7)).toEqual([]);
  });
});

describe("the earlier clause, once the fault is back", () => {
  const clock = (lines: readonly Line[], now: string) => {
    const clause = clauseOf({ target: 5, coverage: "always" });
    const incident = { number: "n1", title: "无法收费" };
    const [found] = clauseClocks(
      incident,
      lines,
      [clause],
      { calendars: [], notices: [] },
      epochMs(wall(now)),
    );
    return {
      state: found?.state,
      hours: (found?.elapsedMs ?? 0) / 3_600_000,
      due: formatWall(found?.dueAt ?? ""),
    };
  };

  it("runs on from where it stopped, without the days that it held", () => {
    expect(clock(solved, "2026-11-05 10:00")).toMatchObject({ state: "met", hours: 2 });
    const lines = asNotSolved(solved, again());
    expect(clock(lines, "2026-11-05 10:00")).toEqual({ state: "running", hours: 3, due: "2026-11-05 12:00" });
    expect(clock(lines, "2026-11-05 13:00").state).toBe("breached");
  });

  it("stops when the later incident is solved, and is as it was where that was never reported", () => {
    const lines = asNotSolved(solved, [...again(), event("2026-11-05 11:00", "resolved")]);
    expect(clock(lines, "2026-11-30 08:00")).toMatchObject({ state: "met", hours: 4 });
    expect(asNotSolved(solved, [])).toEqual(solved);
  });
});
