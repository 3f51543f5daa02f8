import type { ReactNode } from "react";
import { useTexts } from "../../ui/i18n.ts";
import { aboutOf } from "./about.ts";
import { useAlertBoard } from "./alert-board.tsx";
import { AlertMark } from "./alert-mark.tsx";
import { useAlertWords } from "./alert-words.ts";
import { inboxTexts } from "./inbox-texts.ts";
import "./inbox.css";

const MOST = 5;

/** On the first page, what neither the open incidents nor the ending contracts beside it say: the worst five. */
export function WorstAlerts(): ReactNode {
  const t = useTexts(inboxTexts);
  const wordsOf = useAlertWords();
  const board = useAlertBoard();
  if (board === undefined) return null;
  const worst = board.alerts
    .filter(
      ({ alert, standing }) =>
        !SAID_BESIDE.has(alert.topic) && (standing === "unread" || standing === "seen"),
    )
    .slice(0, MOST);
  return (
    <section className="sy-panel" aria-labelledby="alerts-title">
      <div className="sy-panel-head">
        <h2 id="alerts-title">{t("panel")}</h2>
        <a href="#/inbox">{board.unread === 0 ? t("panelAll") : t("panelUnread", { count: board.unread })}</a>
      </div>
      {worst.length === 0 && <p className="sy-quiet">{t("panelNone")}</p>}
      <ul className="sy-home-list">
        {worst.map(({ alert }) => {
          const { address, title, vendor } = aboutOf(alert, board);
          const { what, when } = wordsOf(alert);
          const whose = alert.party === "hospital" ? t("us") : vendor;
          return (
            <li key={alert.key}>
              <div className="sy-worst">
                <AlertMark urgency={alert.urgency} />
                <a href={`#${address}`} title={title}>
                  {what}
                </a>
              </div>
              <div className="sy-home-line sy-quiet">
                <span>{whose}</span>
                <span>{when}</span>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const SAID_BESIDE: ReadonlySet<string> = new Set(["clock", "term"]);
