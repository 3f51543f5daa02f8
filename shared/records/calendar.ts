import { defineRecord } from "../lib/define-record.ts";
import { choice, flag, longText, rows, text } from "../lib/fields.ts";

/** Hours in which a clause counts. Windows as `08:00-12:00 14:00-18:00`; overrides win over official holidays. */
export const calendar = defineRecord({
  type: "calendar",
  version: 2,
  label: { zh: "日历", en: "Calendar" },
  title: "name",
  // Only optional fields were added.
  migrations: [{ to: 2, up: (data) => ({ ...data }) }],
  fields: {
    name: text({ zh: "日历名称", en: "Calendar" }, { required: true }),
    followsOfficialHolidays: flag(
      { zh: "遵循法定节假日与调休", en: "Follows official holidays" },
      { required: true },
    ),
    mon: text({ zh: "周一", en: "Monday" }),
    tue: text({ zh: "周二", en: "Tuesday" }),
    wed: text({ zh: "周三", en: "Wednesday" }),
    thu: text({ zh: "周四", en: "Thursday" }),
    fri: text({ zh: "周五", en: "Friday" }),
    sat: text({ zh: "周六", en: "Saturday" }),
    sun: text({ zh: "周日", en: "Sunday" }),
    overrides: rows(
      { zh: "本院调整", en: "Our own days" },
      {
        day: text({ zh: "日期", en: "Date" }),
        kind: text({ zh: "休息/上班", en: "off/work" }),
        note: text({ zh: "说明", en: "Note" }),
      },
    ),
    seasons: rows(
      { zh: "季节作息", en: "Seasonal hours" },
      {
        name: text({ zh: "名称", en: "Name" }),
        from: text({ zh: "自（月-日）", en: "From (month-day)" }),
        to: text({ zh: "至（月-日）", en: "To (month-day)" }),
        windows: text({ zh: "工作日时段", en: "Windows of a workday" }),
      },
    ),
    makeUpDay: choice(
      { zh: "调休上班日按", en: "A make-up workday is like" },
      {
        mon: { zh: "周一作息", en: "Monday's hours" },
        tue: { zh: "周二作息", en: "Tuesday's hours" },
        wed: { zh: "周三作息", en: "Wednesday's hours" },
        thu: { zh: "周四作息", en: "Thursday's hours" },
        fri: { zh: "周五作息", en: "Friday's hours" },
      },
      { hint: { zh: "不选：当天有时段用当天的，否则按周一", en: "Empty: its own windows, else Monday's" } },
    ),
    note: longText({ zh: "备注", en: "Note" }),
  },
});
