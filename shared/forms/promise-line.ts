import { documentTime } from "./chinese-time.ts";
import { formatWall, type Instant } from "../lib/instants.ts";
import type { EventKind } from "../records/event-kinds.ts";
import type { Clause } from "../records/index.ts";
import { targetText } from "../rules/clauses/target-text.ts";

/** One thing that the contract promised for this incident, with the instant that the clocks gave for it. */
export interface PromiseLine {
  readonly clause: string;
  /** Such as `2小时（7×24）`. */
  readonly agreed: string;
  readonly startEvent: EventKind;
  /** Absent until the clock has started. */
  readonly dueAt?: Instant;
  /** 预估: the way there leads through a year whose holidays are not announced. */
  readonly provisional?: boolean;
}

export function promiseLine(clause: Clause, dueAt: Instant | undefined, provisional = false): PromiseLine {
  return {
    clause: clause.number === undefined ? clause.name : `${clause.number} ${clause.name}`,
    agreed: targetText(clause),
    startEvent: clause.startEvent,
    ...(dueAt === undefined ? {} : { dueAt, provisional }),
  };
}

/** Absolute, because the reader has no countdown: `2026年1月4日 08:30`, or `2026-01-04 08:30` in a narrow ledger. */
export function dueText(line: PromiseLine, style: "document" | "ledger" = "document"): string {
  if (line.dueAt === undefined) return "尚未起算";
  return `${style === "document" ? documentTime(line.dueAt) : formatWall(line.dueAt)}${line.provisional === true ? "（预估）" : ""}`;
}
