import type { ReactNode } from "react";
import type { EntitlementTerms } from "../../../../shared/commands/contracts/template.ts";
import { isDate } from "../../../../shared/lib/dates.ts";
import { registry } from "../../../../shared/records/index.ts";
import { monthsAfter } from "../../../../shared/rules/obligations/periods.ts";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import { IntegerInput } from "../../../ui/number-input.tsx";
import { PinyinSelect } from "../../../ui/pinyin-select.tsx";
import { LineTable, type LinesProps } from "./line-table.tsx";
import { codeWord } from "./promise-words.ts";
import { chosen } from "./sign-draft.ts";
import { signTexts } from "./sign-texts.ts";

/** What the contract grants: how many, how often, from when. */
export function EntitlementLines(props: LinesProps): ReactNode {
  const { entitlements, details } = props.draft;
  const t = useTexts(signTexts);
  const say = useLabel();
  const periods = Object.entries(registry.entitlement.fields.period.choices ?? {}).map(([value, choice]) => ({
    value,
    label: say(choice),
  }));
  const begins = (terms: EntitlementTerms): string => {
    const { startsFrom, afterMonths = 0, months, lifelong } = terms;
    const from =
      startsFrom === "date" && isDate(details.startDate)
        ? monthsAfter(details.startDate, afterMonths)
        : codeWord("entitlement", "startsFrom", startsFrom, say);
    if (lifelong === true) return `${from}，${t("lifelong")}`;
    return months === undefined ? from : `${from}，${t("months", { count: months })}`;
  };
  return (
    <LineTable<EntitlementTerms>
      {...props}
      part="entitlements"
      lines={entitlements}
      title={t("entitlements", { chosen: chosen(entitlements).length, all: entitlements.length })}
      empty={t("noEntitlements")}
      nameHead={t("entitlement")}
      heads={[t("granted"), t("period"), t("begins")]}
      numberOf={({ clauseNumber }) => clauseNumber}
      withNumber={({ clauseNumber: _number, ...terms }, clauseNumber) =>
        clauseNumber === "" ? terms : { ...terms, clauseNumber }
      }
      cells={({ terms, disabled, name, set, cell }) => (
        <>
          <td className="sy-sign-figure">
            {cell("granted", (onProblem) => (
              <IntegerInput
                value={terms.granted}
                disabled={disabled}
                placeholder={t("unlimited")}
                aria-label={`${name} ${t("granted")}`}
                onProblem={onProblem}
                onChange={(granted) => {
                  const { granted: _granted, ...rest } = terms;
                  set(granted === undefined ? rest : { ...rest, granted });
                }}
              />
            ))}
          </td>
          <td className="sy-sign-code">
            <PinyinSelect
              options={periods}
              value={terms.period}
              disabled={disabled}
              aria-label={`${name} ${t("period")}`}
              onChange={(period) => {
                if (period !== undefined) set({ ...terms, period: period as EntitlementTerms["period"] });
              }}
            />
          </td>
          <td>{begins(terms)}</td>
        </>
      )}
    />
  );
}
