import { defineRecord } from "../lib/define-record.ts";
import {
  choice,
  date,
  fen,
  flag,
  integer,
  longText,
  reference,
  references,
  rows,
  text,
} from "../lib/fields.ts";
import { CAUSES } from "./causes.ts";
import { PARTIES } from "./pause-terms.ts";
import { REGIONS } from "./regions.ts";

/**
 * What a vendor agreed to. Amounts in fen, dates `YYYY-MM-DD`, first and last day both in force. The two dates are those
 * of the first term; later ones are `term` records (a renewal never moves these).
 */
export const contract = defineRecord({
  type: "contract",
  version: 2,
  label: { zh: "合同", en: "Contract" },
  title: "title",
  indexes: ["vendorId", "endDate"],
  // Only optional fields were added.
  migrations: [{ to: 2, up: (data) => ({ ...data }) }],
  fields: {
    number: text({ zh: "合同编号", en: "Contract number" }, { importAs: ["合同号", "编号"] }),
    title: text({ zh: "合同名称", en: "Contract" }, { required: true, importAs: ["项目名称"] }),
    vendorId: reference({ zh: "厂商", en: "Vendor" }, "vendor", {
      required: true,
      importAs: ["供应商", "厂家", "服务商", "乙方", "公司"],
    }),
    kind: choice(
      { zh: "合同类型", en: "Kind" },
      {
        annual: { zh: "年度维护", en: "Annual maintenance", importAs: ["维保"] },
        free: { zh: "免费维护期", en: "Free period" },
        warranty: { zh: "质保期", en: "Warranty" },
        perVisit: { zh: "按次", en: "Per visit" },
        project: { zh: "项目", en: "Project" },
      },
    ),
    systemIds: references({ zh: "覆盖系统", en: "Systems covered" }, "system", {
      importAs: ["系统", "系统名称"],
    }),
    startDate: date({ zh: "开始日期", en: "Starts" }, { required: true, importAs: ["生效日期", "起始日期"] }),
    endDate: date(
      { zh: "结束日期", en: "Ends" },
      { required: true, importAs: ["到期日期", "截止日期", "到期日"] },
    ),
    noticeDate: date({ zh: "续约通知截止日", en: "Renewal notice by" }),
    amountFen: fen({ zh: "合同金额", en: "Amount" }, { importAs: ["金额", "合同金额（元）"] }),
    level: choice(
      { zh: "服务等级", en: "Level" },
      {
        diamond: { zh: "钻石级", en: "Diamond" },
        gold: { zh: "金牌级", en: "Gold" },
        silver: { zh: "银牌级", en: "Silver" },
        bronze: { zh: "铜牌级", en: "Bronze" },
      },
    ),
    moduleIds: references({ zh: "覆盖模块", en: "Modules covered" }, "module"),
    region: choice({ zh: "服务距离", en: "Distance" }, REGIONS),
    signedDate: date({ zh: "签订日期", en: "Signed on" }, { importAs: ["签约日期"] }),
    signedBy: text({ zh: "我方签订人", en: "Signed for us by" }),
    feeRule: choice(
      { zh: "合同外收费", en: "Fee outside the contract" },
      {
        free: { zh: "未列费用免费", en: "What is not listed is free" },
        perVisit: { zh: "按次上门公式", en: "By the visit formula" },
        percentOfSystem: { zh: "按系统总价比例续费", en: "A share of the system's price a year" },
        costPlusService: { zh: "成本价加服务费", en: "Cost and service fee" },
        byQuote: { zh: "另行报价", en: "By quote" },
      },
    ),
    systemPriceFen: fen({ zh: "系统总价", en: "Price of the system" }),
    renewalPermille: integer(
      { zh: "年维护费率（‰）", en: "Yearly fee (‰)" },
      { hint: { zh: "系统总价的千分比，10% 填 100", en: "Of the system's price; 10 % is 100" } },
    ),
    dailyFen: fen({ zh: "按次薪酬费（每人每天）", en: "Pay a person a day" }),
    payments: rows(
      { zh: "付款节点", en: "Payments" },
      {
        name: text({ zh: "节点", en: "For" }),
        dueDate: date({ zh: "应付日期", en: "Due on" }),
        amountFen: fen({ zh: "金额", en: "Amount" }),
        condition: text({ zh: "条件", en: "Condition" }),
        paidDate: date({ zh: "已付日期", en: "Paid on" }),
      },
    ),
    ceilings: rows(
      { zh: "价格上限", en: "Price ceilings" },
      {
        item: text({ zh: "项目", en: "Item" }),
        priceFen: fen({ zh: "上限单价", en: "At most" }),
        untilDate: date({ zh: "有效至", en: "Until" }),
        clauseNumber: text({ zh: "条款号", en: "Clause number" }),
      },
    ),
    exclusions: rows(
      { zh: "除外责任", en: "Exclusions" },
      {
        cause: choice({ zh: "原因", en: "Cause" }, CAUSES),
        payer: choice({ zh: "承担方", en: "Who pays" }, PARTIES),
        clauseNumber: text({ zh: "条款号", en: "Clause number" }),
      },
    ),
    bestEffort: flag(
      { zh: "时间不保证", en: "No time guaranteed" },
      { hint: { zh: "按次服务：只尽力而为，不计时限", en: "Best effort only: clocks are off" } },
    ),
    severityChange: choice(
      { zh: "变更紧急程度时", en: "When severity changes" },
      {
        retroactive: { zh: "自报修起按新等级重算", en: "From the report, by the new severity" },
        forward: { zh: "已用时间保留，余下按新等级", en: "Time used is kept" },
        reset: { zh: "自变更起重新计时", en: "Anew from the change" },
      },
    ),
    reopenDays: integer({ zh: "重新打开期限（天）", en: "Reopened within (days)" }),
    objectionDays: integer({ zh: "异议期限（自然日）", en: "Objections within (days)" }),
    templateKey: text({ zh: "所用模板", en: "Template" }),
    note: longText({ zh: "备注", en: "Note" }),
  },
});
