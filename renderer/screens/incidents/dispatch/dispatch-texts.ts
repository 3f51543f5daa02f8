import { defineTexts } from "../../../ui/i18n.ts";

export const dispatchTexts = defineTexts("dispatch", {
  title: { zh: "派单与上门", en: "Visits" },
  order: { zh: "预约上门…", en: "Order a visit…" },
  quote: { zh: "按次报价…", en: "Quote a visit…" },
  gap: {
    zh: "报修时没有生效的合同，不占权益；上门按次收费，先报价再派人。",
    en: "No contract was in force: no entitlement is used. A visit is quoted before anybody sets out.",
  },
  perVisit: {
    zh: "按次服务合同：每次上门按公式收费，先报价再派人。",
    en: "Paid by the visit: each is quoted by its formula before anybody sets out.",
  },
  noEntitlement: {
    zh: "合同没有登记上门权益。若上门已包含在合同内，请先登记权益；否则先报价再派人。",
    en: "The contract grants no visits. If it includes them, enter the entitlement; else quote first.",
  },
  usedUp: {
    zh: "上门额度已用完或已预占完，再上门按次收费，先报价再派人。",
    en: "No visit is left: one more is quoted before anybody sets out.",
  },
  feeRule: { zh: "额度外收费：{{rule}}", en: "Beyond what is granted: {{rule}}" },
  balanceOf: { zh: "{{name}}：{{balance}}", en: "{{name}}: {{balance}}" },
  orderTitle: { zh: "预约上门：{{number}}", en: "Order a visit: {{number}}" },
  quoteTitle: { zh: "按次上门报价：{{number}}", en: "Quote a visit: {{number}}" },
  visit: { zh: "上门 {{date}}", en: "Visit {{date}}" },
  planned: { zh: "待上门", en: "to come" },
  done: { zh: "已完成 {{date}}", en: "done {{date}}" },
  cancelled: { zh: "已取消", en: "cancelled" },
  agreement: { zh: "补充协议 {{number}}", en: "Agreement {{number}}" },
  payer: { zh: "费用承担", en: "Who pays" },
  payerVendor: { zh: "厂商（原因为{{cause}}）", en: "The vendor ({{cause}})" },
  payerUnsaid: {
    zh: "厂商（原因为{{cause}}，合同没有列为除外责任）",
    en: "The vendor ({{cause}}, which the contract does not exclude)",
  },
  payerHospital: { zh: "我方（原因为{{cause}}）", en: "We ({{cause}})" },
  payerLiable: {
    zh: "；由此造成的损失也由厂商赔偿，请写入故障的“厂商责任说明”",
    en: "; also liable for the loss: note it under the vendor's liability",
  },
  payerOpen: { zh: "原因待查，查明后确定", en: "Open until the cause is known" },
  payerNoContract: { zh: "没有生效的合同，由我方按次付费", en: "No contract in force: we pay by the visit" },
  payerClause: { zh: "，合同 {{number}}", en: ", clause {{number}}" },
});
