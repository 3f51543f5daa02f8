import { describe, expect, it } from "vitest";
import type { IncidentRow, IncidentView } from "../../../../renderer/db/desk.ts";
import { withinDates } from "../../../../renderer/screens/incidents/date-range.ts";
import { wall } from "../../../shared/rules/clauses/fixtures.ts";

const TIMES = [
  "2026-11-01 00:00",
  "2026-11-01 23:59",
  "2026-11-02 00:00",
  "2026-11-02 08:00",
  "2026-11-05 12:00",
];

function viewOf(times: readonly string[]): IncidentView {
  const rows = times.map((at) => ({ reportedAt: at === "" ? "" : wall(at) }) as IncidentRow);
  return {
    count: rows.length,
    total: 99,
    rows: (from, to) => Promise.resolve(rows.slice(from, to)),
  };
}

async function shown(times: readonly string[], descending: boolean, from?: string, to?: string) {
  const view = await withinDates(viewOf(times), descending, { from, to });
  const rows = await view.rows(0, 100);
  expect(rows.length).toBe(view.count);
  return rows.map((row) => times.find((at) => at !== "" && wall(at) === row.reportedAt) ?? "");
}

describe("a range of days of report", () => {
  it.each([
    ["2026-11-01", "2026-11-01", TIMES.slice(0, 2)],
    ["2026-11-02", undefined, TIMES.slice(2)],
    [undefined, "2026-11-02", TIMES.slice(0, 4)],
    ["2026-11-03", "2026-11-04", []],
    ["2026-11-05", "2026-11-01", []],
  ])("from %s to %s, in either order of the list", async (from, to, expected) => {
    expect(await shown(TIMES, false, from, to)).toEqual(expected);
    expect(await shown([...TIMES].reverse(), true, from, to)).toEqual([...expected].reverse());
  });

  it("leaves out what has no time of report once the range has a beginning", async () => {
    expect(await shown(["", ...TIMES], false, "2026-11-05", undefined)).toEqual([TIMES[4]]);
    expect(await shown([...TIMES].reverse().concat(""), true, "2026-11-05", undefined)).toEqual([TIMES[4]]);
  });
});
