import { Alert, Button, Space } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import { useLocation } from "wouter";
import { formatWall } from "../../../shared/lib/instants.ts";
import type { RecoveryPaper } from "../../db/archive.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { useTexts } from "../../ui/i18n.ts";
import { archiveTexts } from "./archive-texts.ts";
import { MakeDialog } from "./make-dialog.tsx";
import { TakeInDialog } from "./take-in-dialog.tsx";
import "./archive.css";

/** Everything as one encrypted file, the paper that opens it when the passphrase is forgotten, and the way back. */
export function ArchivePanel(): ReactNode {
  const t = useTexts(archiveTexts);
  const { archive } = useDesk();
  const [, go] = useLocation();
  const [known, setKnown] = useState<
    { recovery: RecoveryPaper | undefined; fingerprint: string } | undefined
  >();
  const [open, setOpen] = useState<"make" | "restore" | undefined>();
  useEffect(() => {
    if (!window.isSecureContext) return;
    void Promise.all([archive.recovery(), archive.fingerprint()]).then(([recovery, fingerprint]) =>
      setKnown({ recovery, fingerprint }),
    );
  }, [archive]);
  const close = (): void => setOpen(undefined);
  return (
    <section className="sy-panel" aria-labelledby="settings-archive">
      <h2 id="settings-archive">{t("title")}</h2>
      <p className="sy-quiet">{t("help")}</p>
      {!window.isSecureContext && <Alert type="warning" showIcon title={t("insecure")} />}
      {known !== undefined && (
        <>
          {known.recovery === undefined ? (
            <Alert type="warning" showIcon title={t("recoveryNone")} className="sy-archive-alert" />
          ) : (
            <p>
              {t("recoveryKnown", { number: known.recovery.number, at: formatWall(known.recovery.madeAt) })}
            </p>
          )}
          <p>
            {t("fingerprint")}：<code>{known.fingerprint}</code>
          </p>
          <Space wrap>
            <Button type="primary" onClick={() => setOpen("make")}>
              {t("archive")}
            </Button>
            <Button onClick={() => setOpen("restore")}>{t("restore")}</Button>
            <Button onClick={() => go("/settings/recovery")}>
              {t(known.recovery === undefined ? "printKey" : "anotherKey")}
            </Button>
          </Space>
        </>
      )}
      {open === "make" && <MakeDialog making="archive" onClose={close} />}
      {open === "restore" && <TakeInDialog title={t("restoreTitle")} onClose={close} />}
    </section>
  );
}
