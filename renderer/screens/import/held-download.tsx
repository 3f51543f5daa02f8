import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { formatWall } from "../../../shared/lib/instants.ts";
import { desktop } from "../../desktop/index.ts";
import { useToast } from "../../ui/ask.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { failureText } from "./failure-texts.ts";
import { importTexts } from "./import-texts.ts";
import type { Wizard } from "./wizard.ts";

/** Gives the held rows back as a spreadsheet whose red column says why. */
export function HeldDownload({ wizard }: { readonly wizard: Wizard }): ReactNode {
  const t = useTexts(importTexts);
  const label = useLabel();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const download = async (): Promise<void> => {
    setBusy(true);
    const bytes = await wizard.actions.heldFile();
    setBusy(false);
    if (bytes === null) {
      toast.problem(label(failureText({ kind: "broken", detail: "" }).what));
      return;
    }
    const stamp = formatWall(Date.now()).replace(/\D/g, "");
    const suggestedName = `${t("heldFile")}_${stamp.slice(0, 8)}_${stamp.slice(8)}.xlsx`;
    const { saved, name } = await desktop().saveFile({ suggestedName, kind: "xlsx", bytes });
    if (saved) toast.done(t("heldSaved", { name: name ?? suggestedName }));
  };
  return (
    <Button onClick={() => void download()} loading={isBusy}>
      {t("downloadHeld")}
    </Button>
  );
}
