import { useMemo, type ReactNode } from "react";
import { tidyText } from "../../../shared/commands/incident-text.ts";
import type { IncidentReport } from "../../../shared/commands/report-incident.ts";
import { formatWall } from "../../../shared/lib/instants.ts";
import type { Incident, IncidentEvent } from "../../../shared/records/index.ts";
import type { ClauseBook } from "../../../shared/rules/clauses/clause-book.ts";
import { clocksOf } from "../../../shared/rules/clauses/incident-clocks.ts";
import { useTexts } from "../../ui/i18n.ts";
import { useAgreed } from "./agreed.ts";
import { ClockMark } from "./clock-mark.tsx";
import { go, incidentAddress } from "./go.ts";
import { NoClocks } from "./no-clocks.tsx";
import { reportTexts } from "./report-texts.ts";
import { StatusTag } from "./tags.tsx";
import { useClauseBook } from "./use-clause-book.ts";
import { useMinute } from "./use-minute.ts";
import { useOpenIncidents } from "./use-open-incidents.ts";

/** Beside the form: what is already open for this system, and what will be due when. */
export function ReportAside({ report }: { readonly report: IncidentReport }): ReactNode {
  const book = useClauseBook();
  return (
    <aside className="sy-report-aside">
      <Similar systemId={report.systemId} />
      {book !== undefined && <Promises report={report} book={book} />}
    </aside>
  );
}

function Similar({ systemId }: { readonly systemId: string | undefined }): ReactNode {
  const t = useTexts(reportTexts);
  const open = useOpenIncidents(200);
  const similar = (open ?? []).filter(
    ({ incident }) => systemId !== undefined && incident.data.systemId === systemId,
  );
  if (similar.length === 0) return null;
  return (
    <section className="sy-panel sy-similar">
      <h2>
        {t("similar")}（{similar.length}）
      </h2>
      <p className="sy-quiet">{t("similarHelp")}</p>
      <ul>
        {similar.slice(0, 4).map(({ incident, state }) => (
          <li key={incident.id}>
            <a
              href={`#${incidentAddress(incident.id)}`}
              onClick={(event) => {
                event.preventDefault();
                go(incidentAddress(incident.id));
              }}
            >
              {incident.data.title}
            </a>{" "}
            <StatusTag status={state.status} />
            <div className="sy-quiet">
              {incident.data.number}&emsp;
              {state.reportedAt === undefined ? "" : formatWall(state.reportedAt).slice(5)}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Promises(props: { readonly report: IncidentReport; readonly book: ClauseBook }): ReactNode {
  const { report, book } = props;
  const t = useTexts(reportTexts);
  const agreed = useAgreed();
  const nowMs = useMinute();
  const { cover, clocks } = useMemo(() => {
    const { reportedAt, ...text } = report;
    const incident: Incident = { number: "", ...tidyText(text), title: text.title };
    const events: IncidentEvent[] =
      reportedAt === undefined
        ? []
        : [{ incidentId: "", kind: "reported", at: reportedAt, recordedAt: reportedAt }];
    return clocksOf(incident, events, book, nowMs);
  }, [report, book, nowMs]);
  return (
    <section className="sy-panel">
      <h2>{t("promises")}</h2>
      {cover.kind === "noVendor" || cover.kind === "notReported" ? (
        <p className="sy-quiet">{t("promisesHelp")}</p>
      ) : clocks.length === 0 ? (
        <NoClocks cover={cover} />
      ) : (
        <ul className="sy-promises">
          {clocks.map((clock) => (
            <li key={clock.clauseId}>
              <strong>{clock.dueAt === undefined ? "—" : formatWall(clock.dueAt)}</strong> {clock.clause.name}
              <div>
                <ClockMark clock={clock} />
              </div>
              <div className="sy-quiet">{agreed(clock.clause)}</div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
