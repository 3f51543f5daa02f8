import { Button } from "antd";
import type { ReactNode } from "react";
import { newAddress } from "../../records/addresses.ts";
import { useTexts } from "../../ui/i18n.ts";
import { SIGN_ADDRESS } from "../contracts/sign/sign-address.ts";
import { homeTexts } from "./home-texts.ts";

/** What to do in an office that has nothing in here yet. */
export function FirstSteps(): ReactNode {
  const t = useTexts(homeTexts);
  return (
    <section className="sy-panel sy-first" aria-labelledby="start-title">
      <h2 id="start-title">{t("start")}</h2>
      <p className="sy-quiet">{t("startHelp")}</p>
      <ol>
        <li>
          <strong>{t("stepVendor")}</strong>
          <p className="sy-quiet">{t("stepVendorHelp")}</p>
          <Button href={`#${newAddress("vendor")}`}>{t("toVendors")}</Button>{" "}
          <Button href={`#${SIGN_ADDRESS}`}>{t("toSign")}</Button>{" "}
          <Button href={`#${newAddress("contract")}`}>{t("toContracts")}</Button>
        </li>
        <li>
          <strong>{t("stepImport")}</strong>
          <p className="sy-quiet">{t("stepImportHelp")}</p>
          <Button type="primary" href="#/import/incident">
            {t("toImport")}
          </Button>
        </li>
        <li>
          <strong>{t("stepReport")}</strong>
          <p className="sy-quiet">{t("stepReportHelp")}</p>
          <Button href="#/report">{t("toReport")}</Button>
        </li>
      </ol>
    </section>
  );
}
