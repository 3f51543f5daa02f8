import { defineRecord } from "../lib/define-record.ts";
import { choice, date, flag, integer, longText, reference, text } from "../lib/fields.ts";

/**
 * A promise with a date instead of a clock, theirs or ours: a report a month, a notice three days ahead, an answer
 * within two weeks (checklist T15–T17, C11, C18, F14). What is due and what stayed silent is computed.
 */
export const obligation = defineRecord({
  type: "obligation",
  version: 1,
  label: { zh: "义务", en: "Obligation" },
  title: "name",
  indexes: ["contractId"],
  parent: "contractId",
  fields: {
    contractId: reference({ zh: "合同", en: "Contract" }, "contract", { required: true }),
    name: text({ zh: "义务名称", en: "Obligation" }, { required: true }),
    party: choice(
      { zh: "义务方", en: "Owed by" },
      {
        vendor: { zh: "厂商", en: "Vendor" },
        hospital: { zh: "我方", en: "Us" },
      },
      { required: true },
    ),
    recurrence: choice(
      { zh: "发生", en: "Recurs" },
      {
        once: { zh: "一次", en: "Once" },
        monthly: { zh: "每月", en: "Monthly" },
        quarterly: { zh: "每季度", en: "Quarterly" },
        halfYearly: { zh: "每半年", en: "Half-yearly" },
        yearly: { zh: "每年", en: "Yearly" },
        onChange: { zh: "变更前通知", en: "Before a change" },
      },
      { required: true },
    ),
    dueDate: date({ zh: "到期日（一次）", en: "Due on (once)" }),
    dueDays: integer(
      { zh: "周期结束后天数", en: "Days after the period" },
      { hint: { zh: "每月、每季度等：周期结束后几个自然日内", en: "Within so many days of its end" } },
    ),
    noticeDays: integer(
      { zh: "提前通知（自然日）", en: "Notice (days ahead)" },
      { hint: { zh: "变更前通知才填", en: "For notice before a change" } },
    ),
    noticeMonths: integer({ zh: "提前通知（月）", en: "Notice (months ahead)" }),
    mostPerYear: integer({ zh: "每年最多次数", en: "At most a year" }),
    needsConsent: flag({ zh: "须我方同意", en: "Needs our consent" }),
    fromDate: date({ zh: "自", en: "From" }),
    untilDate: date({ zh: "至", en: "Until" }),
    clauseNumber: text({ zh: "条款号", en: "Clause number" }),
    wording: longText({ zh: "条款原文", en: "Wording" }),
  },
});
