import { describe, expect, it } from "vitest";
import { reportIncident, type IncidentReport } from "../../../shared/commands/report-incident.ts";
import { registry } from "../../../shared/records/index.ts";

const now = "2026-11-22T07:30:00.000Z";
const context = { now, number: "XXK-GZ-2026-7K2M9P-0001", ids: ["i1", "e1"] as const };
const report: IncidentReport = {
  title: " 无法登录 ",
  reportedAt: "2026-11-22T00:30:00.000Z",
  reporter: "王小明",
  phone: " ",
};

describe("reporting a fault", () => {
  it("writes the incident and the report that opens its timeline, three times kept apart", () => {
    const made = reportIncident({ ...report, occurredAt: "2026-11-22T00:10:00.000Z" }, context);
    expect(made.ok && made.value).toEqual([
      {
        type: "incident",
        id: "i1",
        patch: {
          number: context.number,
          title: "无法登录",
          severity: "normal",
          channel: "phone",
          reporter: "王小明",
          occurredAt: "2026-11-22T00:10:00.000Z",
        },
      },
      {
        type: "incidentEvent",
        id: "e1",
        patch: {
          incidentId: "i1",
          kind: "reported",
          at: report.reportedAt,
          recordedAt: now,
          channel: "phone",
          by: "王小明",
        },
      },
    ]);
  });

  it("names the earlier incident where that can be reopened no longer", () => {
    const made = reportIncident({ ...report, previousId: "i0" }, context);
    expect(made.ok && made.value[0]?.patch).toMatchObject({ previousId: "i0" });
  });

  it("writes what the records accept", () => {
    const made = reportIncident(report, context);
    if (!made.ok) throw new Error("refused");
    expect(registry.incident.schema.safeParse(made.value[0]?.patch).success).toBe(true);
    expect(registry.incidentEvent.schema.safeParse(made.value[1]?.patch).success).toBe(true);
  });

  it.each([
    [{ title: " " }, ["title missing"]],
    [{ reportedAt: undefined }, ["reportedAt missing"]],
    [{ reportedAt: "2026-11-22T07:35:01.000Z" }, ["reportedAt inTheFuture"]],
    [{ reportedAt: "2026-11-22T07:35:00.000Z" }, []],
    [{ reportedAt: "yesterday" }, ["reportedAt notATime"]],
    [{ occurredAt: "2026-11-22T00:31:00.000Z" }, ["occurredAt occurredAfterReport"]],
    [{ title: "长".repeat(501), department: "长".repeat(501) }, ["title tooLong", "department tooLong"]],
    [{ printedNumber: " ｘxk-gz-2026-7k2m9p-0001 " }, []],
    [{ printedNumber: "XXK-GZ-2026-0001" }, ["printedNumber notANumber"]],
    [{ printedNumber: "7K2M9P" }, ["printedNumber notANumber"]],
    [{ title: "", reportedAt: undefined }, ["title missing", "reportedAt missing"]],
  ])("says what the form must mark: %j", (changed, expected) => {
    const made = reportIncident({ ...report, ...changed }, context);
    expect(made.ok ? [] : made.failure.map(({ field, kind }) => `${field} ${kind}`)).toEqual(expected);
  });
});
