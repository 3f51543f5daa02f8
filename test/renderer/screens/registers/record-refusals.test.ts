import { describe, expect, it } from "vitest";
import { recordRefusals } from "../../../../renderer/screens/registers/record-refusals.ts";
import type { RecordType } from "../../../../shared/records/index.ts";

const clause = {
  contractId: "k1",
  name: "响应",
  metric: "response",
  startEvent: "reported",
  stopEvent: "acknowledged",
  target: 1,
  unit: "hour",
  coverage: "always",
};
const calendar = { name: "本院", followsHolidays: true, mon: "08:00-12:00" };
const contract = { title: "维护", vendorId: "v1", startDate: "2026-01-01", endDate: "2026-12-31" };

describe("a register's form refuses what nothing could be counted with", () => {
  it.each<[string, RecordType, object, string, string]>([
    ["hours that cannot be read", "calendar", { ...calendar, tue: "上午" }, "tue", "badWindowText"],
    ["hours past midnight", "calendar", { ...calendar, wed: "22:00-30:00" }, "wed", "windowPastMidnight"],
    [
      "overlapping hours",
      "calendar",
      { ...calendar, thu: "08:00-12:00 11:00-13:00" },
      "thu",
      "windowsOverlap",
    ],
    ["a calendar that never opens", "calendar", { ...calendar, mon: undefined }, "mon", "neverOpens"],
    [
      "a season without days",
      "calendar",
      { ...calendar, seasons: [{ name: "夏", from: "夏天", to: "9-30", windows: "08:00-12:00" }] },
      "seasons",
      "badSeason",
    ],
    [
      "a day of our own that is none",
      "calendar",
      { ...calendar, overrides: [{ day: "2026-02-30", kind: "休息" }] },
      "overrides",
      "badOverride",
    ],
    [
      "quiet hours that are none",
      "hospital",
      { name: "一院", quietHours: "25:00-7" },
      "quietHours",
      "quietHours",
    ],
    [
      "a clause that stops before it starts",
      "clause",
      { ...clause, startEvent: "resolved", stopEvent: "arrived" },
      "stopEvent",
      "stopBeforeStart",
    ],
    ["a target below 0", "clause", { ...clause, target: -1 }, "target", "negative"],
    [
      "a clause that ends before it holds",
      "clause",
      { ...clause, effectiveFrom: "2026-05-01", effectiveTo: "2026-04-30" },
      "effectiveTo",
      "endBeforeStart",
    ],
    [
      "a contract that ends before it starts",
      "contract",
      { ...contract, endDate: "2025-12-31" },
      "endDate",
      "endBeforeStart",
    ],
    [
      "a notice after the end",
      "contract",
      { ...contract, noticeDate: "2027-01-01" },
      "noticeDate",
      "noticeAfterEnd",
    ],
    [
      "a term that ends before it starts",
      "term",
      { startDate: "2026-02-01", endDate: "2026-01-31" },
      "endDate",
      "endBeforeStart",
    ],
  ])("%s", (_, type, data, field, kind) => {
    const refused = recordRefusals(type, data as Record<string, unknown>);
    expect(refused.map((one) => [one.field, one.kind === "calendar" ? one.failure.kind : one.kind])).toEqual([
      [field, kind],
    ]);
  });

  it.each<[string, RecordType, object]>([
    ["a calendar with hours", "calendar", calendar],
    ["quiet hours in full width", "hospital", { name: "一院", quietHours: "２２：００～７:00" }],
    ["no quiet hours", "hospital", { name: "一院" }],
    ["a clause", "clause", clause],
    ["a contract of one day", "contract", { ...contract, endDate: "2026-01-01" }],
    ["a register without rules of its own", "vendor", { name: "东软" }],
  ])("but takes %s", (_, type, data) => {
    expect(recordRefusals(type, data as Record<string, unknown>)).toEqual([]);
  });
});
