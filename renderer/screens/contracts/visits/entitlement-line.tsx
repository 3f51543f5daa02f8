import { CaretDownOutlined, CaretRightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import { useTexts } from "../../../ui/i18n.ts";
import type { ContractFile } from "../contract-file.ts";
import { balanceText } from "./balance-text.ts";
import { forecastText } from "./forecast.ts";
import { LedgerLines } from "./ledger-lines.tsx";
import type { Balance } from "../../../../shared/rules/entitlements/balance.ts";
import { nextVisitFee } from "../../../../shared/rules/fees/visit-fee.ts";
import type { VisitAct } from "./visit-dialogs.tsx";
import type { StandingEntitlement } from "./standing-entitlements.ts";
import { visitsTexts } from "./visits-texts.ts";

interface EntitlementLineProps {
  readonly one: StandingEntitlement;
  readonly file: ContractFile;
  readonly today: CalendarDate;
  readonly onAct: (act: VisitAct) => void;
  readonly onQuote: () => void;
}

const VISITS: readonly string[] = ["scheduledVisit", "emergencyVisit", "trainee", "residentDay", "other"];

/** One entitlement: what is left as a bar and in words, what is foreseen, its ledger when opened. */
export function EntitlementLine({ one, file, today, onAct, onQuote }: EntitlementLineProps): ReactNode {
  const t = useTexts(visitsTexts);
  const [open, setOpen] = useState(false);
  const { entitlement, balance } = one;
  const { data } = entitlement;
  const isVisit = VISITS.includes(data.kind);
  const nextFen = nextVisitFee(
    file.contract.data,
    file.agreements.map((agreement) => agreement.data),
  );
  const forecast = isVisit ? forecastText(balance, nextFen, today, t) : undefined;
  const isSpent = balance.left !== undefined && balance.left < 1 && balance.period !== undefined;
  return (
    <div className="sy-entitlement">
      <div className="sy-entitlement-line">
        <Button
          type="text"
          size="small"
          aria-expanded={open}
          aria-label={t(open ? "shut" : "open", { name: data.name })}
          icon={open ? <CaretDownOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />}
          onClick={() => setOpen(!open)}
        />
        <div>
          <strong>{data.name}</strong> <span className="sy-quiet">{data.clauseNumber}</span>
          <div className="sy-quiet">{periodText(one, t)}</div>
        </div>
        <div>
          <Bar balance={balance} />
          <div>
            {balanceText(balance, t)}
            {forecast !== undefined && (
              <span className={isSpent ? "sy-clock is-warning" : "sy-quiet"}> · {forecast}</span>
            )}
          </div>
        </div>
        <div className="sy-contract-buttons is-end">
          {isVisit && isSpent && (
            <Button size="small" onClick={onQuote}>
              {t("quote")}…
            </Button>
          )}
          {isVisit && (
            <Button
              size="small"
              disabled={balance.period === undefined}
              onClick={() => onAct({ verb: "order", one })}
            >
              {t("order")}…
            </Button>
          )}
        </div>
      </div>
      {open && data.granted !== undefined && (
        <div className="sy-ledger-tools">
          <Button size="small" onClick={() => onAct({ verb: "grant", one })}>
            {t("grant")}…
          </Button>
        </div>
      )}
      {open && (
        <LedgerLines
          entitlement={entitlement}
          entries={file.entries.filter((entry) => entry.data.entitlementId === entitlement.id)}
          visits={file.visits}
          onReverse={(entry) => onAct({ verb: "reverse", entry })}
        />
      )}
    </div>
  );
}

type Words = ReturnType<typeof useTexts<keyof typeof visitsTexts.keys>>;

/** The period that runs, or what the entitlement waits for. */
function periodText({ balance: { period }, right }: StandingEntitlement, t: Words): string {
  if (period !== undefined) {
    const { startDate: from, endDate: to } = period;
    return to === undefined ? t("forLife", { from }) : t("period", { from, to });
  }
  switch (right.kind) {
    case "notStarted":
      return t(right.why, { count: "moduleIds" in right ? right.moduleIds.length : 0 });
    case "ahead":
      return t("beginsOn", { date: right.startDate });
    case "ended":
      return t("endedOn", { date: right.endDate });
    case "running":
    case "never":
      return t("notNow");
  }
}

/** For the eye only: the words beside it say the same. */
function Bar({ balance: { granted, carried, used, reserved } }: { readonly balance: Balance }): ReactNode {
  if (granted === undefined) return null;
  const total = Math.max(granted + carried, used + reserved, 1);
  return (
    <div className="sy-entitlement-bar" aria-hidden>
      <span className="is-used" style={{ width: `${(used / total) * 100}%` }} />
      <span className="is-reserved" style={{ width: `${(reserved / total) * 100}%` }} />
    </div>
  );
}
