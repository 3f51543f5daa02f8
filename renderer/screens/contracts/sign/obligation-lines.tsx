import type { ReactNode } from "react";
import type { ObligationTerms } from "../../../../shared/commands/contracts/template.ts";
import { isDate, type CalendarDate } from "../../../../shared/lib/dates.ts";
import { monthsAfter } from "../../../../shared/rules/obligations/periods.ts";
import { useLabel, useTexts, type Translate } from "../../../ui/i18n.ts";
import { IntegerInput } from "../../../ui/number-input.tsx";
import { LineTable, type LinesProps } from "./line-table.tsx";
import { codeWord } from "./promise-words.ts";
import { chosen } from "./sign-draft.ts";
import { signTexts } from "./sign-texts.ts";

/** What either side owes on a day instead of on a clock. */
export function ObligationLines(props: LinesProps): ReactNode {
  const { obligations, details } = props.draft;
  const t = useTexts(signTexts);
  const say = useLabel();
  return (
    <LineTable<ObligationTerms>
      {...props}
      part="obligations"
      lines={obligations}
      title={t("obligations", { chosen: chosen(obligations).length, all: obligations.length })}
      empty={t("noObligations")}
      nameHead={t("obligation")}
      heads={[t("party"), t("recurs"), t("days")]}
      numberOf={({ clauseNumber }) => clauseNumber}
      withNumber={({ clauseNumber: _number, ...terms }, clauseNumber) =>
        clauseNumber === "" ? terms : { ...terms, clauseNumber }
      }
      cells={({ terms, disabled, name, set, cell }) => {
        const field = figureOf(terms);
        return (
          <>
            <td>{codeWord("obligation", "party", terms.party, say)}</td>
            <td>
              {[codeWord("obligation", "recurrence", terms.recurrence, say), ...limits(terms, t)].join("；")}
            </td>
            <td className="sy-sign-within">
              {field === undefined
                ? dueWords(terms, details.startDate, t)
                : cell(field, (onProblem) => (
                    <span className="sy-sign-unit">
                      <IntegerInput
                        value={terms[field]}
                        disabled={disabled}
                        aria-label={`${name} ${t(FIGURES[field])}`}
                        onProblem={onProblem}
                        onChange={(value) => value !== undefined && set({ ...terms, [field]: value })}
                      />
                      {t(FIGURES[field])}
                    </span>
                  ))}
            </td>
          </>
        );
      }}
    />
  );
}

const FIGURES = {
  dueDays: "daysAfter",
  noticeDays: "daysAhead",
  noticeMonths: "monthsAhead",
} as const;

type Words = Translate<keyof (typeof signTexts)["keys"]>;

/** The one figure that says when: days after a period, or how long ahead of a change. */
function figureOf({ recurrence, noticeMonths }: ObligationTerms): keyof typeof FIGURES | undefined {
  if (recurrence === "once") return undefined;
  if (recurrence !== "onChange") return "dueDays";
  return noticeMonths === undefined ? "noticeDays" : "noticeMonths";
}

function dueWords({ afterMonths }: ObligationTerms, startDate: CalendarDate, t: Words): string {
  if (afterMonths === undefined || !isDate(startDate)) return t("noDate");
  return t("dueOn", { date: monthsAfter(startDate, afterMonths) });
}

function limits({ mostPerYear, needsConsent }: ObligationTerms, t: Words): readonly string[] {
  return [
    ...(mostPerYear === undefined ? [] : [t("mostPerYear", { count: mostPerYear })]),
    ...(needsConsent === true ? [t("needsConsent")] : []),
  ];
}
