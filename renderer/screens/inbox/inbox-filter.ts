import type { Stored } from "../../../shared/records/index.ts";
import type { Alert, AlertAnswer, AnsweredAlert } from "../../../shared/rules/alerts/alert.ts";

export type Shown = "open" | "snoozed" | "handled";
export type Kind = "all" | "clocks" | "theirs" | "ours" | "contracts";

/** Under which heading an alert stands. Clocks of ours stand with the clocks. */
export function kindOf(alert: Alert): Exclude<Kind, "all"> {
  switch (alert.topic) {
    case "clock":
      return "clocks";
    case "term":
    case "entitlement":
      return "contracts";
    default:
      return alert.party === "vendor" ? "theirs" : "ours";
  }
}

export function isShown({ alert, standing }: AnsweredAlert, shown: Shown, kind: Kind): boolean {
  const place: Shown = standing === "snoozed" ? "snoozed" : standing === "decided" ? "handled" : "open";
  return place === shown && (kind === "all" || kindOf(alert) === kind);
}

/** An answer to what is no alert any more: the term was renewed, the incident solved. */
export interface PastAnswer {
  readonly answer: AlertAnswer;
  readonly topic: Alert["topic"] | undefined;
  /** The record its key names: an incident, a contract, an obligation, a letter, an entitlement. */
  readonly subjectId: string;
}

/** Decisions and snoozes whose alert is gone, the newest first. What was merely seen is no history. */
export function pastAnswers(
  answers: readonly AlertAnswer[],
  alerts: readonly AnsweredAlert[],
): readonly PastAnswer[] {
  const current = new Set(alerts.flatMap(({ alert }) => [alert.key, alert.subject]));
  return answers
    .filter(({ kind, alertKey }) => kind !== "seen" && !current.has(alertKey))
    .sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0))
    .map((answer) => {
      const [topic = "", subjectId = ""] = answer.alertKey.split(":");
      return { answer, topic: TOPICS.find((one) => one === topic), subjectId };
    });
}

/** Under which heading it stood; undefined for a key of another edition. */
export function kindOfPast(
  past: Pick<PastAnswer, "topic" | "subjectId">,
  { obligations, obligationEntries }: PastSources,
): Exclude<Kind, "all"> | undefined {
  switch (past.topic) {
    case "clock":
      return "clocks";
    case "term":
    case "entitlement":
      return "contracts";
    case "letter":
      return "ours";
    case "obligation":
    case "change": {
      const party = obligations.get(obligationIdOf(past, obligationEntries))?.data.party;
      return party === "hospital" ? "ours" : "theirs";
    }
    default:
      return undefined;
  }
}

interface PastSources {
  readonly obligations: ReadonlyMap<string, Stored<"obligation">>;
  readonly obligationEntries: readonly Stored<"obligationEntry">[];
}

/** A change is named by its entry. */
export function obligationIdOf(
  { topic, subjectId }: Pick<PastAnswer, "topic" | "subjectId">,
  entries: readonly Stored<"obligationEntry">[],
): string {
  if (topic !== "change") return subjectId;
  return entries.find(({ id }) => id === subjectId)?.data.obligationId ?? "";
}

const TOPICS: readonly Alert["topic"][] = ["clock", "term", "obligation", "change", "letter", "entitlement"];
