import type { EventKind } from "../records/event-kinds.ts";
import { plainName } from "./names.ts";

/** What a word in the state column of a log says about the incident, whatever was before. */
export type State = "new" | "active" | "waiting" | "resolved" | "closed" | "refused";

const WORDS: Readonly<Record<State, readonly string[]>> = {
  new: [
    "new",
    "open",
    "opened",
    "registered",
    "新建",
    "登记",
    "待受理",
    "未受理",
    "已登记",
    "待处理",
    "已报修",
  ],
  active: [
    ...[
      "active",
      "assigned",
      "inprogress",
      "workinprogress",
      "acknowledged",
      "处理中",
      "已受理",
      "受理",
      "已派单",
    ],
    ...["进行中", "维修中", "已响应", "响应"],
  ],
  waiting: [
    "pending",
    "onhold",
    "hold",
    "suspended",
    "paused",
    "挂起",
    "暂停",
    "等待",
    "待备件",
    "待厂商",
    "待用户",
  ],
  resolved: [
    "resolved",
    "done",
    "fixed",
    "completed",
    "solved",
    "已解决",
    "解决",
    "已完成",
    "完成",
    "已修复",
    "待确认",
  ],
  closed: ["closed", "close", "archived", "已关闭", "关闭", "已确认", "办结", "已办结", "结案", "已归档"],
  refused: ["refused", "rejected", "拒签", "退回", "验收不通过"],
};

const STATES = new Map<string, State>();
for (const [state, words] of Object.entries(WORDS)) {
  for (const word of words) STATES.set(plainName(word), state as State);
}

/** The state a word names, or the user says it does; null for one nobody knows, such as `-100`. */
export function readState(text: string, codes: Readonly<Record<string, string>> = {}): State | null {
  const chosen = Object.hasOwn(codes, text) ? codes[text] : undefined;
  if (chosen !== undefined && Object.hasOwn(WORDS, chosen)) return chosen as State;
  const plain = plainName(text);
  return STATES.get(plain) ?? (/^(awaiting|waiting|pending|等待|待)/.test(plain) ? "waiting" : null);
}

/**
 * The event that a change of state is, or null when nothing happened that a clock knows. The first `Active` is the
 * response; `Active` again ends a pause, or reopens what was resolved.
 */
export function eventOfChange(before: State | null, after: State, isAcknowledged: boolean): EventKind | null {
  if (before === after) return null;
  const wasDone = before === "resolved" || before === "closed";
  switch (after) {
    case "new":
      return before === null ? "reported" : wasDone ? "reopened" : null;
    case "active":
      if (wasDone) return "reopened";
      return before === "waiting" ? "resumed" : isAcknowledged ? null : "acknowledged";
    case "waiting":
      return wasDone ? "reopened" : "paused";
    case "resolved":
      return before === "closed" ? null : "resolved";
    case "closed":
      return "signedOff";
    case "refused":
      return "refused";
  }
}
