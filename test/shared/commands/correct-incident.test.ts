import { describe, expect, it } from "vitest";
import { correctIncident } from "../../../shared/commands/correct-incident.ts";
import type { Stored } from "../../../shared/records/index.ts";

const incident: Stored<"incident"> = {
  type: "incident",
  id: "i1",
  data: { number: "N1", title: "无法登录", department: "检验科", severity: "normal" },
};
const context = { now: "2026-11-22T07:30:00.000Z", reportedAt: "2026-11-22T00:30:00.000Z" };

describe("correcting an incident", () => {
  it("writes only what differs, and clears what was emptied", () => {
    const text = { title: "无法登录 ", department: "", place: "2楼" };
    const made = correctIncident(incident, text, context);
    expect(made.ok && made.value).toEqual([
      { type: "incident", id: "i1", patch: { department: null, place: "2楼" } },
    ]);
  });

  it("writes down what the fault came from, what the vendor answers for, and which fault it continues", () => {
    const text = {
      causeCode: "mishandling",
      liability: "误删收费表，赔偿重录费用",
      previousId: "i0",
    } as const;
    expect(correctIncident(incident, text, context)).toEqual({
      ok: true,
      value: [{ type: "incident", id: "i1", patch: text }],
    });
  });

  it("writes nothing when nothing differs", () => {
    const made = correctIncident(incident, { title: "无法登录", phone: "" }, context);
    expect(made.ok && made.value).toEqual([]);
  });

  it.each([
    [{ title: " " }, "title missing"],
    [{ department: "长".repeat(501) }, "department tooLong"],
    [{ occurredAt: "2026-11-22T00:31:00.000Z" }, "occurredAt occurredAfterReport"],
    [{ occurredAt: "2026-11-23T00:31:00.000Z" }, "occurredAt inTheFuture"],
  ])("refuses %j", (text, expected) => {
    const made = correctIncident(incident, text, context);
    expect(made.ok ? "ok" : made.failure.map(({ field, kind }) => `${field} ${kind}`).join()).toBe(expected);
  });
});
