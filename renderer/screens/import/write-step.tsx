import { Button, Progress } from "antd";
import type { ReactNode } from "react";
import { useTexts } from "../../ui/i18n.ts";
import { thousands } from "./count-blocks.tsx";
import { importTexts } from "./import-texts.ts";
import { useWizardState } from "./use-wizard-state.ts";
import type { Wizard } from "./wizard.ts";

/** Step 5: the batch is handed over, out of sight until it is committed. */
export function WriteStep({ wizard }: { readonly wizard: Wizard }): ReactNode {
  const t = useTexts(importTexts);
  const { written, verdict, fileName } = useWizardState(wizard);
  if (written === null || verdict === null) return null;
  const { records, sinceMs, nowMs, committing } = written;
  const seconds = Math.max((nowMs - sinceMs) / 1000, 0.001);
  const rate = records / seconds;
  const left = rate > 0 ? Math.ceil((verdict.records - records) / rate) : 0;
  return (
    <div className="sy-import-busy">
      <h2>{fileName}</h2>
      <Progress
        percent={Math.floor((records / Math.max(verdict.records, 1)) * 100)}
        aria-label={t("stepWrite")}
        status="active"
      />
      <p>
        {committing
          ? t("finishing")
          : t("writing", { done: thousands(records), all: thousands(verdict.records) })}
        {records > 0 && !committing && (
          <> · {t("speed", { rate: thousands(Math.round(rate)), seconds: left })}</>
        )}
      </p>
      <p className="sy-quiet">{t("untilDone")}</p>
      <Button danger onClick={wizard.actions.cancelWrite} disabled={committing}>
        {t("cancelImport")}
      </Button>
    </div>
  );
}
