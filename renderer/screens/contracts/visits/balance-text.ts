import type { Balance } from "../../../../shared/rules/entitlements/balance.ts";
import type { Translate } from "../../../ui/i18n.ts";
import type { visitsTexts } from "./visits-texts.ts";

/** `共 5，已用 3，预占 0，剩 2`; what two desks used beyond the grant is said as that, not as less than nothing. */
export function balanceText(
  { granted, carried, used, reserved, left }: Balance,
  t: Translate<keyof typeof visitsTexts.keys>,
): string {
  if (granted === undefined || left === undefined) {
    return `${t("unlimited")} · ${t("usedOnly", { used, reserved })}`;
  }
  const total = `${granted + carried}${carried > 0 ? t("carried", { carried }) : ""}`;
  return left < 0
    ? t("overused", { total, used, reserved, over: -left })
    : t("balance", { total, used, reserved, left });
}
