import { defineTexts } from "../../ui/i18n.ts";

export const calendarsTexts = defineTexts("calendars", {
  title: { zh: "放假通知与日历", en: "Holiday notices and calendars" },
  reading: { zh: "正在读取…", en: "Reading…" },
  intro: {
    zh: "工作时间按国务院办公厅的放假通知计算。没有通知的年份，时限标“预估”。",
    en: "Working time follows the State Council's holiday notices. Where a year has none, due times are provisional.",
  },
  years: { zh: "年份", en: "Years" },
  yearName: { zh: "{{year}} 年", en: "{{year}}" },
  published: { zh: "随产品", en: "With the product" },
  typedIn: { zh: "本院录入", en: "Typed in" },
  unknown: { zh: "未公布", en: "Not published" },
  sum: { zh: "放假 {{off}} 天，调休上班 {{work}} 天", en: "{{off}} days off, {{work}} make-up workdays" },
  unknownBody: {
    zh: "产品里没有 {{year}} 年的放假通知，涉及这一年的时限都是预估。通知公布后，照着录入一次即可，全部时限随之重算。",
    en: "The product has no notice for {{year}}: every due time that depends on it is provisional. Once the notice is out, type it in once and all due times follow.",
  },
  enter: { zh: "录入 {{year}} 年通知", en: "Type in the notice of {{year}}" },
  change: { zh: "修改", en: "Change" },
  correct: { zh: "录入调整通知", en: "Type in a later notice" },
  inForceInstead: {
    zh: "本院录入的通知代替随产品的名单。",
    en: "The notice typed in here stands for the product's list.",
  },
  unreadable: {
    zh: "录入的通知读不懂，没有起作用：{{problem}}",
    en: "The notice typed in cannot be read and has no effect: {{problem}}",
  },
  doubled: {
    zh: "这一年有 {{count}} 份录入的通知（两台电脑各录了一份），现在按“{{number}}”计算。请核对后删除多余的一份：",
    en: "This year has {{count}} notices typed in (on two desks). “{{number}}” counts now. Check and delete the other:",
  },
  record: { zh: "记录与修改历史", en: "Record and history" },
  effect: { zh: "录入时的影响", en: "What it moved" },
  off: { zh: "休", en: "H" },
  work: { zh: "班", en: "W" },
  legendOff: { zh: "放假", en: "Day off" },
  legendWork: { zh: "调休上班", en: "Make-up workday" },
  monthName: { zh: "{{month}}月", en: "{{year}}-{{month}}" },
  otherMonthName: { zh: "{{year}}年{{month}}月", en: "{{year}}-{{month}}" },
  weekdays: { zh: "一,二,三,四,五,六,日", en: "Mo,Tu,We,Th,Fr,Sa,Su" },
  noDays: { zh: "这一年还没有放假安排", en: "Nothing is known of this year yet" },
  hospitalCalendars: { zh: "本院日历", en: "Our calendars" },
  hospitalCalendarsHelp: {
    zh: "门诊、行政等各自的作息、夏令冬令、本院自己的休息日和上班日，在这里建。",
    en: "Opening hours, summer and winter hours, our own days off and workdays.",
  },
  newCalendar: { zh: "新建日历", en: "New calendar" },
  noCalendars: {
    zh: "还没有本院日历。没有指定日历的条款按周一至周五 8:00–12:00、14:00–18:00 计算。",
    en: "None yet. Clauses without a calendar count Monday to Friday, 8–12 and 14–18.",
  },
  calendarOk: { zh: "可用", en: "In order" },
  // The form.
  formTitle: { zh: "录入放假通知", en: "Type in a holiday notice" },
  changeTitle: { zh: "修改 {{year}} 年放假通知", en: "Change the notice of {{year}}" },
  year: { zh: "年份", en: "Year" },
  number: { zh: "文号", en: "Notice number" },
  numberHint: { zh: "如 国办发明电〔2026〕7号", en: "As printed at its head" },
  rows: { zh: "放假安排", en: "Holidays" },
  name: { zh: "节日", en: "Holiday" },
  from: { zh: "放假自", en: "Off from" },
  to: { zh: "至", en: "To" },
  workDays: { zh: "调休上班日", en: "Make-up workdays" },
  readDays: { zh: "{{from}}至 {{to}}共 {{count}} 天", en: "{{from}} to {{to}}, {{count}} days" },
  readDay: { zh: "{{from}}1 天", en: "{{from}}, 1 day" },
  readWork: { zh: "上班 {{days}}", en: "work {{days}}" },
  rowsHint: {
    zh: "照通知抄写即可：2月5日、2-5、2027-02-05 都行；只放一天的，“至”可以空着；几个上班日用顿号隔开。",
    en: "As the notice has it: 2月5日, 2-5 or 2027-02-05. Leave “To” empty for one day; part several workdays by commas.",
  },
  addRow: { zh: "加一行", en: "Add a row" },
  removeRow: { zh: "删除第 {{row}} 行", en: "Remove row {{row}}" },
  cellLabel: { zh: "第 {{row}} 行 {{name}}", en: "Row {{row}} {{name}}" },
  note: { zh: "备注", en: "Note" },
  save: { zh: "保存（Ctrl+Enter）", en: "Save (Ctrl+Enter)" },
  cancel: { zh: "返回（Esc）", en: "Back (Esc)" },
  saved: { zh: "已保存 {{year}} 年放假通知", en: "Saved the notice of {{year}}" },
  savedMoved: {
    zh: "已保存 {{year}} 年放假通知，{{count}} 个时限已重算并记入故障经过",
    en: "Saved the notice of {{year}}; {{count}} due times were recomputed and logged",
  },
  notYet: { zh: "还不能保存：{{problem}}", en: "Not yet: {{problem}}" },
  fewHolidays: {
    zh: "只有 {{count}} 个节日。保存后全年都按已公布计算，请确认通知里没有别的节日。",
    en: "Only {{count}} holidays. Once saved the whole year counts as known: check that the notice names no others.",
  },
  preview: { zh: "全年预览", en: "The year" },
  effectTitle: { zh: "保存后，未结故障的时限", en: "Due times of open incidents, once saved" },
  effectWaiting: { zh: "通知填完整后，这里列出哪些时限会变。", en: "Shown once the notice is complete." },
  effectNone: { zh: "没有时限变动。", en: "No due time moves." },
  effectSettled: {
    zh: "{{count}} 个时限不变，但不再是预估。",
    en: "{{count}} due times stay, and are provisional no more.",
  },
  effectMoved: {
    zh: "{{count}} 个时限变动，保存时逐条记入故障经过。已结案的认定不受影响。",
    en: "{{count}} due times move; each is logged on its incident. Verdicts of closed cases stay.",
  },
  effectIncident: { zh: "故障", en: "Incident" },
  effectClause: { zh: "条款", en: "Clause" },
  effectBefore: { zh: "原应完成时间", en: "Due before" },
  effectAfter: { zh: "新应完成时间", en: "Due after" },
  provisional: { zh: "（预估）", en: " (provisional)" },
  noDue: { zh: "无", en: "none" },
});

