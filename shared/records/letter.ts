import { defineRecord } from "../lib/define-record.ts";
import { choice, date, integer, longText, reference, references, text } from "../lib/fields.ts";

/** A formal letter that sets a deadline, such as the vendor's urging to accept within two weeks (checklist F14, C05). */
export const letter = defineRecord({
  type: "letter",
  version: 1,
  label: { zh: "函件", en: "Letter" },
  title: "subject",
  indexes: ["contractId"],
  parent: "contractId",
  fields: {
    contractId: reference({ zh: "合同", en: "Contract" }, "contract", { required: true }),
    number: text({ zh: "登记编号", en: "Our number" }, { required: true }),
    kind: choice(
      { zh: "函件类型", en: "Kind" },
      {
        acceptance: { zh: "督促验收", en: "Urging acceptance" },
        notice: { zh: "通知", en: "Notice" },
        other: { zh: "其他函件", en: "Other" },
      },
      { required: true },
    ),
    subject: text({ zh: "事由", en: "Subject" }, { required: true }),
    theirNumber: text({ zh: "来函文号", en: "Their number" }),
    letterDate: date({ zh: "函件日期", en: "Dated" }, { required: true }),
    receivedDate: date({ zh: "收到日期", en: "Received on" }),
    answerDays: integer({ zh: "答复期限（自然日）", en: "To answer within (calendar days)" }),
    moduleIds: references({ zh: "涉及模块", en: "Modules" }, "module"),
    answeredDate: date({ zh: "答复日期", en: "Answered on" }),
    answer: longText({ zh: "答复内容", en: "Answer" }),
    note: longText({ zh: "备注", en: "Note" }),
  },
});
