import type { ReactNode } from "react";
import { useTexts } from "../../ui/i18n.ts";
import { useAlertBoard } from "./alert-board.tsx";
import { inboxTexts } from "./inbox-texts.ts";
import { useRinging } from "./use-ringing.ts";
import "./inbox.css";

/** How many alerts nobody has seen; stands in the navigation all the time, so it rings, too. */
export function UnreadBadge(): ReactNode {
  const t = useTexts(inboxTexts);
  const board = useAlertBoard();
  useRinging(board);
  if (board === undefined || board.unread === 0) return null;
  return (
    <span className="sy-nav-count">
      <span aria-hidden>{board.unread > 99 ? "99+" : board.unread}</span>
      <span className="sy-offscreen">{t("navUnread", { count: board.unread })}</span>
    </span>
  );
}
