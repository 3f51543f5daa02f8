import { CaretDownOutlined, CaretRightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { obligation as definition } from "../../../../shared/records/obligation.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { editAddress } from "../../../records/addresses.ts";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import type { ObligationAct } from "./obligation-dialog.tsx";
import { ObligationHistory } from "./obligation-history.tsx";
import type { StandingObligation } from "./standing-obligations.ts";
import { obligationsTexts } from "./obligations-texts.ts";
import { dueText, nextOpen, ruleText, settleable, standingWords } from "./obligation-words.ts";

interface ObligationRowProps {
  readonly one: StandingObligation;
  readonly entries: readonly Stored<"obligationEntry">[];
  readonly onAct: (act: ObligationAct) => void;
}

/** One obligation in a line with what can be done about it; opened, every occurrence and entry. */
export function ObligationRow({ one, entries, onAct }: ObligationRowProps): ReactNode {
  const t = useTexts(obligationsTexts);
  const label = useLabel();
  const [open, setOpen] = useState(false);
  const { obligation, states } = one;
  const { data } = obligation;
  const { text, tone } = standingWords(data, states, t);
  const next = nextOpen(states.occurrences);
  const recurs = definition.fields.recurrence.choices?.[data.recurrence];
  const act = (verb: "fulfil" | "waive" | "change"): void => onAct({ verb, one, entries });
  return (
    <>
      <tr>
        <td className="sy-clause-caret">
          <Button
            type="text"
            size="small"
            aria-expanded={open}
            aria-label={t(open ? "shut" : "open", { name: data.name })}
            icon={open ? <CaretDownOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />}
            onClick={() => setOpen(!open)}
          />
        </td>
        <td>
          {data.name}
          {data.clauseNumber !== undefined && <span className="sy-quiet"> {data.clauseNumber}</span>}
        </td>
        <td>
          {recurs === undefined ? "" : label(recurs)}
          <div className="sy-quiet">{ruleText(data, t)}</div>
        </td>
        <td>{next === undefined ? "" : dueText(next)}</td>
        <td>
          <span className={`sy-clock is-${tone}`}>{text}</span>
        </td>
        <td>
          <div className="sy-contract-buttons is-end">
            {data.recurrence === "onChange" ? (
              <Button size="small" onClick={() => act("change")}>
                {t("change")}…
              </Button>
            ) : (
              <>
                <Button size="small" onClick={() => act("fulfil")}>
                  {t("fulfil")}…
                </Button>
                <Button
                  size="small"
                  disabled={settleable(states.occurrences).length === 0}
                  onClick={() => act("waive")}
                >
                  {t("waive")}…
                </Button>
              </>
            )}
          </div>
        </td>
      </tr>
      {open && (
        <tr className="sy-clause-more">
          <td />
          <td colSpan={5}>
            {data.wording !== undefined && <blockquote>{data.wording}</blockquote>}
            <h3>
              {t("history")} <a href={`#${editAddress("obligation", obligation.id)}`}>{t("edit")}</a>
            </h3>
            <ObligationHistory
              states={states}
              entries={entries}
              onWithdraw={(entry) => onAct({ verb: "withdraw", one, entries, entry })}
              onWaive={(entry) => onAct({ verb: "waiveChange", one, entries, entry })}
            />
          </td>
        </tr>
      )}
    </>
  );
}
