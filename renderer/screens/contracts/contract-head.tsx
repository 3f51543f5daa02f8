import type { ReactNode } from "react";
import { daysBetween, type CalendarDate } from "../../../shared/lib/dates.ts";
import { contract as definition } from "../../../shared/records/contract.ts";
import { recordAddress } from "../../records/addresses.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { yuanText } from "../../ui/money.ts";
import type { ContractFile } from "./contract-file.ts";
import { contractTexts } from "./contract-texts.ts";
import { HeadTools } from "./head-tools.tsx";
import type { Standing } from "./standing.ts";
import { TabBar, type Mark } from "./tab-bar.tsx";
import type { ContractTab } from "./tabs.ts";

interface ContractHeadProps {
  readonly file: ContractFile;
  readonly standing: Standing;
  readonly today: CalendarDate;
  readonly tab: ContractTab;
  readonly marks: Readonly<Partial<Record<ContractTab, Mark>>>;
  readonly onTab: (tab: ContractTab) => void;
}

/** What one asks first of a contract, in sight on every tab: whose, which level, until when, how much. */
export function ContractHead({ file, standing, today, tab, marks, onTab }: ContractHeadProps): ReactNode {
  const t = useTexts(contractTexts);
  const label = useLabel();
  const { data } = file.contract;
  const { kind, level } = definition.fields;
  const amountFen = standing.term.amountFen ?? data.amountFen;
  return (
    <header className="sy-contract-head">
      <div className="sy-contract-title">
        <a href="#/records/contract">{t("back")}</a>
        <h1>{data.title}</h1>
        <span className={`sy-tag ${STANDING_TONES[standing.kind]}`}>{t(standing.kind)}</span>
        {data.level !== undefined && (
          <span className="sy-tag is-active">{label(choiceOf(level.choices, data.level))}</span>
        )}
        {data.kind !== undefined && (
          <span className="sy-tag">{label(choiceOf(kind.choices, data.kind))}</span>
        )}
        {(data.bestEffort === true || data.kind === "perVisit") && (
          <span className="sy-tag is-waiting">{t("bestEffort")}</span>
        )}
        <span className="sy-grow" />
        <HeadTools contract={file.contract} />
      </div>
      <div className="sy-contract-line">
        {data.number !== undefined && <span className="sy-contract-number">{data.number}</span>}
        {file.vendor === undefined ? (
          <span className="sy-quiet">{t("noVendor")}</span>
        ) : (
          <a href={`#${recordAddress("vendor", file.vendor.id)}`}>{file.vendor.data.name}</a>
        )}
        <span>{t("dates", { from: standing.term.startDate, to: standing.term.endDate })}</span>
        <Left standing={standing} />
        {amountFen !== undefined && <span>{t("amount", { amount: yuanText(amountFen) })}</span>}
        <Notice standing={standing} today={today} />
      </div>
      <TabBar current={tab} marks={marks} onChange={onTab} />
    </header>
  );
}

const STANDING_TONES: Readonly<Record<Standing["kind"], string>> = {
  inForce: "is-done",
  future: "is-active",
  gap: "is-waiting",
  ended: "is-closed",
  terminated: "is-closed",
};

/** Days within which the end of a contract is worth a colour. */
const SOON_DAYS = 60;

function Left({ standing }: { readonly standing: Standing }): ReactNode {
  const t = useTexts(contractTexts);
  switch (standing.kind) {
    case "inForce": {
      const { daysLeft, untilDate, term } = standing;
      const words = daysLeft === 0 ? t("lastDay") : t("daysLeft", { days: daysLeft });
      return (
        <span className={daysLeft <= SOON_DAYS ? "sy-clock is-warning" : "sy-clock"}>
          {words}
          {untilDate !== term.endDate && `（${t("until", { date: untilDate })}）`}
        </span>
      );
    }
    case "future":
    case "gap":
      return <span className="sy-clock is-warning">{t("daysAway", { days: standing.daysAway })}</span>;
    case "ended":
    case "terminated":
      return <span className="sy-quiet">{t("endedOn", { date: standing.term.endDate })}</span>;
  }
}

/** Only while there is still something to renew: once a further term follows, the notice is history. */
function Notice({
  standing,
  today,
}: {
  readonly standing: Standing;
  readonly today: CalendarDate;
}): ReactNode {
  const t = useTexts(contractTexts);
  if (standing.kind !== "inForce" || standing.untilDate !== standing.term.endDate) return null;
  const date = standing.term.noticeDate;
  if (date === undefined) return null;
  if (date >= today) return <span>{t("noticeBy", { date })}</span>;
  return (
    <span className="sy-clock is-danger">{t("noticeMissed", { date, days: daysBetween(date, today) })}</span>
  );
}

function choiceOf(
  choices: Readonly<Record<string, { zh: string; en: string }>> | undefined,
  code: string,
): { zh: string; en: string } {
  return choices?.[code] ?? { zh: code, en: code };
}
