import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import type { Translate } from "../../../ui/i18n.ts";
import { yuanText } from "../../../ui/money.ts";
import { exhaustionOf, type Balance } from "./ledger.ts";
import type { visitsTexts } from "./visits-texts.ts";

type Words = Translate<keyof typeof visitsTexts.keys>;

/**
 * "At this rate the fifth falls in August; the sixth costs about ¥…" (beyond.md item 4). `nextFen` is what one more
 * visit costs outside the contract. Undefined where there is nothing to foresee.
 */
export function forecastText(
  balance: Balance,
  nextFen: number,
  today: CalendarDate,
  t: Words,
): string | undefined {
  const { granted, carried, used, reserved, left } = balance;
  if (granted === undefined || left === undefined || balance.period === undefined) return undefined;
  const total = granted + carried;
  const fee = yuanText(nextFen);
  if (used >= total) return t("usedUp", { next: total + 1, fee });
  if (left <= 0 && reserved > 0) return t("allReserved");
  const exhaustion = exhaustionOf(balance, today);
  if (exhaustion === undefined) return undefined;
  if (!exhaustion.withinPeriod) return t("lasts");
  const [year = "", month = ""] = exhaustion.date.split("-");
  return t("exhausts", { last: total, next: total + 1, year, month: Number(month), fee });
}
