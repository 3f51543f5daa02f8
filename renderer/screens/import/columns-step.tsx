import { Alert, Segmented } from "antd";
import type { ReactNode } from "react";
import type { ColumnMapping, Mapping } from "../../../shared/import/types.ts";
import { useGradually } from "../../ui/use-gradually.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { CodesTable } from "./codes-table.tsx";
import { columnLetters } from "./column-letters.ts";
import { DateOrderSelect } from "./date-order-select.tsx";
import { FailureNote } from "./failure-note.tsx";
import { importTexts } from "./import-texts.ts";
import { TargetSelect } from "./target-select.tsx";
import { missingTargets } from "./targets.ts";
import { useWizardState } from "./use-wizard-state.ts";
import type { Wizard } from "./wizard.ts";

/** Below this the user is asked to look. */
const SURE = 0.8;
/** Rows with a choice of fields that are drawn in one go. */
const AT_ONCE = 5;

/** Step 3: which column is which field, how its dates are written, and what its codes mean. */
export function ColumnsStep({ wizard }: { readonly wizard: Wizard }): ReactNode {
  const t = useTexts(importTexts);
  const { mapping, codes, look, failure, reads } = useWizardState(wizard);
  const drawn = useGradually(mapping?.columns.length ?? 0, AT_ONCE);
  if (mapping === null) return null;
  const { chooseTarget, chooseDateOrder, chooseCode, chooseMode } = wizard.actions;
  return (
    <div className="sy-import-fill sy-import-scroll">
      <FailureNote failure={failure} />
      <Notes mapping={mapping} />
      {mapping.type === "incident" && (
        <Segmented<Mapping["mode"]>
          value={mapping.mode}
          onChange={chooseMode}
          options={[
            { value: "rows", label: t("rowsMode") },
            { value: "log", label: t("logMode") },
          ]}
        />
      )}
      <table className="sy-import-table">
        <thead>
          <tr>
            <th>{t("fileColumn")}</th>
            <th>{t("samples")}</th>
            <th className="sy-import-w-target">{t("goesTo")}</th>
            <th className="sy-import-w-confidence">{t("confidence")}</th>
            <th className="sy-import-w-dates">{t("dateOrder")}</th>
          </tr>
        </thead>
        <tbody>
          {mapping.columns.slice(0, drawn).map((column) => (
            <tr key={column.index} className={rowClass(column)}>
              <th scope="row">
                <span className="sy-quiet">{columnLetters(column.index)}</span> {column.header}
              </th>
              <td className="sy-import-samples">{(look?.samples[column.index] ?? []).join("｜")}</td>
              <td>
                <TargetSelect
                  mapping={mapping}
                  index={column.index}
                  header={column.header}
                  target={column.target}
                  choose={chooseTarget}
                />
              </td>
              <td>
                <Confidence column={column} />
              </td>
              <td>
                {column.dates !== undefined && (
                  <DateOrderSelect
                    header={column.header}
                    dates={column.dates}
                    first={reads[column.index]}
                    choose={(order) => chooseDateOrder(column.index, order)}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {drawn === mapping.columns.length && <CodesTable mapping={mapping} codes={codes} choose={chooseCode} />}
    </div>
  );
}

function Notes({ mapping }: { readonly mapping: Mapping }): ReactNode {
  const t = useTexts(importTexts);
  const label = useLabel();
  const mapped = mapping.columns.filter(isMapped).length;
  const doubtful = mapping.columns.filter(needsLook).length;
  const missing = missingTargets(mapping);
  const has = (wanted: string): boolean => mapping.columns.some(({ target }) => target === wanted);
  return (
    <>
      <p className="sy-import-hint">
        {t("columnsSummary", { all: mapping.columns.length, mapped, look: doubtful })}
      </p>
      {missing.length > 0 && mapping.type !== "incident" && (
        <Alert type="warning" showIcon title={t("missing", { names: missing.map(label).join("、") })} />
      )}
      {mapping.type === "incident" && !has("number") && (
        <Alert type="info" showIcon title={t("missingNumber")} />
      )}
      {mapping.type === "incident" && !has("title") && (
        <Alert type="info" showIcon title={t("missingTitle")} />
      )}
    </>
  );
}

/** In words: colour alone says nothing on a poor screen. */
function Confidence({ column }: { readonly column: ColumnMapping }): ReactNode {
  const t = useTexts(importTexts);
  if (column.from === "chosen") return t("chosen");
  if (!isMapped(column)) return <span className="sy-quiet">—</span>;
  if (column.from === "remembered") return t("remembered");
  if (column.confidence >= SURE) return t("high");
  return <strong className="sy-import-look">{column.confidence >= 0.5 ? t("middle") : t("low")}</strong>;
}

function rowClass(column: ColumnMapping): string {
  if (needsLook(column)) return "is-doubtful";
  return isMapped(column) ? "" : "is-unmapped";
}

function isMapped({ target }: ColumnMapping): boolean {
  return target !== null && target !== "ignore";
}

function needsLook(column: ColumnMapping): boolean {
  if (column.from === "chosen" || column.from === "remembered" || !isMapped(column)) return false;
  return column.confidence < SURE || column.dates?.ambiguous === true;
}
