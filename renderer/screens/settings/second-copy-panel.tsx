import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { failureCodeOf } from "../../../shared/desktop/failure.ts";
import { desktop } from "../../desktop/index.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { useSecondCopy } from "../../state/second-copy.ts";
import { useToast } from "../../ui/ask.ts";
import { useTexts } from "../../ui/i18n.ts";
import { secondCopyTexts, whyKey } from "../../ui/second-copy-texts.ts";

/** How the copy outside the browser's storage stands, and a way to have every byte of it read. */
export function SecondCopyPanel(): ReactNode {
  const t = useTexts(secondCopyTexts);
  const toast = useToast();
  const desk = useDesk();
  const { state, failure } = useSecondCopy();
  const [checking, setChecking] = useState(false);
  if (state === "none") return null;
  const verify = async (): Promise<void> => {
    setChecking(true);
    try {
      const { damaged } = await desktop().journalVerify({});
      if (damaged.length === 0) toast.done(t("verified"));
      else {
        toast.problem(t("verifyFound", { count: damaged.length }));
        desk.mendSecondCopy?.();
      }
    } catch (error) {
      toast.problem(t("verifyFailed", { why: t(whyKey(failureCodeOf(error))) }));
    }
    setChecking(false);
  };
  return (
    <section className="sy-panel" aria-labelledby="settings-second-copy">
      <h2 id="settings-second-copy">{t("panel")}</h2>
      <p role="status">
        <strong>{t(state)}</strong>
        {state === "behind" && ` ${t("behindHelp", { why: t(whyKey(failure)) })}`}
      </p>
      <p className="sy-quiet">{t("panelHelp")}</p>
      <Button loading={checking} onClick={() => void verify()}>
        {t("verify")}
      </Button>
    </section>
  );
}
