import { PlusOutlined } from "@ant-design/icons";
import { Button, Tag, Tooltip } from "antd";
import type { ReactNode } from "react";
import { formatWall } from "../../../shared/lib/instants.ts";
import { CHANNELS } from "../../../shared/records/channels.ts";
import { EVENT_KINDS } from "../../../shared/records/event-kinds.ts";
import type { IncidentEvent, Stored } from "../../../shared/records/index.ts";
import { isLateEntry } from "../../../shared/rules/incidents/late-entry.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { cardTexts } from "./card-texts.ts";

interface TimelineProps {
  readonly events: readonly Stored<"incidentEvent">[];
  /** Imported lines were all written down at the import: that is not 补录. */
  readonly imported: boolean;
  readonly onAdd: () => void;
}

/** What happened, oldest first; lines of one moment in the order in which they were entered. */
export function Timeline({ events, imported, onAdd }: TimelineProps): ReactNode {
  const t = useTexts(cardTexts);
  const sorted = [...events].sort((a, b) => (a.data.at < b.data.at ? -1 : a.data.at > b.data.at ? 1 : 0));
  return (
    <section className="sy-panel" aria-labelledby="timeline-title">
      <div className="sy-panel-head">
        <h2 id="timeline-title">{t("timeline")}</h2>
        <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={onAdd}>
          {t("addEvent")}
        </Button>
      </div>
      {sorted.length === 0 && <p className="sy-quiet">{t("noEvents")}</p>}
      <ol className="sy-timeline">
        {sorted.map((event) => (
          <TimelineLine key={event.id} event={event.data} imported={imported} />
        ))}
      </ol>
    </section>
  );
}

function TimelineLine({
  event,
  imported,
}: {
  readonly event: IncidentEvent;
  readonly imported: boolean;
}): ReactNode {
  const t = useTexts(cardTexts);
  const label = useLabel();
  const details = [
    event.by === undefined ? undefined : t("by", { name: event.by }),
    event.channel === undefined ? undefined : t("via", { channel: label(CHANNELS[event.channel]) }),
    event.proof === undefined ? undefined : t("proof", { proof: event.proof }),
  ].filter((detail) => detail !== undefined);
  const at = formatWall(event.at);
  const recorded = formatWall(event.recordedAt);
  return (
    <li className={`is-${event.kind}`}>
      <time dateTime={event.at} title={t("recorded", { at: recorded })}>
        {event.dateOnly === true ? at.slice(0, 10) : at}
      </time>
      <div>
        <strong>{label(EVENT_KINDS[event.kind])}</strong>
        {event.dateOnly === true && <Tag>{t("dateOnly")}</Tag>}
        {!imported && isLateEntry(event) && (
          <Tooltip title={t("lateEntryWhy", { at: recorded })}>
            <Tag className="sy-tag is-waiting">{t("lateEntry")}</Tag>
          </Tooltip>
        )}
        {details.length > 0 && <div className="sy-quiet">{details.join("　")}</div>}
        {event.note !== undefined && <div className="sy-timeline-note">{event.note}</div>}
      </div>
    </li>
  );
}
