import { Button } from "antd";
import type { ReactNode } from "react";
import { useTexts } from "../../ui/i18n.ts";
import { importTexts } from "./import-texts.ts";
import { useWizardState } from "./use-wizard-state.ts";
import { canGoBack, canGoOn } from "./wizard-state.ts";
import type { Wizard } from "./wizard.ts";

interface WizardButtonsProps {
  readonly wizard: Wizard;
  readonly giveUp: () => void;
}

/** Back, discard and on: in the same place in every step. */
export function WizardButtons({ wizard, giveUp }: WizardButtonsProps): ReactNode {
  const t = useTexts(importTexts);
  const state = useWizardState(wizard);
  const { step, fileName, busy } = state;
  if (step === "file" || step === "write" || step === "report") return null;
  const goOn = step === "check" ? t("startImport") : t("next");
  return (
    <footer className="sy-import-buttons">
      <span className="sy-quiet sy-import-file">{fileName}</span>
      <Button onClick={giveUp}>{t("giveUp")}</Button>
      <Button onClick={wizard.actions.back} disabled={!canGoBack(state)}>
        {t("back")}
      </Button>
      <Button
        type="primary"
        onClick={wizard.actions.next}
        disabled={!canGoOn(state)}
        loading={busy !== null}
        title="Ctrl+Enter"
      >
        {goOn}
      </Button>
    </footer>
  );
}
