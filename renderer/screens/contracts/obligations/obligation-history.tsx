import { Button } from "antd";
import type { ReactNode } from "react";
import type { Stored } from "../../../../shared/records/index.ts";
import { obligationEntry } from "../../../../shared/records/obligation-entry.ts";
import type { ObligationStates } from "../../../../shared/rules/obligations/obligation-states.ts";
import { withdrawnIds } from "../../../../shared/rules/obligations/standing-entries.ts";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import { obligationsTexts } from "./obligations-texts.ts";
import { dueText, occurrenceWords, violationText } from "./obligation-words.ts";

interface ObligationHistoryProps {
  readonly states: ObligationStates;
  readonly entries: readonly Stored<"obligationEntry">[];
  readonly onWithdraw: (entry: Stored<"obligationEntry">) => void;
  /** Forgives one change. */
  readonly onWaive: (entry: Stored<"obligationEntry">) => void;
}

/** What was due and what came, then every line that somebody wrote, the newest first. */
export function ObligationHistory({
  states,
  entries,
  onWithdraw,
  onWaive,
}: ObligationHistoryProps): ReactNode {
  const t = useTexts(obligationsTexts);
  const label = useLabel();
  const gone = withdrawnIds(entries);
  const newest = [...entries].sort((a, b) => (a.data.recordedAt < b.data.recordedAt ? 1 : -1));
  const past = states.occurrences
    .filter(({ state }) => state !== "upcoming")
    .slice(-12)
    .reverse();
  return (
    <>
      {past.length > 0 && (
        <ul>
          {past.map((one) => {
            const { text, tone } = occurrenceWords(one, t);
            return (
              <li key={one.dueDate}>
                {dueText(one)}：<span className={`sy-clock is-${tone}`}>{text}</span>
              </li>
            );
          })}
        </ul>
      )}
      {states.changes.length > 0 && (
        <ul>
          {states.changes.map(({ entry, state, violations }) => (
            <li key={entry.id}>
              {entry.data.day}{" "}
              <span className={`sy-clock ${state === "violated" ? "is-danger" : "is-quiet"}`}>
                {t(state)}
              </span>{" "}
              {violations.map((violation) => violationText(violation, t)).join("；")}{" "}
              {state === "violated" && (
                <Button type="link" size="small" onClick={() => onWaive(entry)}>
                  {t("waive")}…
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {entries.length === 0 && past.length === 0 && <p className="sy-quiet">{t("noHistory")}</p>}
      {entries.length > 0 && (
        <table className="sy-table">
          <tbody>
            {newest.map((entry) => {
              const { data } = entry;
              const kind = obligationEntry.fields.kind.choices?.[data.kind];
              return (
                <tr key={entry.id} className={gone.has(entry.id) ? "is-gone" : undefined}>
                  <td className="is-date">{data.day}</td>
                  <td>{kind === undefined ? data.kind : label(kind)}</td>
                  <td>{data.dueDate === undefined ? "" : t("dueOn", { date: data.dueDate })}</td>
                  <td>{[data.by, data.proof, data.note].filter((part) => part !== undefined).join("；")}</td>
                  <td>
                    {data.kind !== "withdrawn" && !gone.has(entry.id) && (
                      <Button type="link" size="small" onClick={() => onWithdraw(entry)}>
                        {t("withdraw")}…
                      </Button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </>
  );
}
