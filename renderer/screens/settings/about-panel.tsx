import { useEffect, useState, type ReactNode } from "react";
import type { Output } from "../../../shared/desktop/contract.ts";
import { desktop } from "../../desktop/index.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { useTexts } from "../../ui/i18n.ts";
import { settingsTexts } from "./settings-texts.ts";

/** Where the data lies, how to keep it safe, and which program this is. */
export function AboutPanel(): ReactNode {
  const t = useTexts(settingsTexts);
  const desk = useDesk();
  const [info, setInfo] = useState<Output<"appInfo"> | undefined>(undefined);
  useEffect(() => {
    void desktop().appInfo({}).then(setInfo);
  }, []);
  if (info === undefined) return null;
  return (
    <>
      <section className="sy-panel" aria-labelledby="settings-data">
        <h2 id="settings-data">{t("data")}</h2>
        <p>
          {t("dataAt")}：<code>{info.dataAt}</code>
        </p>
        <p>
          {t("desk")}：<code>{desk.id}</code>
        </p>
        <p>{t(info.edition === "desktop" ? "backupDesktop" : "backupBrowser")}</p>
      </section>
      <section className="sy-panel" aria-labelledby="settings-about">
        <h2 id="settings-about">{t("about")}</h2>
        <p>
          守约 Shouyue · {t("version")} {info.version} · {t(info.edition)} · {t("platform")} {info.platform}
        </p>
        <p className="sy-quiet">{t("privacy")}</p>
      </section>
    </>
  );
}
