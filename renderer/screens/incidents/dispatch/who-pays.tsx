import type { ReactNode } from "react";
import { CAUSES, type Cause } from "../../../../shared/records/causes.ts";
import type { Cover } from "../../../../shared/rules/clauses/cover.ts";
import { whoPays } from "../../../../shared/rules/fees/contract-prices.ts";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import { dispatchTexts } from "./dispatch-texts.ts";

interface WhoPaysProps {
  readonly cause: Cause | undefined;
  readonly cover: Cover;
}

/** Who pays for what came of this cause, as the contract says (checklist C15, C16). Nothing while no cause is written. */
export function WhoPays({ cause, cover }: WhoPaysProps): ReactNode {
  const t = useTexts(dispatchTexts);
  const label = useLabel();
  if (cause === undefined) return null;
  const words = (): string => {
    if (cover.kind === "contractGap") return t("payerNoContract");
    const contract =
      cover.kind === "covered" ? cover.contracts[0] : cover.kind === "perVisit" ? cover.contract : undefined;
    if (contract === undefined) return t("payerOpen");
    const { payer, clauseNumber } = whoPays(contract.data, cause);
    if (payer === undefined) return t("payerOpen");
    const who = t(payer === "vendor" ? "payerVendor" : "payerHospital", { cause: label(CAUSES[cause]) });
    return clauseNumber === undefined ? who : `${who}${t("payerClause", { number: clauseNumber })}`;
  };
  return (
    <p className="sy-who-pays">
      <span className="sy-quiet">{t("payer")}：</span>
      <strong>{words()}</strong>
    </p>
  );
}
