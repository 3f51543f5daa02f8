import { defineRecord } from "../lib/define-record.ts";
import { choice, choiceList, date, flag, integer, longText, reference, text } from "../lib/fields.ts";
import { EVENT_KINDS } from "./event-kinds.ts";
import { PARTIES } from "./pause-terms.ts";
import { PHASES } from "./phases.ts";
import { REGIONS } from "./regions.ts";
import { SEVERITIES } from "./severities.ts";

/** One promise with a clock: from one event to another within a target, counted in a coverage (clocks R1). */
export const clause = defineRecord({
  type: "clause",
  version: 2,
  label: { zh: "条款", en: "Clause" },
  title: "name",
  indexes: ["contractId"],
  parent: "contractId",
  // Only optional fields were added.
  migrations: [{ to: 2, up: (data) => ({ ...data }) }],
  fields: {
    contractId: reference({ zh: "合同", en: "Contract" }, "contract", { required: true }),
    name: text({ zh: "条款名称", en: "Clause" }, { required: true }),
    number: text({ zh: "条款号", en: "Clause number" }),
    metric: choice(
      { zh: "指标", en: "Metric" },
      {
        response: { zh: "响应", en: "Response" },
        reply: { zh: "答复", en: "Reply" },
        plan: { zh: "方案", en: "Plan" },
        arrival: { zh: "到场", en: "Arrival" },
        resolution: { zh: "解决", en: "Resolution" },
        loaner: { zh: "备机", en: "Loaner" },
        replacement: { zh: "换货", en: "Replacement" },
        report: { zh: "报告", en: "Report" },
        notice: { zh: "通知", en: "Notice" },
        confirmation: { zh: "确认", en: "Confirmation" },
        partReturn: { zh: "坏件返还", en: "Return of a part" },
        other: { zh: "其他指标", en: "Other" },
      },
      { required: true },
    ),
    startEvent: choice({ zh: "起算事件", en: "Starts at" }, EVENT_KINDS, { required: true }),
    stopEvent: choice({ zh: "停止事件", en: "Stops at" }, EVENT_KINDS, { required: true }),
    target: integer({ zh: "时限", en: "Target" }, { required: true }),
    unit: choice(
      { zh: "单位", en: "Unit" },
      {
        minute: { zh: "分钟", en: "Minutes" },
        hour: { zh: "小时", en: "Hours" },
        workingHour: { zh: "工作小时", en: "Working hours" },
        workingDay: { zh: "工作日", en: "Working days" },
        calendarDay: { zh: "自然日", en: "Calendar days" },
        day24h: { zh: "24小时", en: "Days of 24 hours" },
      },
      { required: true, hint: { zh: "不写“天”：工作日、自然日、24小时各不相同", en: "Never just “day”" } },
    ),
    coverage: choice(
      { zh: "覆盖时段", en: "Coverage" },
      {
        always: { zh: "7×24", en: "7×24" },
        calendar: { zh: "按日历", en: "By calendar" },
      },
      { required: true },
    ),
    calendarId: reference({ zh: "日历", en: "Calendar" }, "calendar", {
      hint: {
        zh: "不选则用标准 5×8（含法定节假日与调休）",
        en: "Empty: the standard 5×8 with official holidays",
      },
    }),
    severities: choiceList({ zh: "适用紧急程度", en: "Severities" }, SEVERITIES, {
      hint: { zh: "不选则适用全部", en: "Empty: all" },
    }),
    pauses: choice(
      { zh: "暂停规则", en: "Pauses" },
      {
        never: { zh: "不可暂停", en: "Never paused" },
        agreed: { zh: "按记录暂停", en: "Paused as recorded" },
      },
      { hint: { zh: "响应类条款默认不可暂停", en: "Response clauses are not paused by default" } },
    ),
    wording: longText({ zh: "条款原文", en: "Wording" }),
    page: text({ zh: "页码", en: "Page" }),
    party: choice({ zh: "义务方", en: "Owed by" }, PARTIES, {
      hint: { zh: "不选为厂商；我方义务也计时", en: "Empty: the vendor; ours are clocked too" },
    }),
    evidence: choice(
      { zh: "停止凭证", en: "Evidence of the stop" },
      {
        none: { zh: "不要求", en: "None" },
        any: { zh: "任意凭证", en: "Any" },
        signature: { zh: "签字", en: "Signature" },
        fax: { zh: "传真", en: "Fax" },
        callNote: { zh: "通话记录", en: "Call note" },
        badge: { zh: "工牌或到场登记", en: "Badge or visitor's log" },
      },
    ),
    regions: choiceList({ zh: "适用距离", en: "Distances" }, REGIONS, {
      hint: { zh: "不选则适用全部", en: "Empty: all" },
    }),
    phases: choiceList({ zh: "适用阶段", en: "Phases" }, PHASES, {
      hint: { zh: "不选则适用全部", en: "Empty: all" },
    }),
    staysUntilSolved: flag({ zh: "未解决不撤离", en: "Staff stay until solved" }),
    effectiveFrom: date({ zh: "生效日期", en: "Holds from" }),
    effectiveTo: date({ zh: "失效日期", en: "Holds until" }),
    replacesId: reference({ zh: "取代条款", en: "Replaces" }, "clause"),
  },
});
