import { defineRecord } from "../lib/define-record.ts";
import { choice, date, fen, instantField, integer, longText, reference, text } from "../lib/fields.ts";

/**
 * What is agreed beside the contract before anybody sets out: an out-of-contract visit with its estimate (F10),
 * or a change of the software (F11). Facts only: the fee is computed from them, the state from the dates.
 */
export const agreement = defineRecord({
  type: "agreement",
  version: 1,
  label: { zh: "补充协议", en: "Agreement" },
  title: "subject",
  indexes: ["contractId"],
  parent: "contractId",
  fields: {
    contractId: reference({ zh: "合同", en: "Contract" }, "contract", { required: true }),
    number: text({ zh: "编号", en: "Number" }, { required: true }),
    kind: choice(
      { zh: "协议类型", en: "Kind" },
      {
        visit: { zh: "按次上门", en: "Visit by fee" },
        customisation: { zh: "软件客户化修改", en: "Software change" },
      },
      { required: true },
    ),
    subject: text({ zh: "事由", en: "Subject" }, { required: true }),
    incidentId: reference({ zh: "故障", en: "Incident" }, "incident"),
    workload: longText({ zh: "预计工作量", en: "Estimated workload" }),
    people: integer({ zh: "人数", en: "People" }),
    days: integer({ zh: "天数", en: "Days" }, { hint: { zh: "到达至离开", en: "Arrival to departure" } }),
    travelFen: fen({ zh: "往返交通费（每人）", en: "Return travel a person" }),
    lodgingFen: fen({ zh: "住宿费（每人每天）", en: "Lodging a person a day" }),
    dailyFen: fen({ zh: "薪酬费（每人每天）", en: "Pay a person a day" }),
    amountFen: fen({ zh: "议定金额", en: "Agreed amount" }),
    quotedDate: date({ zh: "报价日期", en: "Quoted on" }, { required: true }),
    signedDate: date({ zh: "盖章日期", en: "Signed and stamped on" }),
    signedBy: text({ zh: "签字人", en: "Signed by" }),
    scanSha256: text({ zh: "盖章扫描件", en: "Stamped scan" }),
    dispatchedAt: instantField({ zh: "派出时间", en: "Dispatched" }),
    arrivedDate: date({ zh: "到达日期", en: "Arrived on" }),
    leftDate: date({ zh: "离开日期", en: "Left on" }),
    acceptedDate: date({ zh: "验收日期", en: "Accepted on" }),
    withdrawnDate: date({ zh: "作废日期", en: "Withdrawn on" }),
    note: longText({ zh: "备注", en: "Note" }),
  },
});
