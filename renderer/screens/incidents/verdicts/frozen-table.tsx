import { Alert, Button } from "antd";
import { useMemo, type ReactNode } from "react";
import type { Stored } from "../../../../shared/records/index.ts";
import type { ClauseClock } from "../../../../shared/rules/clauses/clause-clock.ts";
import { differences, latestVerdicts } from "../../../../shared/rules/verdicts/differences.ts";
import { useTexts } from "../../../ui/i18n.ts";
import { BreachCell } from "../breaches/breach-cell.tsx";
import type { OnAsk } from "../card-ask.ts";
import { cardTexts } from "../card-texts.ts";
import { FrozenRow } from "./frozen-row.tsx";
import { verdictTexts } from "./verdict-texts.ts";

interface FrozenTableProps {
  readonly verdicts: readonly Stored<"verdict">[];
  readonly breaches: readonly Stored<"breach">[];
  /** As they are computed today. */
  readonly clocks: readonly ClauseClock[];
  readonly onWhy: (clauseId: string) => void;
  readonly onAsk: OnAsk;
}

/** The clauses of a closed incident as they were frozen, and whether today's computation says otherwise. */
export function FrozenTable({ verdicts, breaches, clocks, onWhy, onAsk }: FrozenTableProps): ReactNode {
  const t = useTexts(verdictTexts);
  const words = useTexts(cardTexts);
  const latest = useMemo(() => inOrderOf([...latestVerdicts(verdicts).values()]), [verdicts]);
  const found = useMemo(() => differences(verdicts, clocks), [verdicts, clocks]);
  const changed = new Set(found.map(({ clauseId }) => clauseId));
  const earlier = verdicts.length - latest.length;
  return (
    <>
      {found.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t("differ", { clauses: found.map(({ clauseName }) => clauseName).join("、") })}
          action={
            <Button size="small" onClick={() => onAsk({ kind: "reEvaluate" })}>
              {t("reEvaluate")}
            </Button>
          }
        />
      )}
      <table className="sy-clocks">
        <thead>
          <tr>
            <th scope="col">{words("clause")}</th>
            <th scope="col">{words("due")}</th>
            <th scope="col">{t("result")}</th>
          </tr>
        </thead>
        <tbody>
          {latest.map(({ id, data }) => {
            const clock = clocks.find(({ clauseId }) => clauseId === data.clauseId);
            const isSame = clock !== undefined && !changed.has(data.clauseId) && clock.problem === undefined;
            return (
              <FrozenRow
                key={id}
                verdict={data}
                onWhy={isSame ? () => onWhy(data.clauseId) : undefined}
                breach={
                  <BreachCell
                    clauseId={data.clauseId}
                    clock={clock}
                    verdicts={verdicts}
                    breaches={breaches}
                    onAsk={onAsk}
                  />
                }
              />
            );
          })}
        </tbody>
      </table>
      {earlier > 0 && (
        <details className="sy-aside">
          <summary>{t("earlier", { count: earlier })}</summary>
          <table className="sy-clocks">
            <tbody>
              {verdicts
                .filter((verdict) => !latest.includes(verdict))
                .map(({ id, data }) => (
                  <FrozenRow key={id} verdict={data} onWhy={undefined} breach={null} />
                ))}
            </tbody>
          </table>
        </details>
      )}
    </>
  );
}

/** As the clocks stood: the earliest due first. */
function inOrderOf(verdicts: readonly Stored<"verdict">[]): readonly Stored<"verdict">[] {
  return [...verdicts].sort((a, b) => ((a.data.dueAt ?? "~") < (b.data.dueAt ?? "~") ? -1 : 1));
}
