import type { ReactNode } from "react";
import { daysBetween, type CalendarDate } from "../../../../shared/lib/dates.ts";
import type { Contract, Stored } from "../../../../shared/records/index.ts";
import { useTexts } from "../../../ui/i18n.ts";
import { yuanText } from "../../../ui/money.ts";
import { overviewTexts } from "./overview-texts.ts";

interface PaymentsProps {
  readonly contract: Stored<"contract">;
  readonly today: CalendarDate;
}

type Payment = NonNullable<Contract["payments"]>[number];

/** What is to be paid when, and whether it was. */
export function Payments({ contract, today }: PaymentsProps): ReactNode {
  const t = useTexts(overviewTexts);
  const rows = contract.data.payments ?? [];
  return (
    <section className="sy-panel" aria-labelledby="payments-title">
      <div className="sy-panel-head">
        <h2 id="payments-title">{t("payments")}</h2>
        {rows.length > 0 && (
          <span className="sy-quiet">
            {t("paidSum", {
              paid: yuanText(sum(rows.filter(isPaid))),
              open: yuanText(sum(rows.filter((row) => !isPaid(row)))),
            })}
          </span>
        )}
      </div>
      {rows.length === 0 && <p className="sy-quiet">{t("noPayments")}</p>}
      {rows.length > 0 && (
        <table className="sy-table">
          <thead>
            <tr>
              <th scope="col">{t("node")}</th>
              <th scope="col">{t("due")}</th>
              <th scope="col" className="is-number">
                {t("amount")}
              </th>
              <th scope="col">{t("condition")}</th>
              <th scope="col">{t("state")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                <td>{row.name}</td>
                <td>{row.dueDate}</td>
                <td className="is-number">{row.amountFen === undefined ? "" : yuanText(row.amountFen)}</td>
                <td>{row.condition}</td>
                <td>
                  <PaymentState row={row} today={today} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function PaymentState({ row, today }: { readonly row: Payment; readonly today: CalendarDate }): ReactNode {
  const t = useTexts(overviewTexts);
  if (row.paidDate !== undefined)
    return <span className="sy-clock is-ok">{t("paid", { date: row.paidDate })}</span>;
  if (row.dueDate === undefined || row.dueDate >= today)
    return <span className="sy-quiet">{t("unpaid")}</span>;
  return (
    <span className="sy-clock is-danger">{t("overdue", { days: daysBetween(row.dueDate, today) })}</span>
  );
}

function isPaid(row: Payment): boolean {
  return row.paidDate !== undefined;
}

function sum(rows: readonly Payment[]): number {
  return rows.reduce((total, { amountFen = 0 }) => total + amountFen, 0);
}
