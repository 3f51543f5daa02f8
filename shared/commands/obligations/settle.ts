import type { CalendarDate } from "../../lib/dates.ts";
import { dateOf, epochMs, type Instant } from "../../lib/instants.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { ObligationEntry, Stored } from "../../records/index.ts";
import type { ContractTerm } from "../../rules/clauses/terms.ts";
import { obligationStates, type Occurrence } from "../../rules/obligations/obligation-states.ts";
import { standing } from "../../rules/obligations/standing-entries.ts";
import { create, type Edit } from "../edit.ts";
import { LINE_LIMIT, said, toldDayFailure } from "./told-day.ts";

export interface Fulfilment {
  readonly day: CalendarDate;
  /** Which occurrence; undefined: the oldest that is open on that day (see `settlements`). */
  readonly dueDate: CalendarDate | undefined;
  readonly by: string;
  readonly proof: string;
  readonly note: string;
}

export interface Waiver {
  /** Which occurrence is forgiven. */
  readonly dueDate?: CalendarDate | undefined;
  /** Or which change: the id of its entry. */
  readonly aboutId?: string | undefined;
  readonly by: string;
  readonly reason: string;
}

export type SettleFailure =
  | { readonly kind: "notADate" | "inTheFuture" | "tooLong" }
  /** A change is recorded, not fulfilled. */
  | { readonly kind: "isAChange" }
  | { readonly kind: "noSuchOccurrence" }
  | { readonly kind: "alreadySettled"; readonly dueDate: CalendarDate; readonly day: CalendarDate }
  /** Nothing was open on that day that this could be for. */
  | { readonly kind: "nothingOpen" }
  | { readonly kind: "reasonMissing" }
  | { readonly kind: "noSuchChange" };

export interface SettleContext {
  readonly now: Instant;
  readonly id: string;
  readonly obligation: Stored<"obligation">;
  /** Its entries so far. */
  readonly entries: readonly Stored<"obligationEntry">[];
  /** `termsOf` its contract. */
  readonly contractTerms: readonly ContractTerm[];
}

/**
 * Records that an obligation was met. Which occurrence it met is written down with it, so that a later change of the
 * contract does not move it to another one. What has no dates is recorded as done, for the record.
 */
export function fulfil(told: Fulfilment, context: SettleContext): Result<Edit[], SettleFailure> {
  const { obligation, id, now } = context;
  const today = dateOf(epochMs(now));
  const wrongDay = toldDayFailure(told.day, today);
  if (wrongDay !== undefined) return fail({ kind: wrongDay });
  if (told.by.length > LINE_LIMIT || told.proof.length > LINE_LIMIT) return fail({ kind: "tooLong" });
  if (obligation.data.recurrence === "onChange") return fail({ kind: "isAChange" });
  const { occurrences } = statesIn(context, today);
  const entry: ObligationEntry = {
    obligationId: obligation.id,
    kind: "fulfilled",
    day: told.day,
    recordedAt: now,
    ...said({ by: told.by, proof: told.proof, note: told.note }),
  };
  const isDateless = obligation.data.recurrence === "once" && obligation.data.dueDate === undefined;
  if (isDateless) return ok([create("obligationEntry", id, entry)]);
  const open =
    told.dueDate === undefined ? oldestOpen(occurrences, told.day) : named(occurrences, told.dueDate);
  if (open === undefined)
    return fail({ kind: told.dueDate === undefined ? "nothingOpen" : "noSuchOccurrence" });
  // What was waived may still arrive.
  if (open.entry?.data.kind === "fulfilled")
    return fail({ kind: "alreadySettled", dueDate: open.dueDate, day: open.entry.data.day });
  return ok([create("obligationEntry", id, { ...entry, dueDate: open.dueDate })]);
}

/** Forgives one occurrence, or one change, with the reason why. */
export function waive(told: Waiver, context: SettleContext): Result<Edit[], SettleFailure> {
  const { obligation, entries, id, now } = context;
  const today = dateOf(epochMs(now));
  if (told.reason.trim() === "") return fail({ kind: "reasonMissing" });
  if (told.by.length > LINE_LIMIT) return fail({ kind: "tooLong" });
  const entry: ObligationEntry = {
    obligationId: obligation.id,
    kind: "waived",
    day: today,
    recordedAt: now,
    ...said({ by: told.by, note: told.reason }),
  };
  if (told.aboutId !== undefined) {
    const { aboutId } = told;
    const changes = standing(entries).filter(({ data }) => data.obligationId === obligation.id);
    if (!changes.some((one) => one.id === aboutId && one.data.kind === "changed"))
      return fail({ kind: "noSuchChange" });
    const before = changes.find(({ data }) => data.kind === "waived" && data.aboutId === aboutId);
    if (before !== undefined)
      return fail({ kind: "alreadySettled", dueDate: before.data.day, day: before.data.day });
    return ok([create("obligationEntry", id, { ...entry, aboutId })]);
  }
  const { dueDate } = told;
  const open = dueDate === undefined ? undefined : named(statesIn(context, today).occurrences, dueDate);
  if (open === undefined) return fail({ kind: "noSuchOccurrence" });
  if (open.state === "fulfilled" || open.state === "waived")
    return fail({ kind: "alreadySettled", dueDate: open.dueDate, day: open.entry?.data.day ?? today });
  return ok([create("obligationEntry", id, { ...entry, dueDate: open.dueDate })]);
}

function statesIn({ obligation, entries, contractTerms }: SettleContext, today: CalendarDate) {
  return obligationStates(obligation, entries, contractTerms, today);
}

function named(occurrences: readonly Occurrence[], dueDate: CalendarDate): Occurrence | undefined {
  return occurrences.find((one) => one.dueDate === dueDate);
}

/** As `settlements` reads an entry that names none. */
function oldestOpen(occurrences: readonly Occurrence[], day: CalendarDate): Occurrence | undefined {
  return occurrences.find(
    ({ entry, period }) => entry === undefined && (period === undefined || period.startDate <= day),
  );
}
