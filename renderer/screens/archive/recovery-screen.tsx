import { Alert, Button } from "antd";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import { useLocation } from "wouter";
import { recoveryGroups } from "../../../shared/archive/keys.ts";
import { UNNAMED_HOSPITAL } from "../../../shared/forms/office-head.ts";
import { recoverySheet } from "../../../shared/forms/recovery-sheet.ts";
import { instant, type Instant } from "../../../shared/lib/instants.ts";
import { useDesk, useRecords } from "../../records/use-desk.tsx";
import { useToast } from "../../ui/ask.ts";
import { useTexts } from "../../ui/i18n.ts";
import { Page } from "../../ui/page.tsx";
import { PaperDesk } from "../papers/paper-desk.tsx";
import { archiveTexts } from "./archive-texts.ts";
import "./archive.css";

interface Drawn {
  readonly key: string;
  readonly recipient: string;
  readonly number: string;
  readonly fingerprint: string;
  readonly madeAt: Instant;
}

/** A new recovery key on its paper. It counts when somebody says that it was printed, and is never shown again. */
export function RecoveryScreen(): ReactNode {
  const t = useTexts(archiveTexts);
  const desk = useDesk();
  const toast = useToast();
  const [, go] = useLocation();
  const hospitals = useRecords("hospital");
  const [drawn, setDrawn] = useState<Drawn | undefined>();
  useEffect(() => {
    let isCurrent = true;
    const draw = async (): Promise<void> => {
      const { key, recipient } = await desk.archive.drawRecovery();
      const fingerprint = await desk.archive.fingerprint();
      // A number is drawn once, however often the screen is built.
      if (!isCurrent) return;
      const number = await desk.takeNumber("HF");
      setDrawn({ key, recipient, number, fingerprint, madeAt: instant(Date.now()) });
    };
    void draw();
    return () => {
      isCurrent = false;
    };
  }, [desk]);
  const papers = useMemo(
    () =>
      drawn === undefined || hospitals === undefined
        ? undefined
        : [
            recoverySheet({
              ...drawn,
              groups: recoveryGroups(drawn.key),
              desk: desk.id,
              hospital: hospitals[0]?.data ?? UNNAMED_HOSPITAL,
            }),
          ],
    [drawn, hospitals, desk],
  );
  if (drawn === undefined || papers === undefined) return null;
  const { number, recipient, madeAt } = drawn;
  const keep = async (): Promise<void> => {
    await desk.archive.keepRecovery({ number, recipient, madeAt });
    toast.done(t("keyKept", { number }));
    go("/settings");
  };
  return (
    <Page
      title={t("keyTitle", { number })}
      tools={
        <>
          <span className="sy-grow" />
          <Button onClick={() => go("/settings")}>{t("keyBack")}</Button>
          <Button type="primary" onClick={() => void keep()}>
            {t("keyPrinted")}
          </Button>
        </>
      }
    >
      <Alert type="warning" showIcon title={t("keyWarning")} className="sy-archive-alert" />
      <PaperDesk papers={papers} jobName={`归档恢复密钥_${number}`} />
    </Page>
  );
}
