import { Button } from "antd";
import type { ReactNode } from "react";
import type { Stored } from "../../../../shared/records/index.ts";
import type { ClauseClock } from "../../../../shared/rules/clauses/clause-clock.ts";
import { useTexts } from "../../../ui/i18n.ts";
import type { OnAsk } from "../card-ask.ts";
import { paperAddress } from "../go.ts";
import { standingSheet } from "./breach-state.ts";
import { breachTexts } from "./breach-texts.ts";

interface BreachCellProps {
  readonly clauseId: string;
  /** As it is computed today; undefined where the clause holds no more. */
  readonly clock: ClauseClock | undefined;
  readonly verdicts: readonly Stored<"verdict">[];
  readonly breaches: readonly Stored<"breach">[];
  readonly onAsk: OnAsk;
}

/** For a broken promise of the vendor's: its breach sheet, or the button to issue one. */
export function BreachCell({ clauseId, clock, verdicts, breaches, onAsk }: BreachCellProps): ReactNode {
  const t = useTexts(breachTexts);
  const sheet = standingSheet(clauseId, breaches, verdicts);
  if (sheet !== undefined) {
    return (
      <div>
        <a href={`#${paperAddress("WY01", sheet.id)}`}>{sheet.data.number}</a>
      </div>
    );
  }
  if (clock?.state !== "breached" || clock.clause.party === "hospital") return null;
  // First somebody decides which account of its times holds: a sheet states no guess.
  if (clock.range !== undefined) return null;
  return (
    <div>
      <Button size="small" danger onClick={() => onAsk({ kind: "breach", clock })}>
        {t("issue")}
      </Button>
    </div>
  );
}
