import { defineRecord } from "../lib/define-record.ts";
import { choice, date, flag, longText, reference, text } from "../lib/fields.ts";

/** A vendor on our premises, planned or actual (checklist M04–M08). */
export const visit = defineRecord({
  type: "visit",
  version: 2,
  label: { zh: "上门服务", en: "Visit" },
  title: "subject",
  indexes: ["plannedDate", "vendorId"],
  // Only optional fields were added.
  migrations: [{ to: 2, up: (data) => ({ ...data }) }],
  fields: {
    subject: text({ zh: "服务内容", en: "Subject" }, { required: true, importAs: ["内容", "巡检内容"] }),
    vendorId: reference({ zh: "厂商", en: "Vendor" }, "vendor", {
      required: true,
      importAs: ["厂家", "供应商"],
    }),
    contractId: reference({ zh: "合同", en: "Contract" }, "contract"),
    kind: choice(
      { zh: "类型", en: "Kind" },
      {
        patrol: { zh: "巡检", en: "Patrol" },
        returnVisit: { zh: "回访", en: "Return visit" },
        emergency: { zh: "紧急上门", en: "Emergency" },
        training: { zh: "培训", en: "Training" },
        other: { zh: "其他", en: "Other" },
      },
    ),
    plannedDate: date(
      { zh: "计划日期", en: "Planned" },
      { required: true, importAs: ["日期", "应巡检日期"] },
    ),
    actualDate: date({ zh: "实际日期", en: "Actual" }, { importAs: ["完成日期", "巡检日期"] }),
    engineer: text({ zh: "工程师", en: "Engineer" }, { importAs: ["服务人员", "巡检人"] }),
    reportReceived: flag({ zh: "已交服务报告", en: "Report received" }),
    incidentId: reference({ zh: "故障", en: "Incident" }, "incident"),
    entitlementId: reference({ zh: "使用权益", en: "Entitlement" }, "entitlement"),
    agreementId: reference({ zh: "补充协议", en: "Agreement" }, "agreement"),
    cancelledDate: date({ zh: "取消日期", en: "Cancelled on" }),
    result: longText({ zh: "结果", en: "Result" }, { importAs: ["巡检结果", "备注"] }),
  },
});
