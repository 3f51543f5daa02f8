import { Button } from "antd";
import { useMemo, useState, type ReactNode } from "react";
import type { EventKind } from "../../../shared/records/event-kinds.ts";
import type { Stored } from "../../../shared/records/index.ts";
import { isImported } from "../../../shared/rules/clauses/clause-clocks.ts";
import { incidentState } from "../../../shared/rules/incidents/state.ts";
import { Attachments } from "../../records/attachments.tsx";
import { ChangeHistory } from "../../records/change-history.tsx";
import { referredTypes } from "../../records/fields-of.ts";
import { RecordFacts } from "../../records/record-facts.tsx";
import { useChildren, useRecord } from "../../records/use-desk.tsx";
import { useTextContext } from "../../records/use-names.ts";
import { useTexts } from "../../ui/i18n.ts";
import { NoSuchRecord } from "../../ui/no-such-record.tsx";
import { cardTexts } from "./card-texts.ts";
import { ClocksPanel } from "./clocks-panel.tsx";
import { EventDialog } from "./event-dialog.tsx";
import { EvidenceNote } from "./evidence-note.tsx";
import { FaxLines } from "./fax-lines.tsx";
import { IncidentEdit } from "./incident-edit.tsx";
import { IncidentHead } from "./incident-head.tsx";
import { Milestones } from "./milestones.tsx";
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
  const [adding, setAdding] = useState<EventKind | undefined>(undefined);
  const [editing, setEditing] = useState(false);
  const lines = useMemo(() => events.map(({ data }) => data), [events]);
  const state = useMemo(() => incidentState(incident.data, lines), [incident, lines]);
  const imported = isImported(incident.data);
  return (
    <article className="sy-page is-flowing sy-card">
      <IncidentHead incident={incident} state={state} onAdd={setAdding} onEdit={() => setEditing(true)} />
      <Milestones state={state} />
      {imported && <EvidenceNote incident={incident.data} />}
      <div className="sy-card-columns">
        <div>
          {book !== undefined && <ClocksPanel incident={incident.data} events={lines} book={book} />}
          <section className="sy-panel" aria-labelledby="facts-title">
            <div className="sy-panel-head">
              <h2 id="facts-title">{t("facts")}</h2>
              <Button size="small" onClick={() => setEditing(true)}>
                {t("edit")}
              </Button>
            </div>
            <RecordFacts record={withoutHead(incident)} context={context} />
          </section>
          {incident.data.extra !== undefined && <OldColumns extra={incident.data.extra} />}
        </div>
        <div>
          <Timeline events={events} imported={imported} onAdd={() => setAdding("note")} />
          <FaxLines incidentId={incident.id} />
          <Attachments ownerType="incident" ownerId={incident.id} ownerName={incident.data.number} />
          <ChangeHistory record={incident} context={context} />
        </div>
      </div>
      {adding !== undefined && (
        <EventDialog incident={incident} events={lines} kind={adding} onClose={() => setAdding(undefined)} />
      )}
      {editing && (
        <IncidentEdit incident={incident} reportedAt={state.reportedAt} onClose={() => setEditing(false)} />
      )}
    </article>
  );
}

/** The facts without what the head and the evidence note say already. */
function withoutHead(incident: Stored<"incident">): Stored<"incident"> {
  const { extra: _extra, evidence: _evidence, importedStatus: _status, ...data } = incident.data;
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
