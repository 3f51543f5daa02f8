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
  remoteConsent: { zh: "同意远程登录", en: "Remote login agreed" },
  remoteFailed: { zh: "远程无法解决", en: "Remote attempt failed" },
  escalated: { zh: "升级支持", en: "Escalated" },
  left: { zh: "离场", en: "Left the site" },
  loanerDelivered: { zh: "备机到位", en: "Loaner delivered" },
  replaced: { zh: "换货到达", en: "Replacement arrived" },
  partReturned: { zh: "坏件寄回", en: "Broken part sent back" },
  reportDelivered: { zh: "收到服务报告", en: "Service report received" },
  severityChanged: { zh: "变更紧急程度", en: "Severity changed" },
  pauseAgreed: { zh: "暂停认定", en: "Pause agreed" },
  adjudicated: { zh: "时间裁定", en: "Time adjudicated" },
  recomputed: { zh: "时限重算", en: "Due time recomputed" },
  note: { zh: "记录", en: "Note" },
} as const satisfies Choices;

/** Said through a dialog of their own, because they carry more than a line does. */
export const SPECIAL_EVENT_KINDS = ["severityChanged", "pauseAgreed", "adjudicated", "recomputed"] as const;

export type EventKind = keyof typeof EVENT_KINDS;
