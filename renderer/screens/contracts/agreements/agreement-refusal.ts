import type { AgreementFailure } from "../../../../shared/commands/agreements/agreement-steps.ts";
import type { Refusal } from "../../../records/command-dialog.tsx";
import { useTexts } from "../../../ui/i18n.ts";
import { failureTexts } from "../failure-texts.ts";
import { agreementsTexts } from "./agreements-texts.ts";

/** Why a step of an agreement was not taken, beside the field where there is one. */
export function useAgreementRefusal(): (failure: AgreementFailure) => Refusal {
  const t = useTexts(agreementsTexts);
  const common = useTexts(failureTexts);
  return ({ field, kind }) => {
    const sentence =
      kind === "missing" || kind === "notADate" || kind === "inTheFuture" ? common(kind) : t(kind);
    return field === "" ? sentence : { [field]: sentence };
  };
}
