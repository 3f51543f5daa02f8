import { defineRecord } from "../lib/define-record.ts";
import { choice, date, flag, integer, longText, reference, text } from "../lib/fields.ts";

/**
 * What a contract grants beside its clocks: so many visits or trainees a period, or a right between two dates
 * (checklist C01, C06). What is left is computed from `entitlementEntry`, never stored.
 */
export const entitlement = defineRecord({
  type: "entitlement",
  version: 1,
  label: { zh: "权益", en: "Entitlement" },
  title: "name",
  indexes: ["contractId"],
  parent: "contractId",
  fields: {
    contractId: reference({ zh: "合同", en: "Contract" }, "contract", { required: true }),
    name: text({ zh: "权益名称", en: "Entitlement" }, { required: true }),
    kind: choice(
      { zh: "权益类型", en: "Kind" },
      {
        scheduledVisit: { zh: "定期上门维护", en: "Scheduled visits" },
        emergencyVisit: { zh: "紧急上门", en: "Emergency visits" },
        trainee: { zh: "培训人次", en: "Trainees" },
        residentDay: { zh: "驻场", en: "Resident days" },
        freeUpgrade: { zh: "免费升级", en: "Free upgrades" },
        freeMaintenance: { zh: "免费维护", en: "Free maintenance" },
        remoteAdvice: { zh: "远程咨询", en: "Remote advice" },
        other: { zh: "其他权益", en: "Other" },
      },
      { required: true },
    ),
    granted: integer(
      { zh: "额度", en: "Granted" },
      { hint: { zh: "每个周期的数量；不填为不限次数", en: "A period; empty: without limit" } },
    ),
    period: choice(
      { zh: "额度周期", en: "Period" },
      {
        term: { zh: "整个合同期", en: "The whole term" },
        year: { zh: "每合同年", en: "A contract year" },
        halfYear: { zh: "每半年", en: "Half a year" },
        quarter: { zh: "每季度", en: "A quarter" },
      },
      { required: true },
    ),
    unitMinutes: integer(
      { zh: "每单位分钟数", en: "Minutes a unit" },
      { hint: { zh: "按时间计的权益才填，例如驻场一天 480", en: "Only when it is time: a day is 480" } },
    ),
    roundToMinutes: integer(
      { zh: "取整到（分钟）", en: "Rounded up to (minutes)" },
      { hint: { zh: "例如半天 240；不填则不取整", en: "Half a day is 240; empty: not rounded" } },
    ),
    carryOver: choice(
      { zh: "结转", en: "Carried over" },
      {
        none: { zh: "不结转", en: "Lapses" },
        nextPeriod: { zh: "结转到下一周期", en: "To the next period" },
      },
    ),
    carryLimit: integer({ zh: "最多结转", en: "At most carried" }),
    startsFrom: choice(
      { zh: "起算", en: "Begins with" },
      {
        term: { zh: "合同期开始", en: "The term" },
        acceptance: { zh: "签署验收", en: "Signed acceptance" },
        installation: { zh: "安装", en: "Installation" },
        date: { zh: "指定日期", en: "A date" },
      },
      { required: true },
    ),
    moduleId: reference({ zh: "模块", en: "Module" }, "module"),
    startDate: date({ zh: "起算日期", en: "Begins on" }),
    months: integer({ zh: "期限（月）", en: "Months" }),
    lifelong: flag({ zh: "终身", en: "For life" }),
    clauseNumber: text({ zh: "条款号", en: "Clause number" }),
    wording: longText({ zh: "条款原文", en: "Wording" }),
  },
});
