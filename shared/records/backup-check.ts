import { defineRecord } from "../lib/define-record.ts";
import { choice, date, integer, longText, reference, text } from "../lib/fields.ts";

/** Someone looked whether a backup was made, or proved that it restores. */
export const backupCheck = defineRecord({
  type: "backupCheck",
  version: 1,
  label: { zh: "备份检查", en: "Backup check" },
  title: "checkDate",
  indexes: ["planId", "checkDate"],
  parent: "planId",
  fields: {
    planId: reference({ zh: "备份计划", en: "Backup plan" }, "backupPlan", {
      required: true,
      importAs: ["备份名称", "备份任务"],
    }),
    checkDate: date({ zh: "检查日期", en: "Checked on" }, { required: true, importAs: ["日期"] }),
    result: choice(
      { zh: "结果", en: "Result" },
      {
        ok: { zh: "正常", en: "In order", importAs: ["成功", "√"] },
        failed: { zh: "失败", en: "Failed", importAs: ["异常", "×"] },
        restored: { zh: "恢复验证通过", en: "Restore proven" },
        missing: { zh: "未备份", en: "Not made" },
      },
      { required: true, importAs: ["检查结果", "备份结果"] },
    ),
    sizeMiB: integer({ zh: "大小（MB）", en: "Size (MB)" }, { importAs: ["大小"] }),
    minutes: integer({ zh: "用时（分钟）", en: "Minutes" }, { importAs: ["用时"] }),
    checkedBy: text({ zh: "检查人", en: "Checked by" }, { importAs: ["签字"] }),
    note: longText({ zh: "备注", en: "Note" }),
  },
});
