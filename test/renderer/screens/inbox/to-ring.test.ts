import { expect, it } from "vitest";
import { toRing } from "../../../../renderer/screens/inbox/to-ring.ts";
import { epochMs } from "../../../../shared/lib/instants.ts";
import type { AnsweredAlert } from "../../../../shared/rules/alerts/alert.ts";
import { wall } from "../../../shared/rules/clauses/fixtures.ts";

const noon = epochMs(wall("2026-11-23 12:00"));
const night = epochMs(wall("2026-11-23 23:00"));
const quiet = { fromMinute: 22 * 60, toMinute: 7 * 60 };

function one(
  ringKey: string,
  urgency = "overdue",
  standing: AnsweredAlert["standing"] = "unread",
): AnsweredAlert {
  return { alert: { urgency }, standing, answer: undefined, ringKey } as unknown as AnsweredAlert;
}

const keys = (alerts: readonly AnsweredAlert[]) => alerts.map(({ ringKey }) => ringKey);

it("an alert rings once a desk", () => {
  const first = toRing([one("a"), one("b")], ["a"], noon, quiet);
  expect(keys(first.ring)).toEqual(["b"]);
  expect(first.remembered).toEqual(["a", "b"]);
  expect(toRing([one("a"), one("b")], first.remembered, noon, quiet).ring).toEqual([]);
});

it("what quiet hours hold back rings after them, the urgent at once", () => {
  const alerts = [one("breach", "urgent"), one("report")];
  const atNight = toRing(alerts, [], night, quiet);
  expect(keys(atNight.ring)).toEqual(["breach"]);
  expect(keys(toRing(alerts, atNight.remembered, noon, quiet).ring)).toEqual(["report"]);
});

it("what was seen, put off or decided does not ring", () => {
  const alerts = [one("a", "urgent", "seen"), one("b", "urgent", "snoozed"), one("c", "urgent", "decided")];
  expect(toRing(alerts, [], noon, undefined)).toEqual({ ring: [], remembered: [] });
});

it("the desk forgets what is no alert any more", () => {
  expect(toRing([one("b")], ["a", "b"], noon, quiet).remembered).toEqual(["b"]);
});
