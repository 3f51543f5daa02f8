import { useEffect, useState, type ReactNode } from "react";
import { registry, type RecordType } from "../../../shared/records/index.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { useUnsavedGuard } from "../../records/use-unsaved-guard.ts";
import { useConfirm } from "../../ui/ask.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { Page } from "../../ui/page.tsx";
import { CheckStep } from "./check-step.tsx";
import { ColumnsStep } from "./columns-step.tsx";
import { startImportEngine } from "./engine-client.ts";
import { FileStep } from "./file-step.tsx";
import { importTexts } from "./import-texts.ts";
import "./import.css";
import { ReportStep } from "./report-step.tsx";
import { SheetStep } from "./sheet-step.tsx";
import { StepBar } from "./step-bar.tsx";
import { useWizardState } from "./use-wizard-state.ts";
import { WizardButtons } from "./wizard-buttons.tsx";
import { isUnderWay, type Step } from "./wizard-state.ts";
import { importWizard, type Wizard } from "./wizard.ts";
import { WriteStep } from "./write-step.tsx";

const STEP_VIEWS: Readonly<Record<Step, (props: { readonly wizard: Wizard }) => ReactNode>> = {
  file: FileStep,
  sheet: SheetStep,
  columns: ColumnsStep,
  check: CheckStep,
  write: WriteStep,
  report: ReportStep,
};

/** An old spreadsheet becomes records, step by step: nothing is written before the user has seen the check. */
export function ImportScreen({ type = "incident" }: { readonly type?: RecordType | undefined }): ReactNode {
  return <ImportWizard key={type} first={type} />;
}

function ImportWizard({ first }: { readonly first: RecordType }): ReactNode {
  const t = useTexts(importTexts);
  const label = useLabel();
  const desk = useDesk();
  const [wizard] = useState(() =>
    importWizard(first, { desk, startEngine: startImportEngine, now: Date.now }),
  );
  const { step, type, ...rest } = useWizardState(wizard);
  const underWay = isUnderWay({ step, type, ...rest });
  useEffect(() => wizard.actions.close, [wizard]);
  useUnsavedGuard(underWay);
  const giveUp = useGiveUp(wizard, underWay);
  useWizardKeys(wizard, giveUp);
  const StepView = STEP_VIEWS[step];
  return (
    <Page title={t("title", { type: label(registry[type].label) })} tools={<StepBar step={step} />}>
      <div className="sy-import">
        <section className="sy-import-step sy-panel" aria-live="off">
          <StepView wizard={wizard} />
        </section>
        <WizardButtons wizard={wizard} giveUp={giveUp} />
      </div>
    </Page>
  );
}

/** Asks before work is thrown away; while records are being written it is the import that is cancelled. */
function useGiveUp(wizard: Wizard, underWay: boolean): () => void {
  const t = useTexts(importTexts);
  const confirm = useConfirm();
  return () => {
    if (!underWay) return;
    const question = { title: t("leaveTitle"), body: t("leaveBody"), yes: t("leaveYes"), no: t("leaveNo") };
    void confirm({ ...question, danger: true }).then((yes) => {
      if (!yes) return;
      if (wizard.getState().step === "write") wizard.actions.cancelWrite();
      else wizard.actions.restart();
    });
  };
}

/** Ctrl+Enter goes on, F9 checks, Esc gives up: unless a list or a dialog is open and wants the key itself. */
function useWizardKeys(wizard: Wizard, giveUp: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isElsewhere(event) || isPopupOpen()) return;
      const goesOn = (event.key === "Enter" && event.ctrlKey) || (event.key === "F9" && isCheckable(wizard));
      if (goesOn) wizard.actions.next();
      else if (event.key === "Escape") giveUp();
      else return;
      event.preventDefault();
      // Or the question would close on the very Esc that opened it.
      event.stopPropagation();
    };
    // Seen before an open list closes on the same Esc, which would then look like ours.
    document.addEventListener("keydown", onKey, { capture: true });
    return () => document.removeEventListener("keydown", onKey, { capture: true });
  });
}

function isCheckable(wizard: Wizard): boolean {
  return wizard.getState().step === "columns";
}

/** In the shell's own boxes, such as quick entry. */
function isElsewhere({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target !== document.body && target.closest(".sy-page") === null;
}

function isPopupOpen(): boolean {
  return document.querySelector(".ant-select-open, .ant-modal-wrap:not([style*='none'])") !== null;
}
