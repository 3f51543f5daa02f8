import { Alert } from "antd";
import type { ReactNode } from "react";
import { checkClause } from "../../../../shared/commands/contracts/check-clause.ts";
import type { ClauseTerms } from "../../../../shared/commands/contracts/template.ts";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import { registry, type Stored } from "../../../../shared/records/index.ts";
import { contradictionsIn } from "../../../../shared/rules/clauses/contradictions.ts";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import { IntegerInput } from "../../../ui/number-input.tsx";
import { PinyinSelect } from "../../../ui/pinyin-select.tsx";
import { LineTable, type LinesProps } from "./line-table.tsx";
import { codeWord } from "./promise-words.ts";
import { chosen } from "./sign-draft.ts";
import { signTexts } from "./sign-texts.ts";

/** The clauses to sign, each with what it means that may surprise, and which of them contradict each other. */
export function ClauseLines(props: LinesProps): ReactNode {
  const { clauses } = props.draft;
  const t = useTexts(signTexts);
  const say = useLabel();
  const units = Object.entries(registry.clause.fields.unit.choices ?? {}).map(([value, choice]) => ({
    value,
    label: say(choice),
  }));
  return (
    <>
      <Contradictions clauses={chosen(clauses)} startDate={props.draft.details.startDate} />
      <LineTable<ClauseTerms>
        {...props}
        part="clauses"
        lines={clauses}
        title={t("clauses", { chosen: chosen(clauses).length, all: clauses.length })}
        empty={t("noClauses")}
        nameHead={t("clause")}
        heads={[t("fromTo"), t("target"), t("unit"), t("holds")]}
        numberOf={({ number }) => number}
        withNumber={({ number: _number, ...terms }, number) => (number === "" ? terms : { ...terms, number })}
        remark={(terms) =>
          checkClause(terms).warnings.map(({ kind }) => (
            <div key={kind} className="sy-sign-warning">
              {t(kind)}
            </div>
          ))
        }
        cells={({ terms, disabled, name, set, cell }) => (
          <>
            <td>
              {codeWord("clause", "startEvent", terms.startEvent, say)} →{" "}
              {codeWord("clause", "stopEvent", terms.stopEvent, say)}
            </td>
            <td className="sy-sign-figure">
              {cell("target", (onProblem) => (
                <IntegerInput
                  value={terms.target}
                  disabled={disabled}
                  aria-label={`${name} ${t("target")}`}
                  onProblem={onProblem}
                  // An emptied box shows its figure again: nothing is not 0.
                  onChange={(target) => target !== undefined && set({ ...terms, target })}
                />
              ))}
            </td>
            <td className="sy-sign-code">
              <PinyinSelect
                options={units}
                value={terms.unit}
                disabled={disabled}
                aria-label={`${name} ${t("unit")}`}
                onChange={(unit) => {
                  if (unit !== undefined) set({ ...terms, unit: unit as ClauseTerms["unit"] });
                }}
              />
            </td>
            <td>{conditions(terms, say, t("ours")).join("；")}</td>
          </>
        )}
      />
    </>
  );
}

function conditions(
  { coverage, party, severities, regions, phases }: ClauseTerms,
  say: ReturnType<typeof useLabel>,
  ours: string,
): readonly string[] {
  const listed = (field: string, codes: readonly string[] | undefined): string[] =>
    codes === undefined || codes.length === 0
      ? []
      : [codes.map((code) => codeWord("clause", field, code, say)).join("、")];
  return [
    ...(party === "hospital" ? [ours] : []),
    codeWord("clause", "coverage", coverage, say),
    ...listed("severities", severities),
    ...listed("regions", regions),
    ...listed("phases", phases),
  ];
}

function Contradictions({
  clauses,
  startDate,
}: {
  readonly clauses: readonly ClauseTerms[];
  readonly startDate: CalendarDate;
}): ReactNode {
  const t = useTexts(signTexts);
  const say = useLabel();
  const records = clauses.map((terms, at): Stored<"clause"> => ({
    type: "clause",
    id: String(at),
    data: { ...terms, contractId: "draft" },
  }));
  const book = { clauses: records, rulings: [], calendars: [], notices: [] };
  const found = contradictionsIn("draft", book, startDate);
  return found.map(({ metric, clauses: group, stricter }) => (
    <Alert
      key={group.map(({ id }) => id).join(" ")}
      type="warning"
      showIcon
      title={t("conflict", {
        metric: codeWord("clause", "metric", metric, say),
        names: group.map(({ data }) => `“${data.name}”`).join("、"),
        stricter: stricter.data.name,
      })}
    />
  ));
}
