import { defineRecord } from "../lib/define-record.ts";
import { instantField, longText, rows, text } from "../lib/fields.ts";

/**
 * Which of several versions of one field holds that were written without seeing each other, decided once and written down
 * (sync I5). Values are JSON, `null` for a cleared field; the record may be of a type that this desk does not know.
 */
export const decision = defineRecord({
  type: "decision",
  version: 1,
  label: { zh: "合并裁定", en: "Merge decision" },
  title: "field",
  indexes: ["recordId"],
  appendOnly: true,
  fields: {
    recordType: text({ zh: "登记册", en: "Register" }, { required: true }),
    recordId: text({ zh: "记录号", en: "Record id" }, { required: true }),
    field: text({ zh: "字段", en: "Field" }, { required: true }),
    chosen: longText({ zh: "采用的值", en: "Value that holds" }, { required: true }),
    versions: rows(
      { zh: "并存的填法", en: "Versions" },
      {
        value: longText({ zh: "填的值", en: "Value" }),
        author: text({ zh: "填写人", en: "Author" }),
        desk: text({ zh: "电脑", en: "Desk" }),
        at: instantField({ zh: "填写时间", en: "Written" }),
      },
      { required: true },
    ),
    reason: longText({ zh: "裁定理由", en: "Reason" }, { required: true }),
    decidedBy: text({ zh: "裁定人", en: "Decided by" }, { required: true }),
    decidedAt: instantField({ zh: "裁定时间", en: "Decided" }, { required: true }),
  },
});
