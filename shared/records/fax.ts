import { defineRecord } from "../lib/define-record.ts";
import { choice, flag, instantField, integer, longText, reference, text } from "../lib/fields.ts";

/** One line of the fax log (checklist F04): a paper that went out, or was confirmed, or went out again. */
export const fax = defineRecord({
  type: "fax",
  version: 1,
  label: { zh: "传真记录", en: "Fax log" },
  title: "paperNumber",
  indexes: ["incidentId"],
  parent: "incidentId",
  appendOnly: true,
  fields: {
    incidentId: reference({ zh: "故障", en: "Incident" }, "incident", { required: true }),
    form: text({ zh: "表单", en: "Form" }, { required: true }),
    paperNumber: text({ zh: "编号", en: "Number" }, { required: true }),
    kind: choice(
      { zh: "动作", en: "What" },
      {
        sent: { zh: "发送", en: "Sent" },
        confirmed: { zh: "对方确认收到", en: "Confirmed" },
        resent: { zh: "重发", en: "Resent" },
        failed: { zh: "发送失败", en: "Failed" },
      },
      { required: true },
    ),
    at: instantField({ zh: "时间", en: "At" }, { required: true }),
    recordedAt: instantField({ zh: "记录时间", en: "Recorded" }, { required: true }),
    sentTo: text({ zh: "收件单位", en: "Sent to" }),
    faxNumber: text({ zh: "传真号", en: "Fax number" }),
    by: text({ zh: "发件人", en: "By" }),
    pages: integer({ zh: "页数", en: "Pages" }),
    confirmedBy: text({ zh: "确认人", en: "Confirmed by" }),
    startsClock: flag({ zh: "作为起算时间", en: "Starts the clock" }),
    note: longText({ zh: "备注", en: "Note" }),
  },
});
