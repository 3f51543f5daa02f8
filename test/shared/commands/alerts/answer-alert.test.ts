import { expect, it } from "vitest";
import { answerAlert, type AlertAnswerEntry } from "../../../../shared/commands/alerts/answer-alert.ts";
import { registry } from "../../../../shared/records/index.ts";

const now = "2026-11-22T02:00:00.000Z";
const seen: AlertAnswerEntry = {
  alertKey: "term:k1:2026-12-31:30",
  kind: "seen",
  until: undefined,
  by: "",
  reason: "",
};
const snoozed: AlertAnswerEntry = {
  ...seen,
  kind: "snoozed",
  until: "2026-12-01T00:00:00.000Z",
  reason: "等预算",
};
const decided: AlertAnswerEntry = { ...seen, kind: "decided", by: "王主任", reason: "续约一年" };

it.each<[AlertAnswerEntry, object]>([
  [seen, { kind: "seen" }],
  [snoozed, { kind: "snoozed", until: snoozed.until, reason: "等预算" }],
  [decided, { kind: "decided", by: "王主任", reason: "续约一年" }],
  // A time left over in the form is not part of a decision.
  [
    { ...decided, until: snoozed.until },
    { kind: "decided", by: "王主任", reason: "续约一年" },
  ],
])("an answer is written down with its time", (told, patch) => {
  const edits = answerAlert(told, { now, id: "a1" });
  expect(edits.ok && edits.value[0]?.patch).toEqual({ alertKey: seen.alertKey, at: now, ...patch });
  expect(registry.alertAnswer.schema.safeParse(edits.ok && edits.value[0]?.patch).success).toBe(true);
});

it.each<[string, AlertAnswerEntry, string]>([
  ["no alert", { ...seen, alertKey: " " }, "keyMissing"],
  ["putting off without a reason", { ...snoozed, reason: " " }, "reasonMissing"],
  ["putting off without an end", { ...snoozed, until: undefined }, "untilMissing"],
  ["putting off until some day", { ...snoozed, until: "明天" }, "notATime"],
  ["putting off until a day without a time", { ...snoozed, until: "2026-12-01" }, "notATime"],
  ["putting off until now", { ...snoozed, until: now }, "untilInThePast"],
  ["putting off for more than 90 days", { ...snoozed, until: "2027-02-20T02:00:00.001Z" }, "untilTooFar"],
  ["a decision without its reason", { ...decided, reason: "" }, "reasonMissing"],
  ["a decision of nobody", { ...decided, by: " " }, "byMissing"],
  ["a name without an end", { ...decided, by: "王".repeat(501) }, "tooLong"],
])("refuses %s", (_, told, kind) => {
  expect(answerAlert(told, { now, id: "a1" })).toEqual({ ok: false, failure: { kind } });
});

it("takes up to 90 days", () => {
  expect(answerAlert({ ...snoozed, until: "2027-02-20T02:00:00.000Z" }, { now, id: "a1" }).ok).toBe(true);
});
