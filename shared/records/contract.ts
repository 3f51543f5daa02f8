import { defineRecord } from "../lib/define-record.ts";
import { choice, date, fen, longText, reference, references, text } from "../lib/fields.ts";

/** What a vendor agreed to. Amounts in fen, dates `YYYY-MM-DD`, first and last day both in force. */
export const contract = defineRecord({
  type: "contract",
  version: 1,
  label: { zh: "合同", en: "Contract" },
  title: "title",
  indexes: ["vendorId", "endDate"],
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
    note: longText({ zh: "备注", en: "Note" }),
  },
});
