import { Select } from "antd";
import { useState, type ReactNode } from "react";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import type { Contract, Stored } from "../../../../shared/records/index.ts";
import { priceAgainstCeiling } from "../../../../shared/rules/fees/contract-prices.ts";
import { useTexts } from "../../../ui/i18n.ts";
import { yuanText } from "../../../ui/money.ts";
import { MoneyInput } from "../../../ui/number-input.tsx";
import { overviewTexts } from "./overview-texts.ts";

interface CeilingsProps {
  readonly contract: Stored<"contract">;
  readonly today: CalendarDate;
}

type Ceiling = NonNullable<Contract["ceilings"]>[number];

/** Prices the vendor may not go above, and a quick answer to a quote (checklist C12–C14). */
export function Ceilings({ contract, today }: CeilingsProps): ReactNode {
  const t = useTexts(overviewTexts);
  const rows = contract.data.ceilings ?? [];
  return (
    <section className="sy-panel" aria-labelledby="ceilings-title">
      <div className="sy-panel-head">
        <h2 id="ceilings-title">{t("ceilings")}</h2>
      </div>
      {rows.length === 0 && <p className="sy-quiet">{t("noCeilings")}</p>}
      {rows.length > 0 && (
        <>
          <table className="sy-table">
            <thead>
              <tr>
                <th scope="col">{t("item")}</th>
                <th scope="col" className="is-number">
                  {t("atMost")}
                </th>
                <th scope="col">{t("until")}</th>
                <th scope="col">{t("clauseNumber")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <tr key={at} className={isLapsed(row, today) ? "is-past" : undefined}>
                  <td>{row.item}</td>
                  <td className="is-number">{row.priceFen === undefined ? "" : yuanText(row.priceFen)}</td>
                  <td>{row.untilDate}</td>
                  <td>{row.clauseNumber}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <QuoteCheck rows={rows} today={today} />
        </>
      )}
    </section>
  );
}

function QuoteCheck({
  rows,
  today,
}: {
  readonly rows: readonly Ceiling[];
  readonly today: CalendarDate;
}): ReactNode {
  const t = useTexts(overviewTexts);
  const [at, setAt] = useState(0);
  const [quotedFen, setQuotedFen] = useState<number | undefined>(undefined);
  const row = rows[at];
  return (
    <div className="sy-contract-check">
      <label htmlFor="ceiling-item">{t("check")}</label>
      <Select
        id="ceiling-item"
        value={at}
        onChange={setAt}
        options={rows.map(({ item }, value) => ({ value, label: item ?? t("unknown") }))}
      />
      <div>
        <MoneyInput
          aria-label={t("quoted")}
          placeholder={t("quoted")}
          value={quotedFen}
          onChange={setQuotedFen}
        />
      </div>
      <div role="status">
        {row !== undefined && quotedFen !== undefined && (
          <Answer rows={rows} item={row.item ?? ""} quotedFen={quotedFen} today={today} />
        )}
      </div>
    </div>
  );
}

function Answer(props: {
  readonly rows: readonly Ceiling[];
  readonly item: string;
  readonly quotedFen: number;
  readonly today: CalendarDate;
}): ReactNode {
  const t = useTexts(overviewTexts);
  const { rows, item, quotedFen, today } = props;
  const check = priceAgainstCeiling({ ceilings: [...rows] }, item, quotedFen, today);
  switch (check.kind) {
    case "noCeiling":
    case "notAnAmount":
      return null;
    case "expired":
      return <span className="sy-clock is-warning">{t("expired", { date: check.untilDate })}</span>;
    case "above":
      return <span className="sy-clock is-danger">{t("above", { amount: yuanText(check.overFen) })}</span>;
    case "within": {
      const below = check.ceilingFen - quotedFen;
      return (
        <span className="sy-clock is-ok">
          {below === 0 ? t("exact") : t("within", { amount: yuanText(below) })}
        </span>
      );
    }
  }
}

function isLapsed(row: Ceiling, today: CalendarDate): boolean {
  return row.untilDate !== undefined && row.untilDate < today;
}
