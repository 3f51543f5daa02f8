import type { Choices } from "../lib/fields.ts";

/** What can happen to an incident. Clauses start and stop on these; pauses lie between `paused` and `resumed`. */
export const EVENT_KINDS = {
  reported: { zh: "报修", en: "Reported", importAs: ["报告", "New", "Open", "登记"] },
  acknowledged: { zh: "响应", en: "Responded", importAs: ["受理", "已受理", "Active", "Acknowledged"] },
  replied: { zh: "答复", en: "Replied", importAs: ["回复"] },
  planSubmitted: { zh: "提交方案", en: "Plan submitted" },
  planConfirmed: { zh: "我方确认方案", en: "Plan confirmed by us" },
  arrived: { zh: "到场", en: "Arrived", importAs: ["到达现场"] },
  workedAround: { zh: "临时恢复", en: "Worked around", importAs: ["恢复"] },
  resolved: { zh: "解决", en: "Resolved", importAs: ["已解决", "修复", "完成"] },
  signedOff: { zh: "签字确认", en: "Signed off", importAs: ["已关闭", "Closed", "关闭"] },
  refused: { zh: "拒签", en: "Refused" },
  reopened: { zh: "重新打开", en: "Reopened", importAs: ["重开"] },
  paused: { zh: "暂停计时", en: "Paused", importAs: ["挂起", "Pending", "On Hold"] },
  resumed: { zh: "恢复计时", en: "Resumed" },
  note: { zh: "记录", en: "Note" },
} as const satisfies Choices;

export type EventKind = keyof typeof EVENT_KINDS;
