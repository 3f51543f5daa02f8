import { defineRecord } from "../lib/define-record.ts";
import { integer, longText, rows, text } from "../lib/fields.ts";

/**
 * A State Council holiday notice as the office typed it in, or as another desk did. It stands for the product's
 * own list of that year (clocks §2). Days as people write them: `2027-02-05` or `2027-02-05~2027-02-11`.
 */
export const holidayNotice = defineRecord({
  type: "holidayNotice",
  version: 1,
  label: { zh: "放假通知", en: "Holiday notice" },
  title: "number",
  fields: {
    year: integer({ zh: "年份", en: "Year" }, { required: true }),
    number: text({ zh: "文号", en: "Notice number" }, { required: true }),
    holidays: rows(
      { zh: "节假日", en: "Holidays" },
      {
        name: text({ zh: "节日", en: "Holiday" }),
        from: text({ zh: "放假自", en: "Off from" }),
        to: text({ zh: "放假至", en: "Off to" }),
        work: text({ zh: "调休上班日", en: "Make-up workdays" }),
      },
      { required: true },
    ),
    effect: longText({ zh: "影响的时限", en: "What it moved" }),
    note: longText({ zh: "备注", en: "Note" }),
  },
});
