import { Button } from "antd";
import { useMemo, useState, type ReactNode } from "react";
import type { Stored } from "../../../shared/records/index.ts";
import { Attachments } from "../../records/attachments.tsx";
import { ChangeHistory } from "../../records/change-history.tsx";
import { referredTypes } from "../../records/fields-of.ts";
import { RecordFacts } from "../../records/record-facts.tsx";
import { useChildren, useRecord } from "../../records/use-desk.tsx";
import { useTextContext } from "../../records/use-names.ts";
import { useTexts } from "../../ui/i18n.ts";
import { NoSuchRecord } from "../../ui/no-such-record.tsx";
import { BreachPanel } from "./breaches/breach-panel.tsx";
import type { CardAsk } from "./card-ask.ts";
import { CardDialogs } from "./card-dialogs.tsx";
import { cardTexts } from "./card-texts.ts";
import { ClocksPanel } from "./clocks-panel.tsx";
import { ContestBanners } from "./contests/contest-banners.tsx";
import { DispatchPanel } from "./dispatch/dispatch-panel.tsx";
import { WhoPays } from "./dispatch/who-pays.tsx";
import { EvidenceNote } from "./evidence-note.tsx";
import { FaxLines } from "./fax-lines.tsx";
import { coverFor, useIncidentFile, type IncidentFile } from "./incident-file.ts";
import { IncidentHead } from "./incident-head.tsx";
import { Milestones } from "./milestones.tsx";
import { PauseLedger } from "./pauses/pause-ledger.tsx";
import { RecurrenceNotes } from "./recurrences/recurrence-notes.tsx";
import { EarlyLeaveNotes } from "./support/early-leave-notes.tsx";
import { SupportLadder } from "./support/support-ladder.tsx";
import { Timeline } from "./timeline.tsx";
import { useClauseBook } from "./use-clause-book.ts";
import "./incidents.css";

/** The card of one incident: where it stands, what was promised, what happened. */
export function IncidentScreen({ id }: { readonly id: string }): ReactNode {
  const t = useTexts(cardTexts);
  const incident = useRecord("incident", id);
  const events = useChildren("incidentEvent", id);
  if (incident === null) {
    return (
      <div className="sy-page is-flowing">
        <NoSuchRecord title={t("missing")} link={t("back")} address="/incidents" />
      </div>
    );
  }
  if (incident === undefined || events === undefined) {
    return (
      <p role="status" className="sy-page sy-quiet">
        {t("reading")}
      </p>
    );
  }
  return <IncidentCard incident={incident} events={events} />;
}

interface IncidentCardProps {
  readonly incident: Stored<"incident">;
  readonly events: readonly Stored<"incidentEvent">[];
}

function IncidentCard({ incident, events }: IncidentCardProps): ReactNode {
  const t = useTexts(cardTexts);
  const book = useClauseBook();
  const context = useTextContext(referredTypes("incident"));
  const verdicts = useChildren("verdict", incident.id);
  const breaches = useChildren("breach", incident.id);
  const file = useIncidentFile(incident, events);
  const [ask, setAsk] = useState<CardAsk | undefined>(undefined);
  const { state, imported } = file;
  const cover = useMemo(() => (book === undefined ? undefined : coverFor(file, book)), [file, book]);
  return (
    <article className="sy-page is-flowing sy-card">
      <IncidentHead file={file} onAsk={setAsk} />
      <Milestones state={state} />
      {imported && <EvidenceNote incident={incident.data} />}
      <ContestBanners file={file} onAsk={setAsk} />
      {cover !== undefined && <EarlyLeaveNotes file={file} cover={cover} />}
      {book !== undefined && !imported && <RecurrenceNotes file={file} book={book} />}
      <div className="sy-card-columns">
        <div>
          {book !== undefined && verdicts !== undefined && breaches !== undefined && (
            <ClocksPanel file={file} book={book} verdicts={verdicts} breaches={breaches} onAsk={setAsk} />
          )}
          {cover !== undefined && <DispatchPanel file={file} cover={cover} onAsk={setAsk} />}
          <BreachPanel breaches={breaches ?? []} verdicts={verdicts ?? []} onAsk={setAsk} />
          <PauseLedger pauses={state.pauses} onAsk={setAsk} />
          <section className="sy-panel" aria-labelledby="facts-title">
            <div className="sy-panel-head">
              <h2 id="facts-title">{t("facts")}</h2>
              <Button size="small" onClick={() => setAsk({ kind: "edit" })}>
                {t("edit")}
              </Button>
            </div>
            {cover !== undefined && <WhoPays cause={incident.data.causeCode} cover={cover} />}
            <RecordFacts record={withoutHead(file)} context={context} />
          </section>
          {incident.data.extra !== undefined && <OldColumns extra={incident.data.extra} />}
        </div>
        <div>
          <Timeline file={file} onAsk={setAsk} />
          <SupportLadder file={file} onAsk={setAsk} />
          <FaxLines incidentId={incident.id} />
          <Attachments ownerType="incident" ownerId={incident.id} ownerName={incident.data.number} />
          <ChangeHistory record={incident} context={context} />
        </div>
      </div>
      {ask !== undefined && (
        <CardDialogs ask={ask} file={file} verdicts={verdicts ?? []} onClose={() => setAsk(undefined)} />
      )}
    </article>
  );
}

/** The facts without what the head and the evidence note say already. */
function withoutHead({ incident }: IncidentFile): Stored<"incident"> {
  const {
    extra: _extra,
    evidence: _evidence,
    importedStatus: _status,
    severity: _severity,
    ...data
  } = incident.data;
  return { ...incident, data: { ...data, number: "", title: "" } };
}

/** `列名：值`, a line each, as the import kept them. */
function OldColumns({ extra }: { readonly extra: string }): ReactNode {
  const t = useTexts(cardTexts);
  const lines = extra.split("\n").map((line) => {
    const at = line.indexOf("：");
    return at < 0 ? ["", line] : [line.slice(0, at), line.slice(at + 1)];
  });
  return (
    <section className="sy-panel" aria-labelledby="extra-title">
      <h2 id="extra-title">{t("extra")}</h2>
      <dl className="sy-facts">
        {lines.map(([name, value], at) => (
          <div key={at}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
