import { useTexts } from "../../../ui/i18n.ts";
import { balanceText } from "../../contracts/visits/balance-text.ts";
import type { StandingEntitlement } from "../../contracts/visits/standing-entitlements.ts";
import { visitsTexts } from "../../contracts/visits/visits-texts.ts";
import { dispatchTexts } from "./dispatch-texts.ts";

/** `紧急上门：共 5，已用 3，预占 0，剩 2`. */
export function useBalanceWords(): (grant: StandingEntitlement) => string {
  const t = useTexts(dispatchTexts);
  const visits = useTexts(visitsTexts);
  return ({ entitlement, balance }) =>
    t("balanceOf", { name: entitlement.data.name, balance: balanceText(balance, visits) });
}
