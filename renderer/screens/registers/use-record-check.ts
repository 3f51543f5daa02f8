import type { RecordType } from "../../../shared/records/index.ts";
import type { FormValues } from "../../records/form-values.ts";
import { defineTexts, useTexts } from "../../ui/i18n.ts";
import { useCalendarWords } from "../calendars/calendar-words.ts";
import { failureTexts } from "../contracts/failure-texts.ts";
import { recordRefusals } from "./record-refusals.ts";

const texts = defineTexts("registerRefusals", {
  quietHours: {
    zh: "看不懂。请写成 22:00-07:00，不用就留空",
    en: "Cannot be read. Write 22:00-07:00, or leave it empty",
  },
});

/** What a register's form asks before it saves: a sentence for each field to change. */
export function useRecordCheck(type: RecordType): (data: FormValues) => Readonly<Record<string, string>> {
  const t = useTexts(texts);
  const failureWords = useTexts(failureTexts);
  const calendarWords = useCalendarWords();
  return (data) => {
    const sentences: Record<string, string> = {};
    for (const refused of recordRefusals(type, data)) {
      sentences[refused.field] ??=
        refused.kind === "calendar"
          ? calendarWords(refused.failure)
          : refused.kind === "quietHours"
            ? t("quietHours")
            : failureWords(refused.kind);
    }
    return sentences;
  };
}
