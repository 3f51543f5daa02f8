import { Button } from "antd";
import type { ReactNode } from "react";
import { daysBetween, type CalendarDate } from "../../../../shared/lib/dates.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { recordAddress } from "../../../records/addresses.ts";
import { useTexts } from "../../../ui/i18n.ts";
import type { ContractFile } from "../contract-file.ts";
import type { VisitAct } from "./visit-dialogs.tsx";
import { visitsTexts } from "./visits-texts.ts";

interface VisitsTableProps {
  readonly file: ContractFile;
  readonly today: CalendarDate;
  readonly onAct: (act: VisitAct) => void;
}

/** Planned and actual side by side, the newest plan first. */
export function VisitsTable({ file, today, onAct }: VisitsTableProps): ReactNode {
  const t = useTexts(visitsTexts);
  const visits = [...file.visits].sort((a, b) => (a.data.plannedDate < b.data.plannedDate ? 1 : -1));
  const names = new Map(file.entitlements.map(({ id, data }) => [id, data.name]));
  return (
    <section className="sy-panel" aria-labelledby="visits-title">
      <div className="sy-panel-head">
        <h2 id="visits-title">{t("visits")}</h2>
      </div>
      {visits.length === 0 && <p className="sy-quiet">{t("noVisits")}</p>}
      {visits.length > 0 && (
        <table className="sy-table">
          <thead>
            <tr>
              <th scope="col">{t("planned")}</th>
              <th scope="col">{t("actual")}</th>
              <th scope="col">{t("subject")}</th>
              <th scope="col">{t("engineer")}</th>
              <th scope="col">{t("from")}</th>
              <th scope="col">{t("state")}</th>
              <th aria-hidden />
            </tr>
          </thead>
          <tbody>
            {visits.map((visit) => (
              <tr key={visit.id} className={visit.data.cancelledDate === undefined ? undefined : "is-past"}>
                <td className="is-date">{visit.data.plannedDate}</td>
                <td className="is-date">{visit.data.actualDate}</td>
                <td>
                  <a href={`#${recordAddress("visit", visit.id)}`}>{visit.data.subject}</a>
                </td>
                <td>{visit.data.engineer}</td>
                <td>{names.get(visit.data.entitlementId ?? "")}</td>
                <td>
                  <VisitState visit={visit} today={today} />
                </td>
                <td>
                  {visit.data.actualDate === undefined && visit.data.cancelledDate === undefined && (
                    <div className="sy-contract-buttons is-end">
                      <Button size="small" onClick={() => onAct({ verb: "complete", visit })}>
                        {t("complete")}…
                      </Button>
                      <Button size="small" onClick={() => onAct({ verb: "cancel", visit })}>
                        {t("cancel")}…
                      </Button>
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function VisitState({
  visit,
  today,
}: {
  readonly visit: Stored<"visit">;
  readonly today: CalendarDate;
}): ReactNode {
  const t = useTexts(visitsTexts);
  const { actualDate, cancelledDate, plannedDate, reportReceived } = visit.data;
  if (cancelledDate !== undefined) return <span className="sy-quiet">{t("stateCancelled")}</span>;
  if (actualDate !== undefined) {
    return (
      <>
        <span className="sy-clock is-ok">{t("stateDone")}</span>{" "}
        {reportReceived !== true && <span className="sy-clock is-warning">{t("reportMissing")}</span>}
      </>
    );
  }
  if (plannedDate >= today) return t("statePlanned");
  return (
    <span className="sy-clock is-danger">{t("stateLate", { days: daysBetween(plannedDate, today) })}</span>
  );
}
