import type { Choices } from "../../lib/fields.ts";

/** Where an incident stands. Never stored: its timeline says so. */
export const STATUSES = {
  pending: { zh: "待受理", en: "Not accepted", importAs: ["未受理", "未处理", "新建", "New", "Open"] },
  inProgress: {
    zh: "处理中",
    en: "In progress",
    importAs: ["已受理", "受理", "Active", "Acknowledged", "Assigned"],
  },
  onHold: {
    zh: "挂起",
    en: "On hold",
    importAs: ["暂停", "Pending", "Awaiting User Info", "Awaiting Vendor"],
  },
  resolved: {
    zh: "已解决",
    en: "Resolved",
    importAs: ["解决", "待确认", "已处理", "已修复", "已完成", "完成", "Done", "Solved"],
  },
  closed: { zh: "已关闭", en: "Closed", importAs: ["关闭", "结束", "已结束", "已办结", "办结"] },
} as const satisfies Choices;

export type Status = keyof typeof STATUSES;

/** The status that a word of an old ledger means, or one of our own codes; undefined for a word nobody taught us. */
export function statusOfWord(word: string): Status | undefined {
  const trimmed = word.trim();
  return Object.hasOwn(STATUSES, trimmed) ? (trimmed as Status) : BY_WORD.get(trimmed.toLowerCase());
}

const BY_WORD: ReadonlyMap<string, Status> = new Map(
  (Object.keys(STATUSES) as Status[]).flatMap((status) =>
    [STATUSES[status].zh, STATUSES[status].en, ...STATUSES[status].importAs].map(
      (word) => [word.toLowerCase(), status] as const,
    ),
  ),
);
