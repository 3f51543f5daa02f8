import { DEFAULT_NUMBER_PREFIX } from "../../../shared/records/hospital.ts";
import type { ReactNode } from "react";
import { useRecords } from "../../records/use-desk.tsx";
import { useSecondCopy } from "../../state/second-copy.ts";
import { useTexts } from "../../ui/i18n.ts";
import { Page } from "../../ui/page.tsx";
import { CheckedForm } from "../registers/record-screens.tsx";
import { PeopleLink } from "../people/people-link.tsx";
import { ArchivePanel } from "../archive/archive-panel.tsx";
import { FerryPanel } from "../archive/ferry-panel.tsx";
import { AboutPanel } from "./about-panel.tsx";
import { AuthorPanel } from "./author-panel.tsx";
import { BackupPanel } from "./backup-panel.tsx";
import { ServicePanel } from "./service-panel.tsx";
import { SecondCopyPanel } from "./second-copy-panel.tsx";
import { settingsTexts } from "./settings-texts.ts";
import "./settings.css";

/** What is asked once: the office's own facts, who writes here, where the data lies and how to keep it safe. */
export function SettingsScreen(): ReactNode {
  const t = useTexts(settingsTexts);
  const secondCopy = useSecondCopy(({ state }) => state);
  const hospitals = useRecords("hospital");
  return (
    <Page title={t("title")} flowing>
      <div className="sy-settings">
        <section aria-labelledby="settings-hospital">
          <h2 id="settings-hospital">{t("hospital")}</h2>
          <p className="sy-quiet">{t("hospitalHelp")}</p>
          {hospitals !== undefined && (
            <CheckedForm
              key={hospitals[0]?.id ?? "new"}
              type="hospital"
              record={hospitals[0]}
              preset={{ numberPrefix: DEFAULT_NUMBER_PREFIX }}
              onSaved={() => undefined}
            />
          )}
        </section>
        <AuthorPanel />
        {secondCopy !== "none" && <ServicePanel />}
        <PeopleLink />
        {secondCopy === "none" ? <BackupPanel /> : <SecondCopyPanel />}
        <ArchivePanel />
        <FerryPanel />
        <AboutPanel />
      </div>
    </Page>
  );
}
