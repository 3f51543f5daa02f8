import { addDays, isDate, type CalendarDate } from "../../lib/dates.ts";
import { dateOf, epochMs, type Instant } from "../../lib/instants.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { ObligationEntry, Stored } from "../../records/index.ts";
import { create, type Edit } from "../edit.ts";
import { LINE_LIMIT, said } from "./told-day.ts";

/** A change that had to be announced: a hotline, a resident engineer, the end of a part (checklist C11, C18, T17). */
export interface ChangeEntry {
  /** From when it holds; ahead of today for one that is only announced. */
  readonly day: CalendarDate;
  /** When the notice reached us; undefined: none did. */
  readonly noticedDate: CalendarDate | undefined;
  readonly consent: ObligationEntry["consent"];
  readonly by: string;
  readonly proof: string;
  readonly note: string;
}

export type RecordChangeFailure =
  | { readonly kind: "notADate"; readonly field: "day" | "noticedDate" }
  /** Nothing is announced further ahead than two years. */
  | { readonly kind: "tooFarAhead" }
  /** A notice that is still to come has not been received. */
  | { readonly kind: "noticeInTheFuture" }
  /** Announced without a notice: nobody can know of it. */
  | { readonly kind: "announcedWithoutNotice" }
  /** It recurs or is due once: fulfil it. */
  | { readonly kind: "notAChange" }
  | { readonly kind: "tooLong" };

const MOST_DAYS_AHEAD = 731;

/** Records a change; whether it was announced in time, too often or without consent is computed (`changesOf`). */
export function recordChange(
  told: ChangeEntry,
  context: { readonly now: Instant; readonly id: string; readonly obligation: Stored<"obligation"> },
): Result<Edit[], RecordChangeFailure> {
  const { now, id, obligation } = context;
  const today = dateOf(epochMs(now));
  const { day, noticedDate, consent } = told;
  if (obligation.data.recurrence !== "onChange") return fail({ kind: "notAChange" });
  if (!isDate(day)) return fail({ kind: "notADate", field: "day" });
  if (noticedDate !== undefined && !isDate(noticedDate))
    return fail({ kind: "notADate", field: "noticedDate" });
  if (day > addDays(today, MOST_DAYS_AHEAD)) return fail({ kind: "tooFarAhead" });
  if (noticedDate !== undefined && noticedDate > today) return fail({ kind: "noticeInTheFuture" });
  if (day > today && noticedDate === undefined) return fail({ kind: "announcedWithoutNotice" });
  if (told.by.length > LINE_LIMIT || told.proof.length > LINE_LIMIT) return fail({ kind: "tooLong" });
  const entry: ObligationEntry = {
    obligationId: obligation.id,
    kind: "changed",
    day,
    recordedAt: now,
    ...(noticedDate === undefined ? {} : { noticedDate }),
    ...(consent === undefined ? {} : { consent }),
    ...said({ by: told.by, proof: told.proof, note: told.note }),
  };
  return ok([create("obligationEntry", id, entry)]);
}
