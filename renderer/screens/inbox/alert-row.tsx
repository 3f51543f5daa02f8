import { Button } from "antd";
import type { KeyboardEvent, ReactNode, Ref } from "react";
import { formatWall } from "../../../shared/lib/instants.ts";
import type { AnsweredAlert } from "../../../shared/rules/alerts/alert.ts";
import { useTexts } from "../../ui/i18n.ts";
import { aboutOf } from "./about.ts";
import type { AlertBoard } from "./alert-board.tsx";
import { AlertMark } from "./alert-mark.tsx";
import { useAlertWords } from "./alert-words.ts";
import { inboxTexts } from "./inbox-texts.ts";

export type RowAction = "see" | "snooze" | "decide" | "open";

interface AlertRowProps {
  readonly one: AnsweredAlert;
  readonly board: AlertBoard;
  readonly tabIndex: number;
  readonly ref: Ref<HTMLTableRowElement>;
  readonly onFocus: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onAct: (action: RowAction) => void;
}

/** What, about what, whose, when, and what to do about it. Unread lines are bold and say so. */
export function AlertRow({ one, board, onAct, onKey, ...row }: AlertRowProps): ReactNode {
  const t = useTexts(inboxTexts);
  const { alert, standing } = one;
  const { what, when, aside, steps } = useAlertWords()(alert);
  const { address, title, vendor } = aboutOf(alert, board);
  const whose = alert.party === "hospital" ? t("us") : (vendor ?? "—");
  return (
    <tr {...row} className={`is-${alert.urgency} is-${standing}`} onKeyDown={onKey}>
      <td>
        <div className="sy-inbox-what">
          <AlertMark urgency={alert.urgency} />
          <span>
            {what}
            {standing === "unread" && <span className="sy-offscreen">（{t("unread")}）</span>}
          </span>
        </div>
        <div className="sy-inbox-about">
          <a href={`#${address}`} tabIndex={-1}>
            {title}
          </a>
        </div>
        <AnswerLine one={one} />
      </td>
      <td>
        {whose}
        {alert.party === "hospital" && vendor !== undefined && <div className="sy-quiet">{vendor}</div>}
      </td>
      <td className="sy-inbox-when" title={steps}>
        {when}
        {aside !== undefined && <div className="sy-quiet">{aside}</div>}
      </td>
      <td className="sy-inbox-do">
        {standing !== "decided" && (
          <>
            <Button size="small" tabIndex={-1} disabled={standing !== "unread"} onClick={() => onAct("see")}>
              {t("seen")}
            </Button>
            <Button size="small" tabIndex={-1} onClick={() => onAct("snooze")}>
              {t("snooze")}
            </Button>
            <Button size="small" tabIndex={-1} onClick={() => onAct("decide")}>
              {t("decide")}
            </Button>
          </>
        )}
      </td>
    </tr>
  );
}

/** What somebody said about it, while it counts. */
function AnswerLine({ one: { answer, standing } }: { readonly one: AnsweredAlert }): ReactNode {
  const t = useTexts(inboxTexts);
  if (answer === undefined) return null;
  const { by = "", at, until, reason = "" } = answer;
  if (standing === "decided")
    return <div className="sy-quiet">{t("decidedBy", { by, at: formatWall(at), reason })}</div>;
  if (standing === "snoozed" && until !== undefined)
    return <div className="sy-quiet">{t("snoozedUntil", { at: formatWall(until), reason })}</div>;
  return null;
}
