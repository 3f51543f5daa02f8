import { defineRecord } from "../lib/define-record.ts";
import { choice, instantField, longText, reference, text } from "../lib/fields.ts";
import { CAUSES } from "./causes.ts";
import { CHANNELS } from "./channels.ts";
import { SEVERITIES } from "./severities.ts";

/**
 * A fault the office reported. What happened to it is its timeline (`incidentEvent`); its status, due times
 * and breaches are computed. `occurredAt`, the first `reported` event and its `recordedAt` are kept apart (clocks R2).
 */
export const incident = defineRecord({
  type: "incident",
  version: 2,
  label: { zh: "故障", en: "Incident" },
  title: "title",
  indexes: ["number"],
  // Only optional fields were added.
  migrations: [{ to: 2, up: (data) => ({ ...data }) }],
  fields: {
    number: text(
      { zh: "故障编号", en: "Number" },
      {
        required: true,
        importAs: ["编号", "工单号", "报告编号", "留言编号", "单号", "Ticket", "Incident ID"],
      },
    ),
    title: text(
      { zh: "故障主题", en: "Title" },
      {
        required: true,
        importAs: [
          "主题",
          "标题",
          "问题描述",
          "留言主题",
          "故障名称",
          "问题现象",
          "short_description",
          "Subject",
          "Summary",
        ],
      },
    ),
    description: longText(
      { zh: "故障现象", en: "Phenomenon" },
      { importAs: ["故障描述", "详情", "留言详情", "现象", "Description"] },
    ),
    systemId: reference({ zh: "系统", en: "System" }, "system", { importAs: ["系统名称", "应用系统"] }),
    moduleId: reference({ zh: "模块", en: "Module" }, "module"),
    vendorId: reference({ zh: "厂商", en: "Vendor" }, "vendor", {
      importAs: ["厂家", "供应商", "公司", "服务商"],
    }),
    contractId: reference({ zh: "合同", en: "Contract" }, "contract"),
    severity: choice({ zh: "紧急程度", en: "Severity" }, SEVERITIES, {
      importAs: ["优先级", "级别", "故障等级", "严重程度", "Priority", "Urgency"],
    }),
    channel: choice({ zh: "报修渠道", en: "Channel" }, CHANNELS, {
      importAs: ["渠道", "来源", "contact_type"],
    }),
    department: text(
      { zh: "科室", en: "Department" },
      { importAs: ["部门", "地点", "发现地点", "Location"] },
    ),
    place: text({ zh: "地点", en: "Place" }, { importAs: ["位置"] }),
    reporter: text(
      { zh: "报告人", en: "Reporter" },
      { importAs: ["报修人", "发现人", "留言用户", "caller_id", "申请人"] },
    ),
    phone: text({ zh: "联系电话", en: "Telephone" }, { importAs: ["电话", "手机"] }),
    scope: text({ zh: "影响范围", en: "Scope of impact" }, { importAs: ["影响"] }),
    cause: longText(
      { zh: "初步原因", en: "Preliminary cause" },
      { importAs: ["原因", "原因分析", "原因及分析", "形成原因", "故障初判"] },
    ),
    solution: longText(
      { zh: "处理结果", en: "Solution" },
      { importAs: ["解决办法", "处理方式", "故障处理过程", "处理措施"] },
    ),
    wantedService: text({ zh: "要求服务方式", en: "Wanted service" }),
    handler: text({ zh: "处理人", en: "Handler" }, { importAs: ["负责人", "assigned_to"] }),
    category: text(
      { zh: "分类", en: "Category" },
      { importAs: ["类别", "故障类别", "异常类型", "category"] },
    ),
    occurredAt: instantField({ zh: "发生时间", en: "Occurred" }, { importAs: ["发现时间", "故障时间"] }),
    importedStatus: text({ zh: "原状态", en: "Status in the old ledger" }),
    evidence: choice(
      { zh: "证据等级", en: "Evidence grade" },
      {
        A: { zh: "A 时刻完整", en: "A full times" },
        B: { zh: "B 仅有日期", en: "B dates only" },
        C: { zh: "C 仅有叙述", en: "C narrative" },
      },
    ),
    importBatchId: reference({ zh: "导入批次", en: "Import batch" }, "importBatch"),
    causeCode: choice({ zh: "原因分类", en: "Kind of cause" }, CAUSES, {
      hint: { zh: "决定由谁承担费用", en: "Decides who pays" },
    }),
    liability: longText({ zh: "厂商责任说明", en: "Vendor's liability" }),
    previousId: reference({ zh: "前次故障", en: "Earlier incident" }, "incident"),
    extra: longText({ zh: "原表其他列", en: "Other columns" }),
  },
});
