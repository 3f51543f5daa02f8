import type { Alert, ClockAlert, TermAlert } from "../../../shared/rules/alerts/alert.ts";
import type { ChangeViolation } from "../../../shared/rules/obligations/changes.ts";
import { formatWall, type Instant } from "../../../shared/lib/instants.ts";
import { useTexts, type Translate } from "../../ui/i18n.ts";
import { wordTexts } from "./word-texts.ts";

type Words = Translate<keyof typeof wordTexts.keys>;

export interface AlertWords {
  /** What it says, in a line. */
  readonly what: string;
  /** When it is or was due, and what comes next. */
  readonly when: string;
  /** Why it does not ring, or what the next step of its ladder is. */
  readonly aside: string | undefined;
  /** Each step of a clock's ladder so far with its time. */
  readonly steps: string | undefined;
}

export function useAlertWords(): (alert: Alert) => AlertWords {
  const t = useTexts(wordTexts);
  return (alert) => ({
    what: whatOf(alert, t),
    when: whenOf(alert, t),
    aside: asideOf(alert, t),
    steps: stepsOf(alert),
  });
}

function whatOf(alert: Alert, t: Words): string {
  switch (alert.topic) {
    case "clock":
      return clockWhat(alert, t);
    case "term":
      return termWhat(alert, t);
    case "obligation": {
      const { name, overdue, daysLeft } = alert;
      if (overdue > 1) return t("overdueMany", { name, count: overdue });
      if (overdue === 1) return t("overdueOne", { name, days: -daysLeft });
      return daysLeft === 0 ? t("soonToday", { name }) : t("soon", { name, days: daysLeft });
    }
    case "change":
      return t("change", {
        name: alert.name,
        violations: alert.violations.map((violation) => violationText(violation, t)).join("、"),
      });
    case "letter": {
      const { name, daysLeft } = alert;
      if (daysLeft < 0) return t("letterPast", { name, days: -daysLeft });
      return daysLeft === 0 ? t("letterToday", { name }) : t("letterSoon", { name, days: daysLeft });
    }
    case "entitlement": {
      const { name, used, available } = alert;
      return t(used >= available ? "usedUp" : "mostlyUsed", { name, used, available });
    }
  }
}

function clockWhat({ name, percent }: ClockAlert, t: Words): string {
  if (percent < 100) return t("clockUsed", { name, percent });
  return percent === 100 ? t("clockDue", { name }) : t("clockOver", { name, times: percent / 100 });
}

function termWhat({ of, daysLeft }: TermAlert, t: Words): string {
  const days = Math.abs(daysLeft);
  if (daysLeft === 0) return t(of === "end" ? "termEndToday" : "noticeToday");
  if (of === "end") return t(daysLeft > 0 ? "termEnd" : "termEnded", { days });
  return t(daysLeft > 0 ? "notice" : "noticePast", { days });
}

function violationText(violation: ChangeViolation, t: Words): string {
  switch (violation.kind) {
    case "shortNotice":
      return t("shortNotice", { days: violation.daysShort });
    case "tooMany":
      return t("tooMany", { count: violation.count, most: violation.most });
    default:
      return t(violation.kind);
  }
}

function whenOf(alert: Alert, t: Words): string {
  switch (alert.topic) {
    case "clock":
      return alert.dueAt === undefined ? "" : t("clockDueAt", { at: shortWall(alert.dueAt) });
    case "term":
      return t("onDate", { date: alert.date });
    case "obligation":
      return t(alert.overdue > 1 ? "since" : "dueOn", { date: alert.dueDate });
    case "change":
      return t("changedOn", { date: alert.day });
    case "letter":
      return t("answerBy", { date: alert.answerBy });
    case "entitlement":
      return "";
  }
}

function asideOf(alert: Alert, t: Words): string | undefined {
  if (alert.silent === "paused") return t("clockPaused");
  if (alert.silent === "attached") return t("clockAttached");
  if (alert.topic !== "clock" || alert.next === undefined) return undefined;
  const { percent } = alert.next;
  const at = shortWall(alert.next.at);
  return percent > 100 ? t("clockNextTimes", { times: percent / 100, at }) : t("clockNext", { percent, at });
}

function stepsOf(alert: Alert): string | undefined {
  if (alert.topic !== "clock") return undefined;
  return alert.crossed.map(({ percent, at }) => `${percent}% ${formatWall(at)}`).join("\n");
}

/** `11-23 10:00`: alerts are of these weeks. */
function shortWall(at: Instant): string {
  return formatWall(at).slice(5);
}
