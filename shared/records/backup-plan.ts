import { defineRecord } from "../lib/define-record.ts";
import { choice, integer, longText, reference, text } from "../lib/fields.ts";

/** What is backed up, how often, to where (checklist M14). */
export const backupPlan = defineRecord({
  type: "backupPlan",
  version: 1,
  label: { zh: "备份计划", en: "Backup plan" },
  title: "name",
  fields: {
    name: text({ zh: "备份名称", en: "Backup" }, { required: true, importAs: ["备份任务", "计划名称"] }),
    systemId: reference({ zh: "系统", en: "System" }, "system", { importAs: ["系统名称"] }),
    kind: choice(
      { zh: "方式", en: "Kind" },
      {
        full: { zh: "全量", en: "Full" },
        incremental: { zh: "增量", en: "Incremental" },
        log: { zh: "日志", en: "Log" },
        configuration: { zh: "配置", en: "Configuration" },
      },
    ),
    everyDays: integer({ zh: "周期（天）", en: "Every (days)" }, { required: true, importAs: ["周期"] }),
    target: text({ zh: "存放位置", en: "Kept at" }, { importAs: ["备份位置"] }),
    owner: text({ zh: "负责人", en: "Owner" }),
    note: longText({ zh: "备注", en: "Note" }),
  },
});
