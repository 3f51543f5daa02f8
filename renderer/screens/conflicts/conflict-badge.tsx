import type { ReactNode } from "react";
import { useTexts } from "../../ui/i18n.ts";
import { conflictTexts } from "./conflicts-texts.ts";
import { useConflicts } from "./use-conflicts.ts";

/** How much waits for somebody to decide or to do again. */
export function ConflictBadge(): ReactNode {
  const t = useTexts(conflictTexts);
  const counts = useConflicts((conflicts) => conflicts.counts(), "counts");
  const count = (counts?.contested ?? 0) + (counts?.refused ?? 0);
  if (count === 0) return null;
  return (
    <span className="sy-nav-count">
      <span aria-hidden>{count > 99 ? "99+" : count}</span>
      <span className="sy-offscreen">{t("navWaiting", { count })}</span>
    </span>
  );
}
