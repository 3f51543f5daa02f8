import { CheckCircleFilled, ExclamationCircleFilled } from "@ant-design/icons";
import type { ReactNode } from "react";
import type { CalendarDate } from "../../../shared/lib/dates.ts";
import { restoreProofs } from "../../../shared/rules/obligations/restore-proof.ts";
import { newAddress, recordAddress } from "../../records/addresses.ts";
import { useRecords } from "../../records/use-desk.tsx";
import { useTexts } from "../../ui/i18n.ts";
import { homeTexts } from "./home-texts.ts";

/** A restore older than this proves little. */
const OLD_DAYS = 90;
const MOST = 5;

/** Days since each backup last proved that it restores, the oldest first. */
export function RestoreProofs({ today }: { readonly today: CalendarDate }): ReactNode {
  const t = useTexts(homeTexts);
  const plans = useRecords("backupPlan");
  const checks = useRecords("backupCheck");
  if (plans === undefined || checks === undefined) return null;
  const proofs = restoreProofs(plans, checks, today);
  const isOld = (days: number | undefined): boolean => days === undefined || days > OLD_DAYS;
  const shown = proofs.slice(0, Math.max(MOST, proofs.filter(({ days }) => isOld(days)).length));
  return (
    <section className="sy-panel" aria-labelledby="restores-title">
      <h2 id="restores-title">{t("restores")}</h2>
      {proofs.length === 0 && (
        <p className="sy-quiet">
          {t("noPlans")} <a href={`#${newAddress("backupPlan")}`}>{t("newPlan")}</a>
        </p>
      )}
      <ul className="sy-home-list">
        {shown.map(({ plan, days }) => (
          <li key={plan.id} className="sy-home-line">
            <a href={`#${recordAddress("backupPlan", plan.id)}`}>{plan.data.name}</a>
            <span className={`sy-clock ${isOld(days) ? "is-warning" : "is-ok"}`}>
              {isOld(days) ? <ExclamationCircleFilled aria-hidden /> : <CheckCircleFilled aria-hidden />}{" "}
              {days === undefined
                ? t("never")
                : days === 0
                  ? t("provenToday")
                  : `${t("daysSince", { days })}${days > OLD_DAYS ? `，${t("restoreOld")}` : ""}`}
            </span>
          </li>
        ))}
      </ul>
      {proofs.length > shown.length && (
        <p className="sy-quiet">{t("morePlans", { count: proofs.length - shown.length })}</p>
      )}
    </section>
  );
}
