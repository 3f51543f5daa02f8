import { describe, expect, it } from "vitest";
import { whyLines } from "../../../../renderer/screens/incidents/why-lines.ts";
import { epochMs, formatWall } from "../../../../shared/lib/instants.ts";
import type { Incident } from "../../../../shared/records/index.ts";
import { clauseClocks } from "../../../../shared/rules/clauses/clause-clocks.ts";
import { incidentState } from "../../../../shared/rules/incidents/state.ts";
import { clauseOf, event, wall } from "../../../shared/rules/clauses/fixtures.ts";

function linesOf(events: ReturnType<typeof event>[], now: string, limit = 400) {
  const incident: Incident = { number: "1", title: "无法登录" };
  const [clock] = clauseClocks(
    incident,
    events,
    [clauseOf({})],
    { calendars: [], notices: [] },
    epochMs(wall(now)),
  );
  if (clock === undefined) throw new Error("no clock");
  return whyLines(clock, incidentState(incident, events).solvedGaps, limit).map((line) =>
    [
      formatWall(line.toMs),
      line.kind,
      ...(line.kind === "counted" ? [`${line.countedMs / 60_000}`] : []),
      ...(line.isMakeUp ? ["调休"] : []),
    ].join(" "),
  );
}

describe("why it is that time", () => {
  it("names the worked Saturday, and the holiday with the weekend that lies in it", () => {
    expect(linesOf([event("2026-02-13 17:00", "reported")], "2026-02-13 17:00")).toEqual([
      "2026-02-13 18:00 counted 60",
      "2026-02-14 08:00 closed",
      "2026-02-14 11:00 counted 240 调休",
    ]);
    expect(linesOf([event("2026-09-30 16:00", "reported")], "2026-09-30 16:00")).toEqual([
      "2026-09-30 18:00 counted 120",
      "2026-10-01 00:00 closed",
      "2026-10-08 00:00 holiday",
      "2026-10-08 08:00 closed",
      "2026-10-08 10:00 counted 240",
    ]);
  });

  it("tells a pause from the time that it was solved", () => {
    const events = [
      event("2026-11-23 08:00", "reported"),
      event("2026-11-23 09:00", "paused"),
      event("2026-11-23 09:30", "resumed"),
      event("2026-11-23 10:00", "resolved"),
      event("2026-11-23 11:00", "reopened"),
    ];
    expect(linesOf(events, "2026-11-23 11:00")).toEqual([
      "2026-11-23 09:00 counted 60",
      "2026-11-23 09:30 paused",
      "2026-11-23 10:00 counted 90",
      "2026-11-23 11:00 solved",
      "2026-11-23 12:00 counted 150",
      "2026-11-23 14:00 closed",
      "2026-11-23 15:30 counted 240",
    ]);
  });

  it("stops listing at the limit", () => {
    expect(linesOf([event("2026-09-30 16:00", "reported")], "2036-09-30 16:00", 5)).toHaveLength(5);
  });
});
