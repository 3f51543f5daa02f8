import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import { daysBetween } from "../../../../shared/lib/dates.ts";
import type { Obligation } from "../../../../shared/records/index.ts";
import type { ChangeViolation } from "../../../../shared/rules/obligations/changes.ts";
import type { ObligationStates, Occurrence } from "../../../../shared/rules/obligations/obligation-states.ts";
import type { Translate } from "../../../ui/i18n.ts";
import type { obligationsTexts } from "./obligations-texts.ts";

type ObligationTranslate = Translate<keyof typeof obligationsTexts.keys>;

interface StateWords {
  readonly text: string;
  readonly tone: "danger" | "warning" | "ok" | "quiet" | "plain";
}

/** Where an obligation stands as a whole: what is overdue comes before what is next. */
export function standingWords(
  obligation: Obligation,
  { occurrences, changes }: ObligationStates,
  t: ObligationTranslate,
): StateWords {
  if (obligation.recurrence === "onChange") {
    const broken = changes.filter(({ state }) => state === "violated").length;
    if (broken > 0) return { text: t("changesViolated", { count: broken }), tone: "danger" };
    if (changes.length === 0) return { text: t("noChanges"), tone: "quiet" };
    return { text: t("changesKept", { count: changes.length }), tone: "ok" };
  }
  const [oldest, ...others] = occurrences.filter(({ state }) => state === "overdue");
  if (oldest !== undefined) {
    const values = { days: -oldest.daysLeft, count: others.length + 1 };
    return { text: t(others.length > 0 ? "overdueMany" : "overdue", values), tone: "danger" };
  }
  const next = nextOpen(occurrences);
  if (next !== undefined) return occurrenceWords(next, t);
  const last = occurrences.at(-1);
  return last === undefined ? { text: t("none"), tone: "quiet" } : occurrenceWords(last, t);
}

/** One occurrence; red is for what is broken and nothing else. */
export function occurrenceWords(
  { state, daysLeft, dueDate, entry }: Occurrence,
  t: ObligationTranslate,
): StateWords {
  const date = entry?.data.day ?? dueDate;
  switch (state) {
    case "overdue":
      return { text: t("overdue", { days: -daysLeft }), tone: "danger" };
    case "dueSoon":
      return { text: daysLeft === 0 ? t("dueToday") : t("dueSoon", { days: daysLeft }), tone: "warning" };
    case "upcoming":
      return { text: t("upcoming", { days: daysLeft }), tone: "plain" };
    case "fulfilled":
      return { text: t("fulfilled", { date }), tone: "ok" };
    case "fulfilledLate":
      return { text: t("fulfilledLate", { date, days: daysBetween(dueDate, date) }), tone: "warning" };
    case "waived":
      return { text: t("waived"), tone: "quiet" };
  }
}

export function violationText(violation: ChangeViolation, t: ObligationTranslate): string {
  switch (violation.kind) {
    case "noNotice":
      return t("noNotice", { date: violation.noticeBy });
    case "shortNotice":
      return t("shortNotice", { days: violation.daysShort });
    case "tooMany":
      return t("tooMany", { count: violation.count, most: violation.most });
    case "consentMissing":
    case "consentRefused":
      return t(violation.kind);
  }
}

/** What is asked besides how often: `期末后 5 天内`, `提前 3 个月通知；每年最多 1 次`. */
export function ruleText(obligation: Obligation, t: ObligationTranslate): string {
  const { dueDays, noticeDays, noticeMonths, mostPerYear, needsConsent } = obligation;
  const rules: string[] = [];
  if (dueDays !== undefined) rules.push(dueDays === 0 ? t("atEndRule") : t("withinRule", { days: dueDays }));
  if (noticeDays !== undefined) rules.push(t("noticeRule", { days: noticeDays }));
  if (noticeMonths !== undefined) rules.push(t("noticeRuleMonths", { months: noticeMonths }));
  if (mostPerYear !== undefined) rules.push(t("mostRule", { most: mostPerYear }));
  if (needsConsent === true) rules.push(t("consentRule"));
  return rules.join("；");
}

/** What waits to be done first: the oldest overdue, then the next due. */
export function nextOpen(occurrences: readonly Occurrence[]): Occurrence | undefined {
  return (
    occurrences.find(({ state }) => state === "overdue") ??
    occurrences.find(({ state }) => state === "dueSoon" || state === "upcoming")
  );
}

/** What may still be settled by hand: all that is open, the oldest first, up to the next that is ahead. */
export function settleable(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  const open = occurrences.filter(
    ({ state }) => state !== "fulfilled" && state !== "fulfilledLate" && state !== "waived",
  );
  const ahead = open.findIndex(({ state }) => state === "upcoming");
  return ahead < 0 ? open : open.slice(0, ahead + 1);
}

export function dueText({
  dueDate,
  period,
}: {
  dueDate: CalendarDate;
  period: Occurrence["period"];
}): string {
  return period === undefined ? dueDate : `${dueDate}（${period.startDate} ~ ${period.endDate}）`;
}
