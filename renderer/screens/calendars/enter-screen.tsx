import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { useRecords } from "../../records/use-desk.tsx";
import { useTexts } from "../../ui/i18n.ts";
import { Page } from "../../ui/page.tsx";
import { useClauseBook } from "../incidents/use-clause-book.ts";
import { useOpenIncidents } from "../incidents/use-open-incidents.ts";
import { calendarsAddress } from "./addresses.ts";
import { calendarsTexts } from "./calendars-texts.ts";
import { NoticeForm } from "./notice-form.tsx";
import { firstEntry } from "./notice-draft.ts";
import { publishedNotice } from "./year-lines.ts";
import "./calendars.css";

/** More open incidents than any office has; each takes a reading of its timeline. */
const OPEN_LIMIT = 2000;

/** Types in the notice of a year, or changes the one that was typed in. */
export function EnterScreen({ year }: { readonly year: number }): ReactNode {
  const t = useTexts(calendarsTexts);
  const [, go] = useLocation();
  const notices = useRecords("holidayNotice");
  const book = useClauseBook();
  const open = useOpenIncidents(OPEN_LIMIT);
  const record = notices?.filter(({ data }) => data.year === year).sort((a, b) => (a.id < b.id ? 1 : -1))[0];
  return (
    <Page title={record === undefined ? t("formTitle") : t("changeTitle", { year })} flowing>
      {notices === undefined || book === undefined || open === undefined ? (
        <p role="status" className="sy-quiet">
          {t("reading")}
        </p>
      ) : (
        <NoticeForm
          key={year}
          first={firstEntry(year, record, publishedNotice(year))}
          record={record}
          book={book}
          open={open}
          onLeave={(to) => go(calendarsAddress(to))}
        />
      )}
    </Page>
  );
}
