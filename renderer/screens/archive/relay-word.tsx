import { Alert, Button } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import type { RelayLine } from "../../db/archive.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { relayMoved, useRelayTurn } from "../../state/relay-turn.ts";
import { syncNow, useSyncStatus } from "../../state/sync-status.ts";
import { useTexts } from "../../ui/i18n.ts";
import { refusalKey, refusalTexts } from "../conflicts/refusal-words.ts";
import { failureTexts } from "../people/people-texts.ts";
import { useMe } from "../people/use-me.ts";
import { voucherOf } from "../people/voucher.ts";
import { archiveTexts } from "./archive-texts.ts";

/** How far the office's service has what came by file, who may bring it there, and what it would not take. */
export function RelayWord(): ReactNode {
  const t = useTexts(archiveTexts);
  const whyRefused = useTexts(refusalTexts);
  const failure = useTexts(failureTexts);
  const { archive } = useDesk();
  const me = useMe((known) => known.me);
  const { turn, refusal } = useRelayTurn();
  const isOff = useSyncStatus(({ state }) => state === "off");
  const [lines, setLines] = useState<readonly RelayLine[]>([]);
  useEffect(() => {
    void archive.relay.lines().then(setLines);
  }, [archive, turn]);
  // A workstation that works alone has nobody to bring anything to.
  if (isOff || lines.length === 0) return null;
  const by = voucherOf(me);
  const waits = lines.filter(({ isDone, isLeft }) => !isDone && !isLeft);
  const going = leftOf(waits.filter((line) => line.by !== undefined && line.by === by));
  const unsaid = leftOf(waits.filter((line) => line.by === undefined || line.by !== by));
  const left = lines.filter(({ isLeft }) => isLeft).length;
  const refused = refusedOf(lines);
  const whyStopped = (kind: string): string =>
    Object.hasOwn(failureTexts.keys, kind) ? failure(kind as keyof typeof failureTexts.keys) : kind;
  const vouch = async (account: string): Promise<void> => {
    await archive.relay.vouch(account);
    relayMoved();
    syncNow();
  };
  return (
    <div aria-live="polite">
      {unsaid > 0 && (
        <Alert
          type="warning"
          showIcon
          className="sy-archive-alert"
          title={t(by === undefined ? "relayStays" : "relayVouch", { count: unsaid })}
          action={
            by !== undefined && (
              <Button size="small" onClick={() => void vouch(by)}>
                {t("relayVouchNow")}
              </Button>
            )
          }
        />
      )}
      {going > 0 &&
        (refusal === undefined ? (
          <p role="status">{t("relayGoing", { count: going })}</p>
        ) : (
          <Alert
            type="error"
            showIcon
            className="sy-archive-alert"
            title={t("relayStopped", { count: going, why: whyStopped(refusal) })}
          />
        ))}
      {waits.length === 0 && left < lines.length && <p>{t("relayDone")}</p>}
      {left > 0 && <p className="sy-quiet">{t("relayLeft", { count: left })}</p>}
      {refused.count > 0 && (
        <Alert
          type="warning"
          showIcon
          className="sy-archive-alert"
          title={t("relayRefused", { count: refused.count })}
          description={refused.codes.map(([code, count]) => (
            <p key={code}>
              {count} × {whyRefused(refusalKey(code))}
            </p>
          ))}
        />
      )}
    </div>
  );
}

/** Said before a file is read by somebody whose reading does not reach the office's service. */
export function RelayWarning(): ReactNode {
  const t = useTexts(archiveTexts);
  const me = useMe((known) => known.me);
  if (me === undefined || voucherOf(me) !== undefined) return null;
  return <Alert type="warning" showIcon className="sy-archive-alert" title={t("relayWillStay")} />;
}

function leftOf(lines: readonly RelayLine[]): number {
  return lines.reduce((sum, { upTo, mark }) => sum + upTo - mark, 0);
}

function refusedOf(lines: readonly RelayLine[]): {
  readonly count: number;
  readonly codes: readonly (readonly [code: string, count: number])[];
} {
  const counts = new Map<string, number>();
  for (const { refused } of lines)
    for (const [code, count] of Object.entries(refused)) counts.set(code, (counts.get(code) ?? 0) + count);
  return { count: [...counts.values()].reduce((sum, count) => sum + count, 0), codes: [...counts] };
}
