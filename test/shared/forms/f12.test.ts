import { describe, expect, test } from "vitest";
import { planConfirmation } from "../../../shared/forms/f12.ts";
import { paperWords } from "../../support/paper-words.ts";
import { HOSTILE, planInput, planPaper } from "../../support/sample-sheets.ts";

const [submitted, confirmed] = planInput.events;

describe("the confirmation of a plan", () => {
  test("says which plan was handed in, by whom, and what we confirmed", () => {
    const words = paperWords(planPaper);
    expect(words).toContain("2026-11-23 10:00|张工（北辰）|传真|方案传真2页");
    expect(words).toContain(`方案内容：${submitted?.note ?? ""}`);
    expect(words).toContain("确认意见：√同意实施 □修改后再报");
    expect(words).toContain("服务方式：√现场 √远程");
    expect(words).toContain("确认时间：2026年11月23日 11:30");
    expect(words).toContain("确认人：李明");
    expect(words).toContain(`确认事项：${confirmed?.note ?? ""}`);
  });

  test("says which clauses run from it, and until when", () => {
    const words = paperWords(planPaper);
    expect(words).toContain("三、自我方书面确认起算的时限");
    expect(words).toContain("4.2 到场|12小时内（7×24）|2026年11月23日 23:30");
  });

  test("leaves out what runs from the report", () => {
    const promise = { clause: "4.1 响应", agreed: "15分钟内（7×24）", startEvent: "reported" as const };
    const words = paperWords(planConfirmation({ ...planInput, promises: [promise] }));
    expect(words.join("\n")).not.toContain("4.1 响应");
    expect(words).toContain("合同未登记以我方确认为起算的条款；其他时限照常计时。");
  });

  test("bears the incident's number and code", () => {
    expect(planPaper).toMatchObject({ form: "F12", number: planInput.incident.number });
    expect(planPaper.qr).toBe(`shouyue:incident:${planInput.incidentId}?n=${planInput.incident.number}`);
  });

  test("of several plans the last is confirmed, in whatever order they were read", () => {
    const base = { incidentId: "a", recordedAt: "2026-11-24T02:00:00.000Z" };
    const words = paperWords(
      planConfirmation({
        ...planInput,
        events: [
          { ...base, kind: "planConfirmed", at: "2026-11-24T02:00:00.000Z", by: "王丽", note: "同意第二版" },
          { ...base, kind: "planSubmitted", at: "2026-11-24T01:00:00.000Z", note: "第二版" },
          ...planInput.events,
        ],
      }),
    );
    expect(words).toContain("方案内容：第二版");
    expect(words).toContain("确认人：王丽");
    expect(words).toContain("确认事项：同意第二版");
    expect(words.filter((word) => word.startsWith("2026-11-2"))).toHaveLength(2);
  });

  test("what was written down days later is marked", () => {
    const late = planInput.events.map((event) => ({ ...event, recordedAt: "2026-11-26T02:00:00.000Z" }));
    const words = paperWords(planConfirmation({ ...planInput, events: late }));
    expect(words).toContain("确认时间：2026年11月23日 11:30（补录于 2026-11-26 10:00）");
    expect(words.join("\n")).toContain("2026-11-23 10:00\n补录于 2026-11-26 10:00");
  });

  test("a plan of which we have not spoken yet has boxes for the pen", () => {
    const words = paperWords(
      planConfirmation({
        incidentId: "a",
        incident: { number: "1", title: HOSTILE.slice(0, 500) },
        hospital: { name: "甲医院" },
        events: [],
        promises: [],
      }),
    );
    expect(words.join("\n")).not.toMatch(/undefined|null|NaN|Invalid/);
    expect(words).toContain("确认意见：□同意实施 □修改后再报");
    expect(words.some((word) => word.startsWith("确认时间：　"))).toBe(true);
    expect(words).toContain("确认人：");
  });
});
