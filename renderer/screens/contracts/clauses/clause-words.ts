import type { Label } from "../../../../shared/lib/define-record.ts";
import type { AnyField } from "../../../../shared/lib/fields.ts";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import { clause as definition } from "../../../../shared/records/clause.ts";
import { EVENT_KINDS } from "../../../../shared/records/event-kinds.ts";
import type { Clause, Stored } from "../../../../shared/records/index.ts";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import { clausesTexts } from "./clauses-texts.ts";

interface ClauseWords {
  /** `3.4 紧急到场` */
  readonly title: (clause: Clause) => string;
  readonly metric: (clause: Clause) => string;
  /** `12 小时（7×24）` */
  readonly promise: (clause: Clause) => string;
  /** `我方确认方案 → 到场` */
  readonly span: (clause: Clause) => string;
  /** `特急、紧急；省内`, or all. */
  readonly conditions: (clause: Clause) => string;
  readonly pauses: (clause: Clause) => string;
  readonly evidence: (clause: Clause) => string;
  readonly force: (clause: Clause) => string;
}

/** A clause as people read it. */
export function useClauseWords(): ClauseWords {
  const t = useTexts(clausesTexts);
  const label = useLabel();
  const { metric, unit, coverage, severities, regions, phases, evidence } = definition.fields;
  const word = (field: AnyField, code: string): string => label(choiceOf(field, code));
  const words = (field: AnyField, codes: readonly string[] | undefined): string[] =>
    codes === undefined || codes.length === 0 ? [] : [codes.map((code) => word(field, code)).join("、")];
  return {
    title: clauseTitle,
    metric: (clause) => word(metric, clause.metric),
    promise: (clause) => {
      // "1 24小时" would be read as 124.
      const span = `${clause.target} ${clause.unit === "day24h" ? "× " : ""}${word(unit, clause.unit)}`;
      if (clause.unit === "calendarDay") return span;
      const isWorking = clause.unit === "workingHour" || clause.unit === "workingDay";
      return `${span}（${word(coverage, isWorking ? "calendar" : clause.coverage)}）`;
    },
    span: (clause) => `${label(EVENT_KINDS[clause.startEvent])} → ${label(EVENT_KINDS[clause.stopEvent])}`,
    conditions: (clause) => {
      const parts = [
        ...(clause.party === "hospital" ? [t("ours")] : []),
        ...words(severities, clause.severities),
        ...words(regions, clause.regions),
        ...words(phases, clause.phases),
        ...(clause.staysUntilSolved === true ? [t("stays")] : []),
      ];
      return parts.length === 0 ? t("all") : parts.join("；");
    },
    pauses: (clause) => t(clause.pauses === "agreed" ? "agreedPauses" : "notPaused"),
    evidence: (clause) => (clause.evidence === undefined ? "" : word(evidence, clause.evidence)),
    force: ({ effectiveFrom: from, effectiveTo: to }) => {
      if (from !== undefined && to !== undefined) return t("fromTo", { from, to });
      if (from !== undefined) return t("from", { date: from });
      return to === undefined ? t("whole") : t("until", { date: to });
    },
  };
}

export function clauseTitle({ number, name }: Clause): string {
  return number === undefined ? name : `${number} ${name}`;
}

type ClauseAge = "past" | "now" | "future";

export function ageOf({ effectiveFrom, effectiveTo }: Clause, today: CalendarDate): ClauseAge {
  if (effectiveTo !== undefined && effectiveTo < today) return "past";
  return effectiveFrom !== undefined && effectiveFrom > today ? "future" : "now";
}

/** The clauses that no other replaces, by number, each with its versions, the newest first. */
export function versionsOf(
  clauses: readonly Stored<"clause">[],
): readonly (readonly [newest: Stored<"clause">, ...older: Stored<"clause">[]])[] {
  const replaced = new Set(clauses.map(({ data }) => data.replacesId));
  return clauses
    .filter(({ id }) => !replaced.has(id))
    .map((newest) => {
      const versions: [Stored<"clause">, ...Stored<"clause">[]] = [newest];
      let next = clauses.find(({ id }) => id === newest.data.replacesId);
      // Two desks could make a ring of replacements; it ends where it meets itself.
      while (next !== undefined && !versions.includes(next)) {
        const { replacesId } = next.data;
        versions.push(next);
        next = clauses.find(({ id }) => id === replacesId);
      }
      return versions;
    })
    .sort((a, b) => byNumber(a[0].data, b[0].data));
}

/** 3.2 before 3.10; what has no number comes last. */
function byNumber({ number: a }: Clause, { number: b }: Clause): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return NUMERIC.compare(a, b);
}

const NUMERIC = new Intl.Collator("en", { numeric: true });

function choiceOf(field: AnyField, code: string): Label {
  return field.choices?.[code] ?? { zh: code, en: code };
}