/** Why a notice cannot be saved, each with what to do. `{{row}}` counts from 1. */
export const noticeTexts = defineTexts("notice", {
  badYear: { zh: "年份要填四位数，如 2027", en: "Give the year in four figures, such as 2027" },
  numberMissing: { zh: "请填通知的文号", en: "Give the notice's number" },
  noHolidays: { zh: "请至少填一个节日的放假日期", en: "Give the days of at least one holiday" },
  offMissing: {
    zh: "第 {{row}} 行没有填放假日期；通知里没有这个节日就删掉这一行",
    en: "Row {{row}} has no days; remove it if the notice does not have it",
  },
  badDate: {
    zh: "第 {{row}} 行的“{{text}}”不是日期，请写成 2月5日 或 2027-02-05",
    en: "Row {{row}}: “{{text}}” is not a date. Write 2月5日 or 2027-02-05",
  },
  dateMissing: { zh: "第 {{row}} 行的日期不完整", en: "Row {{row}}: a date is incomplete" },
  outsideYear: {
    zh: "第 {{row}} 行的 {{date}} 不在这一年，请核对年份",
    en: "Row {{row}}: {{date}} is not in this year. Check it",
  },
  offEndsBeforeStart: {
    zh: "第 {{row}} 行放假结束早于开始，请对调或核对月份",
    en: "Row {{row}} ends before it starts. Check the months",
  },
  offTooLong: {
    zh: "第 {{row}} 行放假 {{days}} 天，太长了，请核对月份",
    en: "Row {{row}} has {{days}} days off, too many. Check the months",
  },
  holidaysOverlap: {
    zh: "第 {{row}} 行与前面的节日重叠（{{date}}），请核对；合并放假的只留一行",
    en: "Row {{row}} overlaps an earlier one ({{date}}). Keep one row for holidays taken together",
  },
  workInsideHoliday: {
    zh: "第 {{row}} 行的上班日 {{date}} 落在本节假期里，请核对",
    en: "Row {{row}}: the workday {{date}} lies inside its own holiday. Check it",
  },
  dateBothOffAndWork: {
    zh: "{{date}} 既放假又上班（第 {{row}} 行的上班日落在另一个假期里），请核对",
    en: "{{date}} is both off and worked (row {{row}}). Check it",
  },
  workOnWeekday: {
    zh: "第 {{row}} 行的上班日 {{date}} 是{{weekday}}，本来就上班，请核对日期",
    en: "Row {{row}}: {{date}} is a {{weekday}}, a working day anyway. Check the date",
  },
  workTwice: {
    zh: "上班日 {{date}} 写了两次（第 {{row}} 行），请删掉一处",
    en: "The workday {{date}} is given twice (row {{row}}). Remove one",
  },
  yearTaken: {
    zh: "这一年已经录入过“{{number}}”，请去修改那一份，不要另录",
    en: "“{{number}}” of this year was typed in already. Change that one",
  },
  tooLong: { zh: "有一格超过 500 个字，请缩短", en: "A cell has more than 500 characters. Shorten it" },
  weekdays: {
    zh: "周一,周二,周三,周四,周五,周六,周日",
    en: "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday",
  },
});
