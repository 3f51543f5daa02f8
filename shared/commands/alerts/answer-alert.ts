import { epochMs, type Instant } from "../../lib/instants.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { RecordData } from "../../records/index.ts";
import { create, type Edit } from "../edit.ts";

export interface AlertAnswerEntry {
  /** The alert's `key` for 已阅, its `subject` for 暂缓 and 已决定. */
  readonly alertKey: string;
  readonly kind: RecordData<"alertAnswer">["kind"];
  readonly until: Instant | undefined;
  readonly by: string;
  readonly reason: string;
}

export type AnswerAlertFailure = {
  readonly kind:
    | "keyMissing"
    | "reasonMissing"
    /** A decision is somebody's. */
    | "byMissing"
    | "untilMissing"
    | "notATime"
    | "untilInThePast"
    /** More than 90 days ahead. */
    | "untilTooFar"
    | "tooLong";
};

export const MOST_SNOOZE_DAYS = 90;
const DAY_MS = 86_400_000;
const LINE_LIMIT = 500;

/**
 * What somebody did about an alert: seen, put off for a reason and a time, or decided. An alert rings until one of the
 * last two (beyond.md part 2, item 8).
 */
export function answerAlert(
  told: AlertAnswerEntry,
  context: { readonly now: Instant; readonly id: string },
): Result<Edit[], AnswerAlertFailure> {
  const { now, id } = context;
  const [alertKey, by, reason] = [told.alertKey.trim(), told.by.trim(), told.reason.trim()];
  if (alertKey === "") return fail({ kind: "keyMissing" });
  if (alertKey.length > LINE_LIMIT || by.length > LINE_LIMIT) return fail({ kind: "tooLong" });
  if (told.kind !== "seen" && reason === "") return fail({ kind: "reasonMissing" });
  if (told.kind === "decided" && by === "") return fail({ kind: "byMissing" });
  if (told.kind === "snoozed") {
    const wrong = untilFailure(told.until, now);
    if (wrong !== undefined) return fail({ kind: wrong });
  }
  const until = told.kind === "snoozed" ? told.until : undefined;
  const answer: RecordData<"alertAnswer"> = {
    alertKey,
    kind: told.kind,
    at: now,
    ...(until === undefined ? {} : { until }),
    ...(by === "" ? {} : { by }),
    ...(reason === "" ? {} : { reason }),
  };
  return ok([create("alertAnswer", id, answer)]);
}

function untilFailure(until: Instant | undefined, now: Instant): AnswerAlertFailure["kind"] | undefined {
  if (until === undefined) return "untilMissing";
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(until) || Number.isNaN(Date.parse(until)))
    return "notATime";
  const aheadMs = epochMs(until) - epochMs(now);
  if (aheadMs <= 0) return "untilInThePast";
  return aheadMs > MOST_SNOOZE_DAYS * DAY_MS ? "untilTooFar" : undefined;
}
