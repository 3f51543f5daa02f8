import { Button, Tag, Tooltip } from "antd";
import type { ReactNode } from "react";
import { formatWall } from "../../../shared/lib/instants.ts";
import { CHANNELS } from "../../../shared/records/channels.ts";
import { EVENT_KINDS } from "../../../shared/records/event-kinds.ts";
import type { IncidentEvent } from "../../../shared/records/index.ts";
import { isLateEntry } from "../../../shared/rules/incidents/late-entry.ts";
import { TOLERATED_MS } from "../../sync/clock-offset.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { cardTexts } from "./card-texts.ts";
import { contestTexts } from "./contests/contest-texts.ts";
import { timelineTexts } from "./timeline-texts.ts";
import { useTimelineWords } from "./timeline-words.ts";

interface TimelineLineProps {
  readonly event: IncidentEvent;
  /** Imported lines were all written down at the import: that is not 补录. */
  readonly imported: boolean;
  /** Another account of this step was adjudicated: it stays to be read and does not count. */
  readonly isSetAside: boolean;
  /** Undefined where a wrong time is not put right by an adjudication. */
  readonly onCorrect: (() => void) | undefined;
}

export function TimelineLine({ event, imported, isSetAside, onCorrect }: TimelineLineProps): ReactNode {
  const t = useTexts(cardTexts);
  const words = useTexts(timelineTexts);
  const contests = useTexts(contestTexts);
  const label = useLabel();
  const said = useTimelineWords()(event);
  const details = [
    event.by === undefined ? undefined : t("by", { name: event.by }),
    event.channel === undefined ? undefined : t("via", { channel: label(CHANNELS[event.channel]) }),
    event.proof === undefined ? undefined : t("proof", { proof: event.proof }),
  ].filter((detail) => detail !== undefined);
  const at = formatWall(event.at);
  const recorded = formatWall(event.recordedAt);
  const Told = isSetAside ? "del" : "strong";
  return (
    <li className={`is-${event.kind}${isSetAside ? " is-set-aside" : ""}`}>
      <time dateTime={event.at} title={t("recorded", { at: recorded })}>
        {event.dateOnly === true ? at.slice(0, 10) : at}
      </time>
      <div>
        <Told>{label(EVENT_KINDS[event.kind])}</Told>
        {isSetAside && <Tag className="sy-tag is-closed">{words("notTaken")}</Tag>}
        {event.dateOnly === true && <Tag>{t("dateOnly")}</Tag>}
        {!imported && isLateEntry(event) && (
          <Tooltip title={t("lateEntryWhy", { at: recorded })}>
            <Tag className="sy-tag is-waiting">{t("lateEntry")}</Tag>
          </Tooltip>
        )}
        {Math.abs(event.clockOffsetMs ?? 0) > TOLERATED_MS && (
          <Tooltip title={t("clockOffWhy")}>
            <Tag className="sy-tag is-waiting">
              {t("clockOff", { minutes: Math.round((event.clockOffsetMs ?? 0) / 60_000) })}
            </Tag>
          </Tooltip>
        )}
        {onCorrect !== undefined && !isSetAside && (
          <Button type="link" size="small" className="sy-timeline-correct" onClick={onCorrect}>
            {contests("correct")}
          </Button>
        )}
        {said !== undefined && <div>{said}</div>}
        {details.length > 0 && <div className="sy-quiet">{details.join("　")}</div>}
        {event.note !== undefined && <div className="sy-timeline-note">{event.note}</div>}
      </div>
    </li>
  );
}
