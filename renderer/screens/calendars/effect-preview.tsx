import type { ReactNode } from "react";
import type { NoticePreview } from "../../../shared/commands/enter-notice.ts";
import { formatWall } from "../../../shared/lib/instants.ts";
import type { DueSide } from "../../../shared/rules/calendar/due-moves.ts";
import { recordAddress } from "../../records/addresses.ts";
import { useTexts } from "../../ui/i18n.ts";
import { calendarsTexts } from "./calendars-texts.ts";

/** Which due times of open incidents the notice moves, before it is saved. */
export function EffectPreview({ preview }: { readonly preview: NoticePreview | undefined }): ReactNode {
  const t = useTexts(calendarsTexts);
  return (
    <section className="sy-panel" aria-labelledby="effect-title">
      <h2 id="effect-title">{t("effectTitle")}</h2>
      <div aria-live="polite">
        {preview === undefined ? <p>{t("effectWaiting")}</p> : <Moves {...preview} />}
      </div>
    </section>
  );
}

function Moves({ moved, settled }: NoticePreview): ReactNode {
  const t = useTexts(calendarsTexts);
  return (
    <>
      <p>
        {moved.length === 0 ? t("effectNone") : t("effectMoved", { count: moved.length })}
        {settled.length > 0 && ` ${t("effectSettled", { count: settled.length })}`}
      </p>
      {moved.length > 0 && (
        <table className="sy-table">
          <thead>
            <tr>
              {(["effectIncident", "effectClause", "effectBefore", "effectAfter"] as const).map((key) => (
                <th key={key} scope="col">
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {moved.map((move) => (
              <tr key={`${move.incidentId} ${move.clauseId}`}>
                <td>
                  {/* In a window of its own: what was typed must not be lost for a look. */}
                  <a href={`#${recordAddress("incident", move.incidentId)}`} target="_blank" rel="noreferrer">
                    {move.number} {move.title}
                  </a>
                </td>
                <td>{move.clauseName}</td>
                <td>
                  <Side side={move.before} />
                </td>
                <td>
                  <strong>
                    <Side side={move.after} />
                  </strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Side({ side }: { readonly side: DueSide }): ReactNode {
  const t = useTexts(calendarsTexts);
  return (
    <>
      {side.dueAt === undefined ? t("noDue") : formatWall(side.dueAt)}
      {side.provisional && t("provisional")}
    </>
  );
}
