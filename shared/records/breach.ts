import { defineRecord } from "../lib/define-record.ts";
import { date, instantField, longText, reference, text } from "../lib/fields.ts";

/** A numbered 《违约认定单》: the frozen verdict that it states, and what became of it. */
export const breach = defineRecord({
  type: "breach",
  version: 1,
  label: { zh: "违约认定单", en: "Breach sheet" },
  title: "number",
  indexes: ["incidentId"],
  parent: "incidentId",
  fields: {
    incidentId: reference({ zh: "故障", en: "Incident" }, "incident", { required: true }),
    verdictId: reference({ zh: "认定结果", en: "Verdict" }, "verdict", { required: true }),
    contractId: reference({ zh: "合同", en: "Contract" }, "contract", { required: true }),
    number: text({ zh: "编号", en: "Number" }, { required: true }),
    issuedAt: instantField({ zh: "出具时间", en: "Issued" }, { required: true }),
    issuedBy: text({ zh: "出具人", en: "Issued by" }),
    objectBy: date({ zh: "异议截止日", en: "Objections by" }, { required: true }),
    finding: longText({ zh: "事实说明", en: "Finding" }),
    sentDate: date({ zh: "送达日期", en: "Delivered on" }),
    signedDate: date({ zh: "厂商签认日期", en: "Vendor signed on" }),
    signedBy: text({ zh: "厂商签认人", en: "Vendor's signer" }),
    objectedDate: date({ zh: "提出异议日期", en: "Objected on" }),
    objection: longText({ zh: "异议内容", en: "Objection" }),
    settledDate: date({ zh: "异议处理日期", en: "Settled on" }),
    settlement: longText({ zh: "异议处理结果", en: "Settlement" }),
    withdrawnDate: date({ zh: "撤回日期", en: "Withdrawn on" }),
  },
});
