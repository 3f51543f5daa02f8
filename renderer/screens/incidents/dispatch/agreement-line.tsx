import type { ReactNode } from "react";
import type { Stored } from "../../../../shared/records/index.ts";
import { agreementState, costOf } from "../../../../shared/rules/fees/agreement-state.ts";
import { useTexts } from "../../../ui/i18n.ts";
import { yuanText } from "../../../ui/money.ts";
import { agreementsTexts } from "../../contracts/agreements/agreements-texts.ts";
import { contractAddress } from "../../contracts/tabs.ts";
import { paperAddress } from "../go.ts";
import { dispatchTexts } from "./dispatch-texts.ts";

/** A quote of this fault: its number, what it costs, where it stands, and its paper. */
export function AgreementLine({ agreement }: { readonly agreement: Stored<"agreement"> }): ReactNode {
  const t = useTexts(dispatchTexts);
  const words = useTexts(agreementsTexts);
  const { id, data } = agreement;
  const cost = costOf(data);
  const form = data.kind === "visit" ? "F10" : "F11";
  return (
    <li>
      <a href={`#${contractAddress(data.contractId, "agreements")}`}>
        {t("agreement", { number: data.number })}
      </a>{" "}
      {cost !== undefined && `¥${yuanText(cost.fen)} `}
      <span className="sy-quiet">{words(agreementState(data))}</span>{" "}
      <a href={`#${paperAddress(form, id)}`}>{words("print", { form })}</a>
    </li>
  );
}
