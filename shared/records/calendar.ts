import { defineRecord } from "../lib/define-record.ts";
import { flag, longText, rows, text } from "../lib/fields.ts";

/** Hours in which a clause counts. Windows as `08:00-12:00 14:00-18:00`; overrides win over official holidays. */
export const calendar = defineRecord({
  type: "calendar",
  version: 1,
  label: { zh: "日历", en: "Calendar" },
  title: "name",
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
    note: longText({ zh: "备注", en: "Note" }),
  },
});
