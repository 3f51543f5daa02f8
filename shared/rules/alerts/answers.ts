import { groupBy } from "../../lib/group-by.ts";
import { epochMs } from "../../lib/instants.ts";
import type { Alert, AlertAnswer, AnsweredAlert } from "./alert.ts";

/**
 * What became of each alert. A decision about its step or its subject takes it away; a snooze holds until its time and
 * then it is unread and rings again; seen takes it off the count. A silent alert counts as seen.
 */
export function answered(
  alerts: readonly Alert[],
  answers: readonly AlertAnswer[],
  nowMs: number,
): readonly AnsweredAlert[] {
  const byKey = groupBy(answers, ({ alertKey }) => alertKey);
  return alerts.map((alert) => {
    const own = byKey.get(alert.key) ?? [];
    const all = alert.subject === alert.key ? own : [...own, ...(byKey.get(alert.subject) ?? [])];
    return withAnswers(alert, all, nowMs);
  });
}

function withAnswers(alert: Alert, answers: readonly AlertAnswer[], nowMs: number): AnsweredAlert {
  const ordered = [...answers].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const decision = ordered.findLast(({ kind }) => kind === "decided");
  const ringKey = alert.key;
  if (decision !== undefined) return { alert, standing: "decided", answer: decision, ringKey };
  const snooze = ordered.findLast(({ kind, until }) => kind === "snoozed" && until !== undefined);
  const until = snooze?.until;
  if (snooze !== undefined && until !== undefined && epochMs(until) > nowMs)
    return { alert, standing: "snoozed", answer: snooze, ringKey };
  const seen = ordered.findLast(({ kind }) => kind === "seen");
  const isSeen = seen !== undefined && (until === undefined || seen.at >= until);
  const standing = isSeen || alert.silent !== undefined ? "seen" : "unread";
  return {
    alert,
    standing,
    answer: isSeen ? seen : snooze,
    ringKey: until === undefined ? ringKey : `${ringKey}~${until}`,
  };
}
