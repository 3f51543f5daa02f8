import { dateOf } from "../../lib/instants.ts";
import type { Stored } from "../../records/index.ts";
import type { ClauseBook } from "../clauses/clause-book.ts";
import { URGENCIES, type AlertAnswer, type AnsweredAlert } from "./alert.ts";
import { answered } from "./answers.ts";
import { clockAlerts, type IncidentCase } from "./clock-alerts.ts";
import { entitlementAlerts, type EntitlementBook } from "./entitlement-alerts.ts";
import { letterAlerts, obligationAlerts, type ObligationBook } from "./obligation-alerts.ts";
import { termAlerts } from "./term-alerts.ts";

export interface AlertSources extends Omit<ObligationBook & EntitlementBook, "contracts" | "terms"> {
  /** Open incidents. */
  readonly cases: readonly IncidentCase[];
  readonly book: ClauseBook;
  readonly letters: readonly Stored<"letter">[];
  readonly answers: readonly AlertAnswer[];
}

/** Everything that asks for somebody's attention now, the most pressing first, then the first due. */
export function alertsOf(sources: AlertSources, nowMs: number): readonly AnsweredAlert[] {
  const { cases, book, answers, letters } = sources;
  const { contracts, terms } = book;
  const promises = { ...sources, contracts, terms };
  const today = dateOf(nowMs);
  const alerts = [
    ...clockAlerts(cases, book, nowMs),
    ...termAlerts(contracts, terms, today),
    ...obligationAlerts(promises, today),
    ...letterAlerts(letters, contracts, today),
    ...entitlementAlerts(promises, today),
  ];
  return [...answered(alerts, answers, nowMs)].sort(byPressure);
}

function byPressure({ alert: a }: AnsweredAlert, { alert: b }: AnsweredAlert): number {
  const rank = URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency);
  if (rank !== 0) return rank;
  const [first, second] = [a.dueAt ?? LAST, b.dueAt ?? LAST];
  return first < second ? -1 : first > second ? 1 : 0;
}

const LAST = "9999-12-31T15:59:59.999Z";
