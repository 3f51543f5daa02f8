import type { ReactNode } from "react";
import type { Stored } from "../../../shared/records/index.ts";
import { officialDays } from "../../../shared/rules/calendar/official.ts";
import { calendarOf } from "../../../shared/rules/clauses/calendar-of.ts";
import { editAddress, listAddress, newAddress } from "../../records/addresses.ts";
import { useRecords } from "../../records/use-desk.tsx";
import { useTexts } from "../../ui/i18n.ts";
import { useCalendarWords } from "./calendar-words.ts";
import { calendarsTexts } from "./calendars-texts.ts";

/** The hospital's own calendars, each with what keeps it from being counted with. */
export function HospitalCalendars({
  notices,
}: {
  readonly notices: readonly Stored<"holidayNotice">[];
}): ReactNode {
  const t = useTexts(calendarsTexts);
  const words = useCalendarWords();
  const calendars = useRecords("calendar");
  if (calendars === undefined) return null;
  return (
    <section className="sy-panel sy-own-calendars" aria-labelledby="own-calendars">
      <h2 id="own-calendars">
        <a href={`#${listAddress("calendar")}`}>{t("hospitalCalendars")}</a>
      </h2>
      <p className="sy-quiet">{t(calendars.length === 0 ? "noCalendars" : "hospitalCalendarsHelp")}</p>
      <ul>
        {calendars.map(({ id, data }) => {
          const read = calendarOf(data, officialDays(notices));
          return (
            <li key={id}>
              <a href={`#${editAddress("calendar", id)}`}>{data.name}</a>
              {read.ok ? (
                <span className="sy-ok">{t("calendarOk")}</span>
              ) : (
                <span className="sy-problem">{words(read.failure)}</span>
              )}
            </li>
          );
        })}
      </ul>
      <a href={`#${newAddress("calendar")}`}>{t("newCalendar")}</a>
    </section>
  );
}
