import { defineTexts } from "../../ui/i18n.ts";

export const clockTexts = defineTexts("clock", {
  hours: { zh: "{{hours}}小时", en: "{{hours}} h" },
  hoursMinutes: { zh: "{{hours}}小时{{minutes}}分", en: "{{hours}} h {{minutes}} min" },
  minutes: { zh: "{{minutes}}分钟", en: "{{minutes}} min" },
  underMinute: { zh: "不到1分钟", en: "under 1 min" },
  nothing: { zh: "0分钟", en: "0 min" },
  workingTime: { zh: "（工作时间）", en: " (working time)" },
  left: { zh: "剩余 {{time}}", en: "{{time}} left" },
  leftSoon: { zh: "剩余 {{time}}，即将到期", en: "{{time}} left, due soon" },
  overdue: { zh: "已超时 {{time}}", en: "{{time}} overdue" },
  pausedLeft: { zh: "暂停中，剩余 {{time}}", en: "Paused, {{time}} left" },
  met: { zh: "按时，用时 {{time}}", en: "Met, took {{time}}" },
  brokenBy: { zh: "超时 {{time}}", en: "{{time}} late" },
  notStarted: { zh: "未起算，待“{{event}}”", en: "Not started: waits for “{{event}}”" },
  contested: { zh: "待裁定：用时 {{least}}～{{most}}", en: "To be adjudicated: {{least}} to {{most}}" },
  unknown: { zh: "无法计时", en: "Cannot be clocked" },
  provisional: { zh: "预估", en: "Provisional" },
  provisionalWhy: {
    zh: "所跨年份的放假安排尚未公布或尚未录入，录入后会重新计算",
    en: "The holiday notice of a year on the way is not known yet; it is computed again once it is",
  },
  due: { zh: "应完成 {{at}}", en: "Due {{at}}" },
  notInLedger: {
    zh: "旧台账没有记下起止两个时刻，不计时",
    en: "The old ledger lacks one of the two times",
  },
  dateOnly: {
    zh: "只知道日期，不能按小时计时",
    en: "Only the dates are known; hours cannot be counted",
  },
  calendarMissing: {
    zh: "条款所用的日历已不存在，请到“条款”里重新选择",
    en: "The clause's calendar is gone; choose another in the clause",
  },
  calendarUnreadable: {
    zh: "日历“{{name}}”的时段写法有误（{{detail}}），请改正后再看",
    en: "Calendar “{{name}}” cannot be read ({{detail}}); correct it first",
  },
  stopBeforeStart: {
    zh: "停止时间早于起算时间，请核对经过里的时间",
    en: "It stops before it starts; check the times of the timeline",
  },
  badClause: { zh: "条款的时限有误，请改正条款", en: "The clause's target is wrong; correct the clause" },
});
