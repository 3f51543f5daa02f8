import { defineRecord } from "../lib/define-record.ts";
import { choice, date, instantField, longText, reference, text } from "../lib/fields.ts";

/** What was done about an obligation, only ever added. */
export const obligationEntry = defineRecord({
  type: "obligationEntry",
  version: 1,
  label: { zh: "履约记录", en: "Obligation entry" },
  title: "kind",
  indexes: ["obligationId"],
  parent: "obligationId",
  appendOnly: true,
  fields: {
    obligationId: reference({ zh: "义务", en: "Obligation" }, "obligation", { required: true }),
    kind: choice(
      { zh: "记录", en: "What" },
      {
        fulfilled: { zh: "已履行", en: "Fulfilled" },
        waived: { zh: "免除", en: "Waived" },
        changed: { zh: "发生变更", en: "A change took place" },
        withdrawn: { zh: "撤回前一记录", en: "Entry withdrawn" },
      },
      { required: true },
    ),
    day: date({ zh: "日期", en: "Date" }, { required: true }),
    recordedAt: instantField({ zh: "记录时间", en: "Recorded" }, { required: true }),
    dueDate: date({ zh: "对应到期日", en: "For the one due on" }),
    noticedDate: date({ zh: "收到通知日期", en: "Notice received on" }),
    consent: choice(
      { zh: "我方同意", en: "Our consent" },
      { given: { zh: "已同意", en: "Given" }, refused: { zh: "不同意", en: "Refused" } },
    ),
    aboutId: reference({ zh: "对应记录", en: "About" }, "obligationEntry"),
    by: text({ zh: "经手人", en: "By" }),
    proof: text({ zh: "凭证", en: "Proof" }),
    note: longText({ zh: "说明", en: "Note" }),
  },
});
