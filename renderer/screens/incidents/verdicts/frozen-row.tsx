import { QuestionCircleOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { formatWall } from "../../../../shared/lib/instants.ts";
import { verdict as definition } from "../../../../shared/records/verdict.ts";
import type { Verdict } from "../../../../shared/records/index.ts";
import { VERDICTS, type VerdictCode } from "../../../../shared/records/verdicts.ts";
import { isWithdrawn } from "../../../../shared/rules/verdicts/differences.ts";
import { PAUSE_MODES } from "../../../../shared/rules/clauses/pause-modes.ts";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import { cardTexts } from "../card-texts.ts";
import { useDuration } from "../clock-words.ts";
import { verdictTexts } from "./verdict-texts.ts";

interface FrozenRowProps {
  readonly verdict: Verdict;
  /** Explains the time; undefined where today's computation is another one or gone. */
  readonly onWhy: (() => void) | undefined;
  /** The breach sheet of this clause, or the button to issue one. */
  readonly breach: ReactNode;
}

const TONES: Readonly<Record<VerdictCode, string>> = {
  met: "is-ok",
  breached: "is-danger",
  running: "is-plain",
  range: "is-warning",
  unknown: "is-quiet",
};

/** A clause as it was held when it was frozen, with who froze it and when. */
export function FrozenRow({ verdict, onWhy, breach }: FrozenRowProps): ReactNode {
  const t = useTexts(verdictTexts);
  const words = useTexts(cardTexts);
  const label = useLabel();
  const duration = useDuration();
  const { clauseName, clauseNumber, dueAt, verdictBoth, verdictHospital, verdictAll } = verdict;
  const cause = definition.fields.cause.choices?.[verdict.cause];
  const result = isWithdrawn(verdict)
    ? t("withdrawn")
    : verdict.verdict === "met"
      ? t("met", { time: duration(verdict.elapsedMs) })
      : verdict.verdict === "breached"
        ? t("breached", { time: duration(verdict.overrunMs) })
        : label(VERDICTS[verdict.verdict]);
  const isDisputed = verdictBoth !== verdictHospital || verdictAll !== verdictHospital;
  return (
    <tr>
      <td>
        <strong>{clauseNumber === undefined ? clauseName : `${clauseNumber} ${clauseName}`}</strong>
        <div className="sy-quiet">
          {t("frozen", {
            cause: cause === undefined ? verdict.cause : label(cause),
            at: formatWall(verdict.frozenAt),
          })}
          {verdict.by !== undefined && `${t("comma")}${t("by", { name: verdict.by })}`}
        </div>
        {verdict.reason !== undefined && (
          <div className="sy-quiet">{t("reason", { reason: verdict.reason })}</div>
        )}
      </td>
      <td className="sy-clock-due">
        {dueAt === undefined ? t("dueUnknown") : formatWall(dueAt)}
        {onWhy !== undefined && (
          <div>
            <Button type="link" size="small" icon={<QuestionCircleOutlined aria-hidden />} onClick={onWhy}>
              {words("why")}
            </Button>
          </div>
        )}
      </td>
      <td>
        <span className={`sy-clock ${TONES[verdict.verdict]}`}>{result}</span>
        {isDisputed && (
          <div className="sy-quiet">
            {t("readings", {
              both: label(PAUSE_MODES.both),
              bothResult: label(VERDICTS[verdictBoth]),
              all: label(PAUSE_MODES.all),
              allResult: label(VERDICTS[verdictAll]),
            })}
          </div>
        )}
        {breach}
      </td>
    </tr>
  );
}
