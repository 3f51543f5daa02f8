import { Alert } from "antd";
import { useState, type ReactNode } from "react";
import { formatWall } from "../../../shared/lib/instants.ts";
import type { Checked } from "../../db/archive.ts";
import { useTexts } from "../../ui/i18n.ts";
import { archiveTexts } from "./archive-texts.ts";

const HOUR_MS = 3_600_000;
/** Clocks of an office differ by minutes; by more, somebody should look. */
const AHEAD_MS = HOUR_MS / 4;

/** What a sound file is and holds, before it is taken in. */
export function CheckedFile({ checked }: { readonly checked: Checked }): ReactNode {
  const t = useTexts(archiveTexts);
  const [now] = useState(() => Date.now());
  const { head, manifest, fingerprint, newestMs } = checked;
  const { changes, blobs, missing } = manifest;
  return (
    <>
      <Alert type="success" showIcon title={t("sound")} className="sy-archive-alert" />
      <dl className="sy-archive-facts">
        <dt>{t("from")}</dt>
        <dd>
          {head.name} {head.desk} {head.ferry !== undefined && t("fileNo", { no: head.ferry.no })}
        </dd>
        <dt>{t("madeAt")}</dt>
        <dd>{formatWall(head.madeAt)}</dd>
        <dt>{t("holds")}</dt>
        <dd>
          {t("holdsText", { changes, blobs })}
          {missing.length > 0 && t("missingText", { count: missing.length })}
        </dd>
        <dt>{t("signer")}</dt>
        <dd>
          <code>{fingerprint}</code>
        </dd>
      </dl>
      {newestMs > now + AHEAD_MS && (
        <Alert
          type="warning"
          showIcon
          className="sy-archive-alert"
          title={t("ahead", { hours: ((newestMs - now) / HOUR_MS).toFixed(1) })}
        />
      )}
      <p className="sy-quiet">{t("takeInHelp")}</p>
    </>
  );
}
