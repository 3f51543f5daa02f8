import { defineTexts } from "./i18n.ts";

export const inputTexts = defineTexts("input", {
  unreadable: {
    zh: "看不懂这个日期或时间，请写成 2026-1-4 或 2026-1-4 8:30",
    en: "Not a date or time. Write 2026-1-4 or 2026-1-4 8:30",
  },
  noSuchDate: { zh: "没有这一天，请检查日期", en: "There is no such day" },
  twoDigitYear: { zh: "请写四位数的年份，例如 2026-1-4", en: "Write the year with four digits, as 2026-1-4" },
  ambiguousDate: {
    zh: "分不清月和日，请写成 年-月-日，例如 2026-1-4",
    en: "Month and day could be either. Write year-month-day, as 2026-1-4",
  },
  needsTime: { zh: "还差几点几分，例如 {{date}} 8:30", en: "Add the time of day, as {{date}} 8:30" },
  needsDate: { zh: "这里要一个日期，例如 2026-1-4", en: "A date is needed here, as 2026-1-4" },
  datePlaceholder: { zh: "如 2026-1-4、今天", en: "2026-1-4" },
  instantPlaceholder: { zh: "如 2026-1-4 8:30、今天 8:30", en: "2026-1-4 8:30" },
  dateKey: { zh: "Ctrl+; 填今天", en: "Ctrl+; today" },
  instantKey: { zh: "Ctrl+Shift+; 填现在", en: "Ctrl+Shift+; now" },
  badMoney: { zh: "请填金额（元），例如 12,345.60", en: "Give an amount in yuan, as 12,345.60" },
  badNumber: { zh: "请填整数", en: "Give a whole number" },
  yuan: { zh: "元", en: "yuan" },
});
