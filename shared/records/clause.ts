import { defineRecord } from "../lib/define-record.ts";
import { choice, choiceList, integer, longText, reference, text } from "../lib/fields.ts";
import { EVENT_KINDS } from "./event-kinds.ts";
import { SEVERITIES } from "./severities.ts";

/** One promise with a clock: from one event to another within a target, counted in a coverage (clocks R1). */
export const clause = defineRecord({
  type: "clause",
  version: 1,
  label: { zh: "条款", en: "Clause" },
  title: "name",
  indexes: ["contractId"],
  parent: "contractId",
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
  },
});
