import { Button } from "antd";
import type { ReactNode } from "react";
import { formatWall } from "../../../../shared/lib/instants.ts";
import { AGREEMENTS, PARTIES, PAUSE_REASONS } from "../../../../shared/records/pause-terms.ts";
import type { PauseStretch } from "../../../../shared/rules/incidents/pauses.ts";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import type { OnAsk } from "../card-ask.ts";
import { pauseTexts } from "./pause-texts.ts";

interface PauseLedgerProps {
  readonly pauses: readonly PauseStretch[];
  readonly onAsk: OnAsk;
}

/** 暂停台账: every pause with who asked, who holds it, and what proves it (beyond.md item 2). */
export function PauseLedger({ pauses, onAsk }: PauseLedgerProps): ReactNode {
  const t = useTexts(pauseTexts);
  if (pauses.length === 0) return null;
  return (
    <section className="sy-panel" aria-labelledby="pauses-title">
      <h2 id="pauses-title">{t("title")}</h2>
      <table className="sy-table">
        <thead>
          <tr>
            <th scope="col">{t("span")}</th>
            <th scope="col">{t("why")}</th>
            <th scope="col">{t("agreement")}</th>
            <th scope="col">{t("proof")}</th>
            <th aria-label={t("hold")} />
          </tr>
        </thead>
        <tbody>
          {pauses.map((pause) => (
            <PauseRow key={pause.from} pause={pause} onHold={() => onAsk({ kind: "holdPause", pause })} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function PauseRow({
  pause,
  onHold,
}: {
  readonly pause: PauseStretch;
  readonly onHold: () => void;
}): ReactNode {
  const t = useTexts(pauseTexts);
  const label = useLabel();
  const from = formatWall(pause.from);
  return (
    <tr>
      <td className="sy-nowrap">
        {t("from", { from })}
        <div>{pause.to === undefined ? t("ongoing") : t("to", { to: formatWall(pause.to) })}</div>
        {pause.capAt !== undefined && (
          <div className="sy-quiet">{t("notBeyond", { at: formatWall(pause.capAt) })}</div>
        )}
      </td>
      <td>
        {pause.reason === undefined ? t("noReason") : label(PAUSE_REASONS[pause.reason])}
        {pause.askedBy !== undefined && (
          <div className="sy-quiet">{t("asked", { who: label(PARTIES[pause.askedBy]) })}</div>
        )}
        {pause.note !== undefined && <div className="sy-quiet">{pause.note}</div>}
      </td>
      <td>{label(AGREEMENTS[pause.agreement])}</td>
      <td>
        {pause.agreedBy ?? (pause.proof === undefined ? "—" : "")}
        {pause.proof !== undefined && <div className="sy-quiet">{pause.proof}</div>}
      </td>
      <td>
        <Button size="small" onClick={onHold}>
          {t("hold")}
        </Button>
      </td>
    </tr>
  );
}
