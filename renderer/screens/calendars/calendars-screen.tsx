import { Link } from "wouter";
import type { ReactNode } from "react";
import type { Stored } from "../../../shared/records/index.ts";
import { useRecords } from "../../records/use-desk.tsx";
import { useTexts } from "../../ui/i18n.ts";
import { Page } from "../../ui/page.tsx";
import { useToday } from "../incidents/use-minute.ts";
import { calendarsAddress } from "./addresses.ts";
import { calendarsTexts } from "./calendars-texts.ts";
import { HospitalCalendars } from "./hospital-calendars.tsx";
import { yearLines, type YearLine } from "./year-lines.ts";
import { YearPanel } from "./year-panel.tsx";
import "./calendars.css";

/** Which years' holiday notices are known, what each says, and the hospital's own calendars beside them. */
export function CalendarsScreen({ year }: { readonly year: number | undefined }): ReactNode {
  const t = useTexts(calendarsTexts);
  const notices = useRecords("holidayNotice");
  const thisYear = Number(useToday().slice(0, 4));
  return (
    <Page title={t("title")} flowing>
      {notices === undefined ? (
        <p role="status" className="sy-quiet">
          {t("reading")}
        </p>
      ) : (
        <Years lines={yearLines(notices, thisYear)} notices={notices} year={year ?? thisYear} />
      )}
    </Page>
  );
}

interface YearsProps {
  readonly lines: readonly YearLine[];
  readonly notices: readonly Stored<"holidayNotice">[];
  readonly year: number;
}

function Years({ lines, notices, year }: YearsProps): ReactNode {
  const t = useTexts(calendarsTexts);
  const line = lines.find((one) => one.year === year) ?? lines[0];
  return (
    <>
      <p className="sy-quiet sy-calendars-intro">{t("intro")}</p>
      <div className="sy-calendars">
        <div className="sy-calendars-side">
          <nav aria-label={t("years")} className="sy-panel sy-years">
            <ul>
              {lines.map((one) => (
                <li key={one.year}>
                  <Link
                    to={calendarsAddress(one.year)}
                    replace
                    className={one.year === line?.year ? "is-here" : ""}
                    aria-current={one.year === line?.year ? "page" : undefined}
                    title={
                      one.notice === undefined ? "" : t("sum", { off: one.daysOff, work: one.makeUpDays })
                    }
                  >
                    <span>{t("yearName", { year: one.year })}</span>
                    <span className={`sy-source is-${one.source}`}>{t(one.source)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <HospitalCalendars notices={notices} />
        </div>
        {line !== undefined && <YearPanel key={line.year} line={line} notices={notices} />}
      </div>
    </>
  );
}
