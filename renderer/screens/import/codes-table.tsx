import { Select } from "antd";
import type { ReactNode } from "react";
import type { State } from "../../../shared/import/states.ts";
import type { CodeColumn, Mapping } from "../../../shared/import/types.ts";
import type { Label } from "../../../shared/lib/define-record.ts";
import type { AnyField, Choices } from "../../../shared/lib/fields.ts";
import { registry } from "../../../shared/records/index.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { importTexts } from "./import-texts.ts";
import { targetLabel } from "./targets.ts";

const VALUES_SHOWN = 60;

/** What the state column of a log can say. */
const STATES: Readonly<Record<State, Label>> = {
  new: importTexts.keys.stateNew,
  active: importTexts.keys.stateActive,
  waiting: importTexts.keys.stateWaiting,
  resolved: importTexts.keys.stateResolved,
  closed: importTexts.keys.stateClosed,
  refused: importTexts.keys.stateRefused,
};

interface CodesTableProps {
  readonly mapping: Mapping;
  readonly codes: readonly CodeColumn[];
  readonly choose: (index: number, text: string, code: string | null) => void;
}

/** What each word of a code column means: severity, channel, states. Words nobody knows come first. */
export function CodesTable({ mapping, codes, choose }: CodesTableProps): ReactNode {
  const t = useTexts(importTexts);
  const label = useLabel();
  if (codes.length === 0) return null;
  return (
    <section className="sy-import-codes">
      <h2>{t("codes")}</h2>
      <p className="sy-quiet sy-import-hint">{t("codesHint")}</p>
      <div className="sy-import-code-columns">
        {codes.map((column) => {
          const chosen = mapping.columns.find(({ index }) => index === column.index)?.codes ?? {};
          const codeOf = (value: CodeColumn["values"][number]): string | null =>
            chosen[value.text] ?? value.code;
          const unknown = column.values.filter(({ code }) => code === null);
          const left = unknown.filter((value) => codeOf(value) === null).length;
          const shown = [...unknown, ...column.values.filter(({ code }) => code !== null)];
          const choices = choicesOf(mapping, column.target);
          return (
            <table key={column.index} className="sy-import-table">
              <caption>
                {column.header} → {label(targetLabel(mapping.type, column.target))}
                {left > 0 && <strong className="sy-import-look"> {t("codeUnknown", { count: left })}</strong>}
              </caption>
              <tbody>
                {shown.slice(0, VALUES_SHOWN).map((value) => (
                  <tr key={value.text} className={codeOf(value) === null ? "is-doubtful" : ""}>
                    <th scope="row">
                      {value.text} <span className="sy-quiet">{t("timesSeen", { rows: value.rows })}</span>
                    </th>
                    <td>
                      <Select<string>
                        size="small"
                        className="sy-import-code"
                        aria-label={`${column.header}：${value.text}`}
                        value={codeOf(value)}
                        placeholder={t("codeLeft")}
                        allowClear
                        options={Object.entries(choices).map(([code, choice]) => ({
                          value: code,
                          label: label(choice),
                        }))}
                        onChange={(code: string | undefined) =>
                          choose(column.index, value.text, code ?? null)
                        }
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          );
        })}
      </div>
    </section>
  );
}

function choicesOf({ type }: Mapping, target: string): Choices {
  if (target === "rowState") return STATES;
  const fields: Readonly<Record<string, AnyField>> = registry[type].fields;
  return fields[target]?.choices ?? {};
}
