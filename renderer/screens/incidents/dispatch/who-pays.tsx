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
    const { payer, clauseNumber, isLiable } = whoPays(contract.data, cause);
    if (payer === undefined) return t("payerOpen");
    const isExcluded = contract.data.exclusions?.some((row) => row.cause === cause) === true;
    const unsaid = payer === "vendor" && !isExcluded && !OWN_FAULT.includes(cause);
    const who = payer === "hospital" ? "payerHospital" : unsaid ? "payerUnsaid" : "payerVendor";
    const clause = clauseNumber === undefined ? "" : t("payerClause", { number: clauseNumber });
    const loss = isLiable ? t("payerLiable") : "";
    return `${t(who, { cause: label(CAUSES[cause]) })}${clause}${loss}`;
  };
  return (
    <p className="sy-who-pays">
      <span className="sy-quiet">{t("payer")}：</span>
      <strong>{words()}</strong>
    </p>
  );
}

/** The vendor's own doing: no contract has to say so. */
const OWN_FAULT: readonly Cause[] = ["defect", "mishandling"];
