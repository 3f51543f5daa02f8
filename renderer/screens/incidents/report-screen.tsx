import type { ReactNode } from "react";
import { useTexts } from "../../ui/i18n.ts";
import { Page } from "../../ui/page.tsx";
import { useReportDraft } from "./report-draft.ts";
import { ReportForm } from "./report-form.tsx";
import { reportTexts } from "./report-texts.ts";
import "./incidents.css";

/** The form for a new fault, filled with what the quick entry line said, if it was that. */
export function ReportScreen(): ReactNode {
  const t = useTexts(reportTexts);
  const entry = useReportDraft((state) => state.entry);
  const printedNumber = useReportDraft((state) => state.printedNumber);
  const serial = useReportDraft((state) => state.serial);
  return (
    <Page title={t("title")} flowing>
      <ReportForm key={serial} entry={entry} printedNumber={printedNumber} />
    </Page>
  );
}
