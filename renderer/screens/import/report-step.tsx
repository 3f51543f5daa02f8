import { Alert, Button } from "antd";
import type { ReactNode } from "react";
import { registry } from "../../../shared/records/index.ts";
import { listAddress } from "../../records/addresses.ts";
import { useConfirm } from "../../ui/ask.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { CountBlocks, thousands } from "./count-blocks.tsx";
import { FailureNote } from "./failure-note.tsx";
import { HeldDownload } from "./held-download.tsx";
import { importTexts } from "./import-texts.ts";
import type { ImportReport } from "./run-import.ts";
import { useWizardState } from "./use-wizard-state.ts";
import type { Wizard } from "./wizard.ts";

/** Step 6: what was written, what was not, the way to see it, and the way to take it all back. */
export function ReportStep({ wizard }: { readonly wizard: Wizard }): ReactNode {
  const t = useTexts(importTexts);
  const label = useLabel();
  const confirm = useConfirm();
  const { report, fileName, undone, failure, type } = useWizardState(wizard);
  if (report === null) return null;
  const { rows, duplicates, held } = report;
  const seconds = Math.max(report.tookMs / 1000, 0.1);
  const name = label(registry[type].label);
  const undo = async (): Promise<void> => {
    const question = { title: t("undoSure"), body: t("undoBody", { records: thousands(report.records) }) };
    const yes = await confirm({ ...question, yes: t("undoImport"), no: t("leaveNo"), danger: true });
    if (yes) wizard.actions.undo();
  };
  return (
    <div className="sy-import-report">
      <FailureNote failure={failure} />
      <h2>{undone ? t("undone") : `${t("doneTitle")}：${fileName}`}</h2>
      <CountBlocks
        counts={[
          { label: t("rows"), count: rows },
          { label: t("imported"), count: rows - duplicates - held, sign: "=" },
          { label: t("duplicates"), count: duplicates, sign: "+" },
          { label: t("held"), count: held, sign: "+", isBad: held > 0 },
        ]}
      />
      <ul>
        <li>
          {t("recordsWritten", { type: name })}：{thousands(report.records)}
        </li>
        {report.events > 0 && (
          <li>
            {t("eventsWritten")}：{thousands(report.events)}
          </li>
        )}
        <Created report={report} />
        <li>{t("doneIn", { seconds: seconds.toFixed(1), rate: thousands(Math.round(rows / seconds)) })}</li>
      </ul>
      {held > 0 && (
        <Alert type="warning" showIcon title={t("heldAdvice")} action={<HeldDownload wizard={wizard} />} />
      )}
      <div className="sy-import-report-buttons">
        <Button type="primary" href={`#${listAddress(type)}`}>
          {t("showList")}
        </Button>
        <Button onClick={wizard.actions.restart}>{t("another")}</Button>
        <Button danger disabled={undone} onClick={() => void undo()}>
          {t("undoImport")}
        </Button>
      </div>
    </div>
  );
}

function Created({ report: { created } }: { readonly report: ImportReport }): ReactNode {
  const t = useTexts(importTexts);
  const label = useLabel();
  return [...new Set(created.map(({ type }) => type))].map((type) => (
    <li key={type}>
      {t("created", { type: label(registry[type].label) })}：
      {created.filter((name) => name.type === type).length}
    </li>
  ));
}
