import { describe, expect, it } from "vitest";
import { severityPreview } from "../../../../../renderer/screens/incidents/severity/severity-preview.ts";
import { epochMs, formatWall } from "../../../../../shared/lib/instants.ts";
import type { Incident, IncidentEvent } from "../../../../../shared/records/index.ts";
import { EMPTY_BOOK } from "../../../../../shared/rules/clauses/clause-book.ts";
import { clauseOf, contractOf, wall } from "../../../../shared/rules/clauses/fixtures.ts";

const incident: Incident = { number: "1", title: "无法登录", vendorId: "v1", severity: "normal" };
const report: IncidentEvent = {
  incidentId: "i1",
  kind: "reported",
  at: wall("2026-11-23 08:00"),
  recordedAt: wall("2026-11-23 08:00"),
};
const book = {
  ...EMPTY_BOOK,
  contracts: [contractOf({})],
  clauses: [
    clauseOf({ name: "一般解决", target: 24, coverage: "always", severities: ["normal"] }, "c1"),
    clauseOf({ name: "特急解决", target: 4, coverage: "always", severities: ["critical"] }, "c2"),
    clauseOf({ name: "响应", metric: "response", stopEvent: "acknowledged", coverage: "always" }, "c3"),
  ],
};

function preview(at: string) {
  const change = { severity: "critical", at: wall(at) } as const;
  return severityPreview(incident, [report], book, epochMs(wall("2026-11-23 14:00")), change);
}

describe("what a change of severity would move", () => {
  it("names the clause that ends and the one that begins, and not the one that stays", () => {
    const moved = preview("2026-11-23 09:00").moved.map(({ clauseName, before, after }) => [
      clauseName,
      before?.dueAt === undefined ? "" : formatWall(before.dueAt),
      after?.dueAt === undefined ? "" : formatWall(after.dueAt),
    ]);
    expect(moved).toEqual([
      ["特急解决", "", "2026-11-23 12:00"],
      ["一般解决", "2026-11-24 08:00", ""],
    ]);
  });

  it("lists the highest stage that the new clock had passed before the change", () => {
    expect(preview("2026-11-23 11:10").silent).toEqual([
      { clauseName: "特急解决", percent: 75, at: wall("2026-11-23 11:00") },
    ]);
    expect(preview("2026-11-23 13:00").silent[0]?.percent).toBe(100);
    expect(preview("2026-11-23 09:00").silent).toEqual([]);
  });
});
