import { Button, Spin } from "antd";
import type { ReactNode } from "react";
import { useTexts } from "../../ui/i18n.ts";
import { importTexts } from "./import-texts.ts";
import { useWizardState } from "./use-wizard-state.ts";
import type { Wizard } from "./wizard.ts";

/** While the worker reads; it can be stopped at any moment. */
export function ReadingNote({ wizard }: { readonly wizard: Wizard }): ReactNode {
  const t = useTexts(importTexts);
  const { fileName } = useWizardState(wizard);
  return (
    <div className="sy-import-busy" role="status">
      <Spin />
      <span>{t("reading", { name: fileName })}</span>
      <Button onClick={wizard.actions.restart}>{t("stopReading")}</Button>
    </div>
  );
}
