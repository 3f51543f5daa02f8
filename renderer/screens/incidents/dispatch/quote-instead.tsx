import { Button } from "antd";
import type { ReactNode } from "react";
import type { Cover } from "../../../../shared/rules/clauses/cover.ts";
import { useTexts } from "../../../ui/i18n.ts";
import type { OnAsk } from "../card-ask.ts";
import { dispatchContracts } from "./dispatch-plan.ts";
import { dispatchTexts } from "./dispatch-texts.ts";

/** Where no clock runs a visit can still be quoted, by the contract that ended or is paid by the visit. */
export function QuoteInstead({ cover, onAsk }: { readonly cover: Cover; readonly onAsk: OnAsk }): ReactNode {
  const t = useTexts(dispatchTexts);
  const [contract] = dispatchContracts(cover);
  if (contract === undefined) return null;
  return (
    <Button size="small" onClick={() => onAsk({ kind: "quote", contractId: contract.id })}>
      {t("quote")}
    </Button>
  );
}
