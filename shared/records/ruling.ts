import { defineRecord } from "../lib/define-record.ts";
import { date, longText, reference, references, text } from "../lib/fields.ts";

/** Which of several clauses on one metric rules, decided once and written down (checklist T03/T04, T08–T10). */
export const ruling = defineRecord({
  type: "ruling",
  version: 1,
  label: { zh: "条款裁定", en: "Ruling" },
  title: "reason",
  indexes: ["contractId"],
  parent: "contractId",
  fields: {
    contractId: reference({ zh: "合同", en: "Contract" }, "contract", { required: true }),
    clauseIds: references({ zh: "冲突条款", en: "Clauses in conflict" }, "clause", { required: true }),
    rulingClauseId: reference({ zh: "适用条款", en: "The clause that rules" }, "clause", { required: true }),
    reason: longText({ zh: "理由", en: "Reason" }, { required: true }),
    decidedDate: date({ zh: "决定日期", en: "Decided on" }, { required: true }),
    decidedBy: text({ zh: "决定人", en: "Decided by" }, { required: true }),
    proof: text({ zh: "凭证", en: "Proof" }),
  },
});
