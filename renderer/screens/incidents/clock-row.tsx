import { QuestionCircleOutlined } from "@ant-design/icons";
import { Button, Tag, Tooltip } from "antd";
import type { ReactNode } from "react";
import { formatWall } from "../../../shared/lib/instants.ts";
import { clause as definition } from "../../../shared/records/clause.ts";
import { EVENT_KINDS } from "../../../shared/records/event-kinds.ts";
import type { Stored } from "../../../shared/records/index.ts";
import type { ClauseClock } from "../../../shared/rules/clauses/clause-clock.ts";
import type { PauseMode } from "../../../shared/rules/clauses/pause-modes.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { useAgreed } from "./agreed.ts";
import { BreachCell } from "./breaches/breach-cell.tsx";
import type { OnAsk } from "./card-ask.ts";
import { cardTexts } from "./card-texts.ts";
import { ClockMark } from "./clock-mark.tsx";
import { clockTexts } from "./clock-texts.ts";
import { useDuration, useProblemWords } from "./clock-words.ts";
import { contestTexts } from "./contests/contest-texts.ts";
import type { IncidentFile } from "./incident-file.ts";
import { clockUnder } from "./pauses/modes.ts";

interface ClockRowProps {
  readonly clock: ClauseClock;
  readonly mode: PauseMode;
  readonly file: IncidentFile;
  readonly verdicts: readonly Stored<"verdict">[];
  readonly breaches: readonly Stored<"breach">[];
  readonly onWhy: () => void;
  readonly onAsk: OnAsk;
}

/** One promise: what was agreed, when it is due and why, where it stands, and what is to be done about it. */
export function ClockRow(props: ClockRowProps): ReactNode {
  const { clock, mode, file, verdicts, breaches, onWhy, onAsk } = props;
  const t = useTexts(cardTexts);
  const words = useTexts(clockTexts);
  const agreed = useAgreed();
  const { clause, clauseId } = clock;
  const read = clockUnder(clock, mode);
  return (
    <tr className={`is-${read.state}`}>
      <td>
        <strong>{clause.number === undefined ? clause.name : `${clause.number} ${clause.name}`}</strong>{" "}
        {clause.party === "hospital" && <Tag className="sy-tag is-waiting">{t("ours")}</Tag>}
        <div className="sy-quiet">{agreed(clause)}</div>
        {clock.attachedAt !== undefined && (
          <div className="sy-quiet">{t("attached", { at: formatWall(clock.attachedAt) })}</div>
        )}
      </td>
      <td className="sy-clock-due">
        {read.dueAt === undefined ? "—" : formatWall(read.dueAt)}{" "}
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
        <ClockMark clock={read} />
        {read.state === "breached" && clock.state !== "breached" && (
          <div className="sy-quiet">{t("hospitalHolds")}</div>
        )}
        <Remarks clock={clock} onAsk={onAsk} />
        {!file.imported && (
          <BreachCell
            clauseId={clauseId}
            clock={clock}
            verdicts={verdicts}
            breaches={breaches}
            onAsk={onAsk}
          />
        )}
      </td>
    </tr>
  );
}

/** What one has to know about where it stands, a quiet line each. */
function Remarks({ clock, onAsk }: { readonly clock: ClauseClock; readonly onAsk: OnAsk }): ReactNode {
  const t = useTexts(cardTexts);
  const contests = useTexts(contestTexts);
  const label = useLabel();
  const words = useTexts(clockTexts);
  const duration = useDuration();
  const problemWords = useProblemWords();
  const { clause, stoppedBy, range, problem } = clock;
  const isLater = stoppedBy !== undefined && stoppedBy !== clause.stopEvent;
  const evidence = definition.fields.evidence.choices?.[clause.evidence ?? ""];
  const contested =
    range === undefined || range.starts.length > 1 ? clause.startEvent : (stoppedBy ?? clause.stopEvent);
  return (
    <>
      {problem !== undefined && <div className="sy-quiet">{problemWords(problem)}</div>}
      {isLater && (
        <div className="sy-quiet">{t("stoppedByLater", { event: label(EVENT_KINDS[stoppedBy]) })}</div>
      )}
      {clock.evidenceMissing && evidence !== undefined && (
        <div className="sy-clock is-warning">{t("evidenceMissing", { evidence: label(evidence) })}</div>
      )}
      {range !== undefined && clock.state !== "contested" && (
        <div className="sy-clock is-warning">
          {words("contested", { least: duration(range.leastElapsedMs), most: duration(range.mostElapsedMs) })}
        </div>
      )}
      {range !== undefined && (
        <div>
          <Button size="small" onClick={() => onAsk({ kind: "adjudicate", about: contested })}>
            {contests("adjudicate")}
          </Button>
        </div>
      )}
    </>
  );
}
