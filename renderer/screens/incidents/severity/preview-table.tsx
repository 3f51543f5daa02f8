import type { ReactNode } from "react";
import { formatWall } from "../../../../shared/lib/instants.ts";
import type { ClauseClock } from "../../../../shared/rules/clauses/clause-clock.ts";
import { useTexts } from "../../../ui/i18n.ts";
import type { SeverityPreview } from "./severity-preview.ts";
import { severityTexts } from "./severity-texts.ts";

/** Due times before and after, and what stays silent. */
export function PreviewTable({ preview }: { readonly preview: SeverityPreview }): ReactNode {
  const t = useTexts(severityTexts);
  const due = (clock: ClauseClock | undefined): string => {
    if (clock === undefined) return t("notHeld");
    if (clock.dueAt !== undefined) return formatWall(clock.dueAt);
    return clock.state === "paused" ? t("paused") : "—";
  };
  return (
    <div className="sy-preview">
      <strong>{t("preview")}</strong>
      {preview.moved.length === 0 ? (
        <p className="sy-quiet">{t("unchanged")}</p>
      ) : (
        <table className="sy-table">
          <thead>
            <tr>
              <th scope="col">{t("clause")}</th>
              <th scope="col">{t("before")}</th>
              <th scope="col">{t("after")}</th>
            </tr>
          </thead>
          <tbody>
            {preview.moved.map(({ clauseId, clauseName, before, after }) => (
              <tr key={clauseId}>
                <td>{clauseName}</td>
                <td>{due(before)}</td>
                <td>{due(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {preview.silent.length > 0 && (
        <>
          <p className="sy-command-note is-warning">{t("silent")}</p>
          <ul>
            {preview.silent.map(({ clauseName, percent, at }) => (
              <li key={clauseName}>{t("silentOne", { clause: clauseName, percent, at: formatWall(at) })}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
