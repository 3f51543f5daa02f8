import type { EnterNoticeFailure } from "../../../shared/commands/enter-notice.ts";
import { weekday, WEEKDAYS } from "../../../shared/lib/dates.ts";
import { useTexts } from "../../ui/i18n.ts";
import { noticeTexts } from "./calendars-texts.ts";

/** What is wrong with a notice, and what to do about it. */
export function useNoticeWords(): (failure: EnterNoticeFailure) => string {
  const t = useTexts(noticeTexts);
  return (failure) => {
    const row = "row" in failure ? failure.row + 1 : 0;
    switch (failure.kind) {
      case "badDate":
        return failure.text.trim() === ""
          ? t("dateMissing", { row })
          : t("badDate", { row, text: failure.text });
      case "offTooLong":
        return t("offTooLong", { row, days: failure.days });
      case "outsideYear":
      case "holidaysOverlap":
      case "workInsideHoliday":
      case "dateBothOffAndWork":
      case "workTwice":
        return t(failure.kind, { row, date: failure.date });
      case "workOnWeekday": {
        const name = t("weekdays").split(",")[WEEKDAYS.indexOf(weekday(failure.date))] ?? "";
        return t("workOnWeekday", { row, date: failure.date, weekday: name });
      }
      case "yearTaken":
        return t("yearTaken", { number: failure.number });
      default:
        return t(failure.kind, { row });
    }
  };
}
