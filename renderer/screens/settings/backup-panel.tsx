import { Alert, Button, Space } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import { formatWall, instant } from "../../../shared/lib/instants.ts";
import { writeBackup } from "../../desktop/backup-file.ts";
import { desktop } from "../../desktop/index.ts";
import { askForPersistence } from "../../desktop/persistent-storage.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { useBackupMemory } from "../../state/backup-memory.ts";
import { useToast } from "../../ui/ask.ts";
import { useTexts } from "../../ui/i18n.ts";
import { backupTexts } from "./backup-texts.ts";

const REMIND_DAYS = 7;
const DAY_MS = 86_400_000;

/** In a browser: what it promises about the data, when it was last put into a file, and how to do so. */
export function BackupPanel(): ReactNode {
  const t = useTexts(backupTexts);
  const toast = useToast();
  const desk = useDesk();
  const { madeAt, name, made } = useBackupMemory();
  const [promise, setPromise] = useState<"kept" | "refused" | "cannotAsk" | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [now] = useState(() => Date.now());
  useEffect(() => {
    void askForPersistence().then(setPromise);
  }, []);
  // One that was made just now is later than when this panel was opened.
  const days = madeAt === undefined ? undefined : Math.floor(Math.max(0, now - Date.parse(madeAt)) / DAY_MS);
  const backUp = async (anew: boolean): Promise<void> => {
    setBusy(true);
    const at = instant(Date.now());
    try {
      const written = await writeBackup(`守约备份-${at.slice(0, 10)}.txt`, desk.backup.lines(), anew);
      if (written !== undefined) {
        made(at, written.name);
        toast.done(t(written.place === "download" ? "downloaded" : "made", { name: written.name }));
      }
    } catch {
      toast.problem(t("failed"));
    }
    setBusy(false);
  };
  const takeIn = async (): Promise<void> => {
    const [file] = await desktop().openFiles({ kind: "any", multiple: false });
    if (file === undefined) return;
    setBusy(true);
    const taken = await desk.backup.takeIn(new TextDecoder().decode(file.bytes));
    setBusy(false);
    if (!taken.ok) toast.problem(t(taken.failure.kind));
    else toast.done(taken.value === 0 ? t("nothing") : t("taken", { count: taken.value }));
  };
  return (
    <section className="sy-panel" aria-labelledby="settings-backup">
      <h2 id="settings-backup">{t("title")}</h2>
      <p className="sy-quiet">{t("help")}</p>
      {promise !== undefined && <p>{t(promise)}</p>}
      <p>
        {madeAt === undefined ? t("never") : t("last", { at: formatWall(madeAt), days: days ?? 0, name })}
      </p>
      {days !== undefined && days > REMIND_DAYS && (
        <p>
          <Alert type="warning" showIcon title={t("due", { days: REMIND_DAYS })} />
        </p>
      )}
      <Space wrap>
        <Button type="primary" loading={busy} onClick={() => void backUp(false)}>
          {t("make")}
        </Button>
        {"showSaveFilePicker" in window && (
          <Button disabled={busy} onClick={() => void backUp(true)}>
            {t("elsewhere")}
          </Button>
        )}
        <Button disabled={busy} onClick={() => void takeIn()}>
          {t("takeIn")}
        </Button>
      </Space>
    </section>
  );
}
