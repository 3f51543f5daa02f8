import { defineRecord } from "../lib/define-record.ts";
import { choice, date, fen, longText, reference, text } from "../lib/fields.ts";

/**
 * A further term of a contract: a renewal is a new signed term with its own two dates, never a start plus months.
 * The first term stands on the contract itself; `termsOf` joins them. First and last day both in force.
 */
export const term = defineRecord({
  type: "term",
  version: 1,
  label: { zh: "合同期", en: "Term" },
  title: "startDate",
  indexes: ["contractId"],
  parent: "contractId",
  fields: {
    contractId: reference({ zh: "合同", en: "Contract" }, "contract", { required: true }),
    kind: choice(
      { zh: "性质", en: "Kind" },
      {
        renewal: { zh: "续约", en: "Renewal" },
        extension: { zh: "延期", en: "Extension" },
        termination: { zh: "提前终止", en: "Termination" },
      },
      { required: true },
    ),
    startDate: date({ zh: "开始日期", en: "Starts" }, { required: true }),
    endDate: date({ zh: "结束日期", en: "Ends" }, { required: true }),
    noticeDate: date({ zh: "续约通知截止日", en: "Renewal notice by" }),
    amountFen: fen({ zh: "金额", en: "Amount" }),
    decidedDate: date({ zh: "决定日期", en: "Decided on" }, { required: true }),
    decidedBy: text({ zh: "决定人", en: "Decided by" }, { required: true }),
    proof: text({ zh: "签署文件", en: "Signed document" }),
    note: longText({ zh: "备注", en: "Note" }),
  },
});
