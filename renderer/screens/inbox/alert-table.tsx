import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import type { AnsweredAlert } from "../../../shared/rules/alerts/alert.ts";
import { useToast } from "../../ui/ask.ts";
import { useTexts } from "../../ui/i18n.ts";
import { go } from "../incidents/go.ts";
import { aboutOf } from "./about.ts";
import type { AlertBoard } from "./alert-board.tsx";
import { AlertRow, type RowAction } from "./alert-row.tsx";
import { DecideDialog, SnoozeDialog } from "./answer-dialogs.tsx";
import type { PastAnswer } from "./inbox-filter.ts";
import { inboxTexts } from "./inbox-texts.ts";
import { PastRow } from "./past-row.tsx";
import { useAnswer } from "./use-answer.ts";

interface AlertTableProps {
  readonly board: AlertBoard;
  readonly alerts: readonly AnsweredAlert[];
  readonly past: readonly PastAnswer[];
}

/** Nobody reads further before acting on these. */
const MOST = 100;

/** One line is in the tab order; arrows move it, letters act on it (see `ACTIONS`). */
export function AlertTable({ board, alerts, past }: AlertTableProps): ReactNode {
  const t = useTexts(inboxTexts);
  const toast = useToast();
  const { see } = useAnswer();
  const rows = useRef<(HTMLTableRowElement | null)[]>([]);
  const [at, setAt] = useState(0);
  const [asked, setAsked] = useState<
    { readonly action: RowAction; readonly one: AnsweredAlert } | undefined
  >();
  const shown = alerts.slice(0, MOST);
  const current = Math.min(at, shown.length - 1);

  // A line that was decided is gone: the next one takes its place under the hand.
  const hadFocus = useRef(false);
  useEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) rows.current[current]?.focus();
  });

  const act = (action: RowAction, one: AnsweredAlert): void => {
    if (action === "open") go(aboutOf(one.alert, board).address);
    else if (one.standing === "decided") return;
    else if (action === "see") {
      if (one.standing === "unread") void see([one]).then((wrong) => wrong && toast.problem(wrong));
    } else setAsked({ action, one });
  };
  const onKey = (event: KeyboardEvent, index: number, one: AnsweredAlert): void => {
    const { ctrlKey, altKey, metaKey, shiftKey, nativeEvent } = event;
    if (event.target !== event.currentTarget || nativeEvent.isComposing) return;
    if (ctrlKey || altKey || metaKey || shiftKey) return;
    const to = MOVES[event.key]?.(index, shown.length - 1);
    // The key's place, whatever the input method makes of it.
    const action = event.key === "Enter" ? "open" : ACTIONS[event.code];
    if (to !== undefined) rows.current[to]?.focus();
    else if (action !== undefined) act(action, one);
    else return;
    event.preventDefault();
  };

  return (
    <section className="sy-panel sy-inbox">
      <table className="sy-inbox-table">
        <thead>
          <tr>
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("whose")}</th>
            <th scope="col">{t("when")}</th>
            <th scope="col">{t("actions")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one, index) => (
            <AlertRow
              key={one.alert.key}
              ref={(row) => {
                rows.current[index] = row;
              }}
              one={one}
              board={board}
              tabIndex={index === current ? 0 : -1}
              onFocus={() => {
                hadFocus.current = true;
                setAt(index);
              }}
              onKey={(event) => onKey(event, index, one)}
              onAct={(action) => act(action, one)}
            />
          ))}
          {past.map((one) => (
            <PastRow key={`${one.answer.alertKey} ${one.answer.at}`} past={one} board={board} />
          ))}
        </tbody>
      </table>
      {alerts.length > MOST && <p className="sy-quiet">{t("more", { count: alerts.length - MOST })}</p>}
      {shown.some(({ standing }) => standing !== "decided") && (
        <p className="sy-quiet sy-inbox-keys">{t("keys")}</p>
      )}
      {asked?.action === "snooze" && (
        <SnoozeDialog alert={asked.one.alert} onClose={() => setAsked(undefined)} />
      )}
      {asked?.action === "decide" && (
        <DecideDialog alert={asked.one.alert} onClose={() => setAsked(undefined)} />
      )}
    </section>
  );
}

/** By the first letters of 已阅, 暂缓, 决定. */
const ACTIONS: Readonly<Record<string, RowAction>> = { KeyY: "see", KeyZ: "snooze", KeyJ: "decide" };

const MOVES: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};
