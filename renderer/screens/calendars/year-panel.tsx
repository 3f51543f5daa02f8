import { Alert, Button } from "antd";
import { useMemo, type ReactNode } from "react";
import { dayNumber } from "../../../shared/lib/dates.ts";
import type { Stored } from "../../../shared/records/index.ts";
import type { HolidayNotice } from "../../../shared/rules/calendar/holidays/notice.ts";
import { noticesInForce } from "../../../shared/rules/calendar/official.ts";
import { recordAddress } from "../../records/addresses.ts";
import { useTexts } from "../../ui/i18n.ts";
import { enterAddress } from "./addresses.ts";
import { calendarsTexts } from "./calendars-texts.ts";
import { useNoticeWords } from "./notice-words.ts";
import { publishedNotice, type YearLine } from "./year-lines.ts";
import { marksOf, monthsOf } from "./year-months.ts";
import { YearLegend, YearStrip } from "./year-strip.tsx";

interface YearPanelProps {
  readonly line: YearLine;
  readonly notices: readonly Stored<"holidayNotice">[];
}

/** One year: which notice counts, what it says, and the way to type one in or correct it. */
export function YearPanel({ line, notices }: YearPanelProps): ReactNode {
  const t = useTexts(calendarsTexts);
  const words = useNoticeWords();
  const { year, notice, source, records, problem } = line;
  const months = useMemo(
    () => monthsOf(year, notice, marksOf(noticesInForce(notices))),
    [year, notice, notices],
  );
  const effect = records[0]?.data.effect;
  return (
    <section className="sy-panel sy-year-panel" aria-labelledby="year-title">
      <div className="sy-panel-head">
        <h2 id="year-title">{t("yearName", { year })}</h2>
        <span className={`sy-source is-${source}`}>{t(source)}</span>
        <span>{notice?.number}</span>
        <span className="sy-grow" />
        {records[0] !== undefined && (
          <a href={`#${recordAddress("holidayNotice", records[0].id)}`}>{t("record")}</a>
        )}
        {source === "unknown" ? (
          <Button type="primary" href={`#${enterAddress(year)}`}>
            {t("enter", { year })}
          </Button>
        ) : (
          <Button href={`#${enterAddress(year)}`}>{t(source === "typedIn" ? "change" : "correct")}</Button>
        )}
      </div>
      {problem !== undefined && (
        <Alert type="warning" showIcon title={t("unreadable", { problem: words(problem) })} />
      )}
      {records.length > 1 && <Doubled records={records} notice={notice} />}
      {source === "unknown" ? (
        <Alert type="info" showIcon title={t("unknownBody", { year })} />
      ) : (
        <>
          <YearLegend />
          {source === "typedIn" && publishedNotice(year) !== undefined && (
            <p className="sy-quiet">{t("inForceInstead")}</p>
          )}
        </>
      )}
      <YearStrip year={year} months={months} />
      {notice !== undefined && <Holidays notice={notice} />}
      {effect !== undefined && (
        <>
          <h3>{t("effect")}</h3>
          <p className="sy-notice-effect">{effect}</p>
        </>
      )}
    </section>
  );
}

function Doubled({
  records,
  notice,
}: {
  readonly records: YearLine["records"];
  readonly notice: HolidayNotice | undefined;
}): ReactNode {
  const t = useTexts(calendarsTexts);
  return (
    <Alert
      type="warning"
      showIcon
      title={t("doubled", { count: records.length, number: notice?.number ?? "" })}
      description={records.map(({ id, data }) => (
        <a key={id} className="sy-doubled" href={`#${recordAddress("holidayNotice", id)}`}>
          {data.number}
        </a>
      ))}
    />
  );
}

function Holidays({ notice }: { readonly notice: HolidayNotice }): ReactNode {
  const t = useTexts(calendarsTexts);
  return (
    <table className="sy-table">
      <thead>
        <tr>
          {(["name", "from", "to", "workDays"] as const).map((key) => (
            <th key={key} scope="col">
              {t(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...notice.holidays]
          .sort((a, b) => dayNumber(a.off[0]) - dayNumber(b.off[0]))
          .map(({ name, off, work }) => (
            <tr key={off[0]}>
              <td>{name}</td>
              <td>{off[0]}</td>
              <td>{off[1]}</td>
              <td>{work.join("、")}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
