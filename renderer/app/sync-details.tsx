import { Button } from "antd";
import type { ReactNode } from "react";
import { formatWall } from "../../shared/lib/instants.ts";
import { syncNow, useSyncStatus } from "../state/sync-status.ts";
import { useTexts } from "../ui/i18n.ts";
import { refusalTexts, syncTexts } from "./sync-texts.ts";

/** What there is to say of the second copy at the service, and what to do about it. */
export function SyncDetails(): ReactNode {
  const t = useTexts(syncTexts);
  const why = useTexts(refusalTexts);
  const { state, waiting, lastAt, since, refusal, clockOffsetMs } = useSyncStatus();
  const key = Object.hasOwn(refusalTexts.keys, refusal ?? "")
    ? (refusal as keyof typeof refusalTexts.keys)
    : "other";
  const lines: readonly (readonly [string, string])[] = [
    ...(since === undefined ? [] : [[t("since"), formatWall(since)] as const]),
    [t("waiting"), waiting === 0 ? t("nothing") : t("count", { count: waiting })],
    [t("last"), lastAt === undefined ? t("notYet") : formatWall(lastAt)],
    ...(clockOffsetMs === undefined
      ? []
      : [[t("clock"), t("seconds", { seconds: Math.round(clockOffsetMs / 1000) })] as const]),
  ];
  return (
    <div className="sy-sync-details">
      <strong>{t(state)}</strong>
      <p>{state === "refused" ? why(key) : t(`${state}Help`)}</p>
      {state !== "off" && (
        <>
          <dl>
            {lines.map(([term, text]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          <Button size="small" onClick={syncNow} disabled={state === "syncing"}>
            {t("now")}
          </Button>
        </>
      )}
    </div>
  );
}
