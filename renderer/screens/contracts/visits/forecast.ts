import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import type { Balance } from "../../../../shared/rules/entitlements/balance.ts";
import { forecastOf } from "../../../../shared/rules/entitlements/forecast.ts";
import type { Translate } from "../../../ui/i18n.ts";
import { yuanText } from "../../../ui/money.ts";
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
  const forecast = forecastOf(balance, today);
  const fee = yuanText(nextFen);
  switch (forecast.kind) {
    case "noSample":
      return undefined;
    case "usedUp":
      return t("usedUp", { next: forecast.next, fee });
    case "allReserved":
      return t("allReserved");
    case "lasts":
      return t("lasts");
    case "exhausts": {
      const [year = "", month = ""] = forecast.on.split("-");
      const { last, next } = forecast;
      return t("exhausts", { last, next, year, month: Number(month), fee });
    }
  }
}
