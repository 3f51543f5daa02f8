import { WEEKDAYS } from "../../../shared/lib/dates.ts";
import type { CalendarRecordFailure } from "../../../shared/rules/clauses/calendar-of.ts";
import { defineTexts, useTexts } from "../../ui/i18n.ts";

const texts = defineTexts("calendar", {
  badTime: { zh: "{{where}}的时间写错了：{{detail}}", en: "{{where}}: no such time: {{detail}}" },
  windowPastMidnight: {
    zh: "{{where}}的时段过了午夜：{{detail}}。跨夜请拆成两段：当天到 24:00，次日从 00:00 起",
    en: "{{where}} runs past midnight: {{detail}}. Part it: to 24:00, and from 00:00 the next day",
  },
  windowEndsBeforeStart: {
    zh: "{{where}}的时段结束早于开始：{{detail}}",
    en: "{{where}} ends before it starts: {{detail}}",
  },
  windowsOverlap: { zh: "{{where}}的时段重叠：{{detail}}", en: "{{where}} overlaps: {{detail}}" },
  badWindowText: {
    zh: "{{where}}的时段读不懂：{{detail}}。请写成 08:00-12:00 14:00-18:00",
    en: "{{where}} cannot be read: {{detail}}. Write 08:00-12:00 14:00-18:00",
  },
  badMonthDay: { zh: "季节作息的日期不存在：{{detail}}", en: "A season's day does not exist: {{detail}}" },
  seasonsOverlap: { zh: "两个季节都包含 {{detail}}，请改开", en: "Two seasons both have {{detail}}" },
  badSeason: {
    zh: "季节作息第 {{row}} 行读不懂：{{detail}}。日期写成 6-1、9-30，时段写成 08:00-12:00 14:30-18:00",
    en: "Season {{row}} cannot be read: {{detail}}. Write days as 6-1 and hours as 08:00-12:00 14:30-18:00",
  },
  badOverride: {
    zh: "本院调整读不懂：{{detail}}。日期写成 2026-05-12，后面写休息或上班",
    en: "Our own day cannot be read: {{detail}}. Give a date, and off or work",
  },
  badDate: { zh: "没有这一天：{{detail}}", en: "There is no such day: {{detail}}" },
  dateBothOffAndWork: { zh: "{{detail}} 既休息又上班，请留一个", en: "{{detail}} is both off and worked" },
  neverOpens: {
    zh: "没有一天上班，条款永远到不了期。请填写上班时段，如 08:00-12:00 14:00-18:00",
    en: "It never opens, so nothing would ever fall due. Give opening hours such as 08:00-12:00 14:00-18:00",
  },
  notACalendar: { zh: "内容不完整：{{detail}}", en: "Incomplete: {{detail}}" },
  season: { zh: "季节 {{season}} ", en: "Season {{season}} " },
  weekdays: {
    zh: "周一,周二,周三,周四,周五,周六,周日",
    en: "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday",
  },
});

/** Why a calendar of the hospital cannot be counted with, and what to do about it. */
export function useCalendarWords(): (failure: CalendarRecordFailure) => string {
  const t = useTexts(texts);
  return (failure) => {
    const { kind, detail } = failure;
    if (failure.kind === "badSeason") return t("badSeason", { row: failure.row + 1, detail });
    if (!("weekday" in failure)) return t(kind, { detail });
    const name = t("weekdays").split(",")[WEEKDAYS.indexOf(failure.weekday)] ?? "";
    const season = "season" in failure ? t("season", { season: failure.season ?? "" }) : "";
    return t(kind, { where: `${season}${name}`, detail: detail.replace(/^[a-z]{3} /, "") });
  };
}
