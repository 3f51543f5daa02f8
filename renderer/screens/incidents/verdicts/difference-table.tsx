import type { ReactNode } from "react";
import { formatWall } from "../../../../shared/lib/instants.ts";
import { VERDICTS } from "../../../../shared/records/verdicts.ts";
import type { Difference } from "../../../../shared/rules/verdicts/differences.ts";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import { useDuration } from "../clock-words.ts";
import { verdictTexts } from "./verdict-texts.ts";

/** What a re-evaluation would change, clause by clause. */
export function DifferenceTable({ found }: { readonly found: readonly Difference[] }): ReactNode {
  const t = useTexts(verdictTexts);
  const label = useLabel();
  const duration = useDuration();
  const side = (result: Difference["before"]): ReactNode => {
    if (result === undefined) return t("none");
    return (
      <>
        {result.verdict === "breached"
          ? t("breached", { time: duration(result.overrunMs) })
          : label(VERDICTS[result.verdict])}
        {result.dueAt !== undefined && (
          <div className="sy-quiet">{t("due", { at: formatWall(result.dueAt) })}</div>
        )}
      </>
    );
  };
  return (
    <table className="sy-table">
      <thead>
        <tr>
          <th scope="col">{t("clause")}</th>
          <th scope="col">{t("before")}</th>
          <th scope="col">{t("after")}</th>
        </tr>
      </thead>
      <tbody>
        {found.map(({ clauseId, clauseName, before, after }) => (
          <tr key={clauseId}>
            <td>{clauseName}</td>
            <td>{side(before)}</td>
            <td>{side(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
