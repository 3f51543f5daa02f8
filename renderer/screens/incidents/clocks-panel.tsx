import { QuestionCircleOutlined } from "@ant-design/icons";
import { Button, Tag, Tooltip } from "antd";
import { useMemo, useState, type ReactNode } from "react";
import { formatWall } from "../../../shared/lib/instants.ts";
import { EVENT_KINDS } from "../../../shared/records/event-kinds.ts";
import type { Incident, IncidentEvent } from "../../../shared/records/index.ts";
import type { ClauseClock } from "../../../shared/rules/clauses/clause-clock.ts";
import type { ClauseBook } from "../../../shared/rules/clauses/clause-book.ts";
import { clocksOf } from "../../../shared/rules/clauses/incident-clocks.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { useAgreed } from "./agreed.ts";
import { cardTexts } from "./card-texts.ts";
import { ClockMark } from "./clock-mark.tsx";
import { clockTexts } from "./clock-texts.ts";
import { useProblemWords } from "./clock-words.ts";
import { NoClocks } from "./no-clocks.tsx";
import { useMinute } from "./use-minute.ts";
import { WhyPanel } from "./why-panel.tsx";

interface ClocksPanelProps {
  readonly incident: Incident;
  readonly events: readonly IncidentEvent[];
  readonly book: ClauseBook;
}

/** Every promise that holds for this incident, the first due on top, and why it is due then. */
export function ClocksPanel({ incident, events, book }: ClocksPanelProps): ReactNode {
  const t = useTexts(cardTexts);
  const nowMs = useMinute();
  const [explained, setExplained] = useState<string | undefined>(undefined);
  const { state, cover, clocks } = useMemo(
    () => clocksOf(incident, events, book, nowMs),
    [incident, events, book, nowMs],
  );
  return (
    <section className="sy-panel" aria-labelledby="clocks-title">
      <div className="sy-panel-head">
        <h2 id="clocks-title">{t("clocks")}</h2>
      </div>
      {clocks.length === 0 ? (
        <NoClocks cover={cover} />
      ) : (
        <table className="sy-clocks">
          <thead>
            <tr>
              <th scope="col">{t("clause")}</th>
              <th scope="col">{t("due")}</th>
              <th scope="col">{t("standing")}</th>
            </tr>
          </thead>
          <tbody>
            {clocks.map((clock) => (
              <ClockRow key={clock.clauseId} clock={clock} onWhy={() => setExplained(clock.clauseId)} />
            ))}
          </tbody>
        </table>
      )}
      <WhyPanel
        clock={clocks.find(({ clauseId }) => clauseId === explained)}
        solvedGaps={state.solvedGaps}
        nowMs={nowMs}
        onClose={() => setExplained(undefined)}
      />
    </section>
  );
}

function ClockRow({ clock, onWhy }: { readonly clock: ClauseClock; readonly onWhy: () => void }): ReactNode {
  const t = useTexts(cardTexts);
  const words = useTexts(clockTexts);
  const label = useLabel();
  const agreed = useAgreed();
  const problemWords = useProblemWords();
  const { clause, stoppedBy } = clock;
  const isLater = stoppedBy !== undefined && stoppedBy !== clause.stopEvent;
  return (
    <tr className={`is-${clock.state}`}>
      <td>
        <strong>{clause.number === undefined ? clause.name : `${clause.number} ${clause.name}`}</strong>
        <div className="sy-quiet">{agreed(clause)}</div>
      </td>
      <td className="sy-clock-due">
        {clock.dueAt === undefined ? "—" : formatWall(clock.dueAt)}{" "}
        {clock.provisional && (
          <Tooltip title={words("provisionalWhy")}>
            <Tag className="sy-tag is-waiting">{words("provisional")}</Tag>
          </Tooltip>
        )}
        {clock.startAt !== undefined && clock.problem === undefined && (
          <div>
            <Button type="link" size="small" icon={<QuestionCircleOutlined aria-hidden />} onClick={onWhy}>
              {t("why")}
            </Button>
          </div>
        )}
      </td>
      <td>
        <ClockMark clock={clock} />
        {clock.problem !== undefined && <div className="sy-quiet">{problemWords(clock.problem)}</div>}
        {isLater && (
          <div className="sy-quiet">{t("stoppedByLater", { event: label(EVENT_KINDS[stoppedBy]) })}</div>
        )}
      </td>
    </tr>
  );
}
