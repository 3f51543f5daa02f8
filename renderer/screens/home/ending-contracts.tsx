import { Tag } from "antd";
import type { ReactNode } from "react";
import type { CalendarDate } from "../../../shared/lib/dates.ts";
import type { Stored } from "../../../shared/records/index.ts";
import { contractsEnding } from "../../../shared/rules/obligations/contracts-ending.ts";
import { recordAddress } from "../../records/addresses.ts";
import { useTexts } from "../../ui/i18n.ts";
import { homeTexts } from "./home-texts.ts";

interface EndingContractsProps {
  readonly contracts: readonly Stored<"contract">[];
  readonly terms: readonly Stored<"term">[];
  readonly today: CalendarDate;
}

export function EndingContracts({ contracts, terms, today }: EndingContractsProps): ReactNode {
  const t = useTexts(homeTexts);
  const ending = contractsEnding(contracts, terms, today);
  return (
    <section className="sy-panel" aria-labelledby="contracts-title">
      <h2 id="contracts-title">{t("contracts")}</h2>
      {ending.length === 0 && <p className="sy-quiet">{t("noContracts")}</p>}
      <ul className="sy-home-list">
        {ending.map(({ contract: { id, data }, term, daysLeft, within, noticeMissed, renewed }) => (
          <li key={id}>
            <div className="sy-home-line">
              <a href={`#${recordAddress("contract", id)}`}>{data.title}</a>
              <span className={within === 30 && !renewed ? "sy-clock is-warning" : ""}>
                {daysLeft === 0 ? t("lastDay") : t("daysLeft", { days: daysLeft })}
              </span>
            </div>
            <div className="sy-home-line sy-quiet">
              <span>
                {t("ends", { date: term.endDate })}
                {term.noticeDate !== undefined &&
                  !renewed &&
                  !noticeMissed &&
                  ` · ${t("noticeBy", { date: term.noticeDate })}`}
              </span>
              <Tag className={`sy-tag ${renewed ? "is-done" : within <= 60 ? "is-waiting" : "is-closed"}`}>
                {renewed ? t("renewed") : t("within", { days: within })}
              </Tag>
            </div>
            {noticeMissed && term.noticeDate !== undefined && (
              <div className="sy-problem">{t("noticeMissed", { date: term.noticeDate })}</div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
