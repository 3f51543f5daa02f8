import { useEffect } from "react";
import { readQuietHours } from "../../../shared/rules/alerts/quiet-hours.ts";
import { desktop } from "../../desktop/index.ts";
import { useRung } from "../../state/rung.ts";
import { useTexts } from "../../ui/i18n.ts";
import { aboutOf } from "./about.ts";
import type { AlertBoard } from "./alert-board.tsx";
import { useAlertWords } from "./alert-words.ts";
import { inboxTexts } from "./inbox-texts.ts";
import { toRing } from "./to-ring.ts";

/** More than this at once come as one: whoever opens the window on Monday is not shown forty toasts. */
const MOST_TOASTS = 3;
const LINES = 4;

/** Copies new alerts to the desktop, each once a desk, outside quiet hours unless urgent. */
export function useRinging(board: AlertBoard | undefined): void {
  const t = useTexts(inboxTexts);
  const wordsOf = useAlertWords();
  useEffect(() => {
    if (board === undefined) return;
    // Another window of this desk may have rung since.
    void useRung.persist.rehydrate();
    const { keys, remember } = useRung.getState();
    const quiet = readQuietHours(board.hospital?.data.quietHours);
    const { ring, remembered } = toRing(board.alerts, keys, board.nowMs, quiet.ok ? quiet.value : undefined);
    if (remembered.length !== keys.length || ring.length > 0) remember(remembered);
    if (ring.length === 0) return;
    const toasts = ring.map(({ alert, ringKey }) => {
      const { title, vendor } = aboutOf(alert, board);
      const about = [title, vendor].filter((text) => text !== undefined && text !== "").join(" · ");
      return { tag: ringKey, title: wordsOf(alert).what, body: about };
    });
    if (toasts.length <= MOST_TOASTS) {
      for (const toast of toasts) show(toast.tag, toast.title, toast.body);
      return;
    }
    const lines = toasts.slice(0, LINES).map(({ title }) => title);
    show("shouyue-alerts", t("toastMany", { count: toasts.length }), lines.join("\n"));
    // The words change with the language, and that is no reason to ring.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [board]);
}

/** A desktop that shows nothing, or may not, changes nothing: the inbox is the record. */
function show(tag: string, title: string, body: string): void {
  desktop()
    .notify({ tag: tag.slice(0, 100), title: title.slice(0, 100), body: body.slice(0, 500) })
    .catch(() => undefined);
}
