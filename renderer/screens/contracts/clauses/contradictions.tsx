import { WarningOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import type { Contradiction } from "../../../../shared/rules/clauses/contradictions.ts";
import { useTexts } from "../../../ui/i18n.ts";
import { useClauseWords } from "./clause-words.ts";
import { clausesTexts } from "./clauses-texts.ts";

interface ContradictionsProps {
  readonly found: readonly Contradiction[];
  readonly onRule: (contradiction: Contradiction) => void;
}

/** What the contract says twice and differently, side by side, with what is applied (checklist T03/T04, T08–T10). */
export function Contradictions({ found, onRule }: ContradictionsProps): ReactNode {
  const t = useTexts(clausesTexts);
  const open = found.filter(({ ruling }) => ruling === undefined).length;
  return (
    <section
      className={`sy-panel sy-contradictions${open > 0 ? " is-open" : ""}`}
      aria-labelledby="contradictions-title"
    >
      <div className="sy-panel-head">
        <h2 id="contradictions-title">
          <WarningOutlined aria-hidden /> {t("contradictions", { count: found.length })}
        </h2>
        <span className="sy-quiet">{t("contradictionHint")}</span>
      </div>
      {found.map((one) => (
        <OneContradiction key={one.stricter.id} contradiction={one} onRule={() => onRule(one)} />
      ))}
    </section>
  );
}

function OneContradiction(props: {
  readonly contradiction: Contradiction;
  readonly onRule: () => void;
}): ReactNode {
  const t = useTexts(clausesTexts);
  const words = useClauseWords();
  const { clauses, stricter, ruling } = props.contradiction;
  const holds = clauses.find(({ id }) => id === ruling?.data.rulingClauseId) ?? stricter;
  return (
    <div className="sy-contradiction">
      <strong>{words.metric(stricter.data)}</strong>
      <ul>
        {clauses.map((clause) => (
          <li key={clause.id} className={clause.id === holds.id ? "is-applied" : undefined}>
            <div>
              {words.title(clause.data)}{" "}
              <span className={`sy-tag ${clause.id === holds.id ? "is-done" : "is-closed"}`}>
                {t(clause.id === holds.id ? "standing" : ruling === undefined ? "alsoClocked" : "notApplied")}
              </span>
            </div>
            <div>
              {words.promise(clause.data)}，{words.conditions(clause.data)}
            </div>
            {clause.data.wording !== undefined && <div className="sy-quiet">{clause.data.wording}</div>}
          </li>
        ))}
      </ul>
      <div className="sy-contradiction-end">
        <span>
          {ruling === undefined
            ? t("stricterHolds", { name: words.title(stricter.data) })
            : t("ruled", {
                name: words.title(holds.data),
                reason: ruling.data.reason,
                by: ruling.data.decidedBy,
                date: ruling.data.decidedDate,
              })}
        </span>
        <Button size="small" onClick={props.onRule}>
          {t(ruling === undefined ? "rule" : "ruleAgain")}…
        </Button>
      </div>
    </div>
  );
}
