import { QuestionCircleOutlined } from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import type { ReactNode } from "react";
import { useRecords } from "../records/use-desk.tsx";
import { QuickEntry } from "../screens/incidents/quick-entry.tsx";
import { PersonMenu } from "../screens/people/person-menu.tsx";
import { usePreferences } from "../state/preferences.ts";
import { useLanguage, useTexts } from "../ui/i18n.ts";
import { appTexts } from "./app-texts.ts";
import { SecondCopyBadge } from "./second-copy-badge.tsx";
import { SyncBadge } from "./sync-badge.tsx";
import { UndoButtons } from "./undo-buttons.tsx";

export function TopBar({ onHelp }: { readonly onHelp: () => void }): ReactNode {
  const t = useTexts(appTexts);
  const language = useLanguage();
  const setLanguage = usePreferences((state) => state.setLanguage);
  const hospital = useRecords("hospital")?.[0]?.data;
  return (
    <header className="sy-top">
      <span className="sy-top-name" title={hospital?.name}>
        {hospital?.name ?? t("noHospital")}
        {hospital?.office !== undefined && <span className="sy-quiet"> {hospital.office}</span>}
      </span>
      {hospital?.dutyPhone !== undefined && (
        <span className="sy-top-duty">
          {t("dutyPhone")} <strong>{hospital.dutyPhone}</strong>
        </span>
      )}
      <div className="sy-top-entry">
        <QuickEntry />
      </div>
      <UndoButtons />
      <SecondCopyBadge />
      <SyncBadge />
      <PersonMenu />
      <Tooltip title={t("help")}>
        <Button
          type="text"
          icon={<QuestionCircleOutlined aria-hidden />}
          aria-label={t("help")}
          onClick={onHelp}
        />
      </Tooltip>
      <Tooltip title={t("languageHelp")}>
        <Button
          type="text"
          lang={language === "zh" ? "en" : "zh-CN"}
          onClick={() => setLanguage(language === "zh" ? "en" : "zh")}
        >
          {t("language")}
        </Button>
      </Tooltip>
    </header>
  );
}
