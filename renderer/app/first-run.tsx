import { DEFAULT_NUMBER_PREFIX } from "../../shared/records/hospital.ts";
import { Button, Input } from "antd";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { RecordForm } from "../records/record-form.tsx";
import { useDesk, useRecords } from "../records/use-desk.tsx";
import { defineTexts, useTexts } from "../ui/i18n.ts";

const TakeInDialog = lazy(async () => ({
  default: (await import("../screens/archive/take-in-dialog.tsx")).TakeInDialog,
}));

const texts = defineTexts("first-run", {
  title: { zh: "先认识一下", en: "First, who are you?" },
  intro: {
    zh: "这些内容会印在每一张报修单的抬头上，以后可以在“设置”里修改。不需要联网。",
    en: "This stands at the head of every paper. It can be changed under Settings. No network is needed.",
  },
  author: { zh: "您的姓名", en: "Your name" },
  authorHelp: { zh: "记在您所做的每一次修改上", en: "Written beside every change you make" },
  start: { zh: "开始使用", en: "Start" },
  later: { zh: "以后再填", en: "Later" },
  restore: { zh: "从归档恢复…", en: "Restore from an archive…" },
  restoreTitle: { zh: "从归档恢复", en: "Restore from an archive" },
});

const ASKED = ["name", "office", "dutyPhone", "phone", "fax", "numberPrefix"];

/** Asks once who the office is; papers and numbers begin with it. Everything else waits. */
export function FirstRunGate({ children }: { readonly children: ReactNode }): ReactNode {
  const hospitals = useRecords("hospital");
  const [later, setLater] = useState(false);
  const [restoring, setRestoring] = useState(false);
  if (hospitals === undefined) return null;
  // The hospital is among the first that a restore brings: what goes on in the dialog is not cut off by it.
  if ((hospitals.length > 0 || later) && !restoring) return children;
  return <FirstRun onLater={() => setLater(true)} restoring={restoring} onRestoring={setRestoring} />;
}

function FirstRun(props: {
  readonly onLater: () => void;
  readonly restoring: boolean;
  readonly onRestoring: (restoring: boolean) => void;
}): ReactNode {
  const { onLater, restoring, onRestoring } = props;
  const t = useTexts(texts);
  const desk = useDesk();
  const [author, setAuthor] = useState("");
  return (
    <main className="sy-setup">
      <div>
        <h1>{t("title")}</h1>
        <p className="sy-quiet">{t("intro")}</p>
        <div className="sy-panel sy-setup-author">
          <label htmlFor="setup-author">{t("author")}</label>
          <Input
            id="setup-author"
            value={author}
            maxLength={50}
            autoComplete="off"
            onChange={(event) => setAuthor(event.target.value)}
            onBlur={() => void desk.setAuthor(author.trim())}
          />
          <span className="sy-hint">{t("authorHelp")}</span>
        </div>
        <RecordForm
          type="hospital"
          preset={{ numberPrefix: DEFAULT_NUMBER_PREFIX }}
          only={ASKED}
          saveLabel={t("start")}
          onSaved={() => undefined}
        />
        <p>
          <Button type="link" onClick={onLater}>
            {t("later")}
          </Button>
          {window.isSecureContext && (
            <Button type="link" onClick={() => onRestoring(true)}>
              {t("restore")}
            </Button>
          )}
        </p>
      </div>
      {restoring && (
        <Suspense fallback={null}>
          <TakeInDialog title={t("restoreTitle")} onClose={() => onRestoring(false)} />
        </Suspense>
      )}
    </main>
  );
}
