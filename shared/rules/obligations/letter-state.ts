import { addDays, daysBetween, type CalendarDate } from "../../lib/dates.ts";
import type { Letter, Stored } from "../../records/index.ts";
import { within } from "./periods.ts";

/** A formal letter urging acceptance is answered within two weeks where it does not say otherwise (checklist F14). */
const ACCEPTANCE_ANSWER_DAYS = 14;
/** Days before the deadline from which an answer is due soon. */
export const LETTER_SOON_DAYS = 7;

export interface LetterState {
  readonly letter: Stored<"letter">;
  /** The last day on which an answer is in time; undefined: the letter sets no deadline. */
  readonly answerBy: CalendarDate | undefined;
  readonly state: "answered" | "answeredLate" | "open" | "dueSoon" | "overdue";
  /** Days until `answerBy`, negative after. */
  readonly daysLeft: number | undefined;
  readonly overdueSince: CalendarDate | undefined;
}

/**
 * Where a letter stands. Its days run from the day on which it was received, or, unknown or urging acceptance, from its
 * own date; that day is not counted. `open`: no answer yet, no deadline or a far one.
 */
export function letterState(letter: Stored<"letter">, today: CalendarDate): LetterState {
  const { answeredDate } = letter.data;
  const answerBy = answerByOf(letter.data);
  const daysLeft = answerBy === undefined ? undefined : daysBetween(today, answerBy);
  if (answeredDate !== undefined) {
    const isLate = answerBy !== undefined && answeredDate > answerBy;
    return {
      letter,
      answerBy,
      state: isLate ? "answeredLate" : "answered",
      daysLeft,
      overdueSince: undefined,
    };
  }
  if (answerBy === undefined || daysLeft === undefined || daysLeft > LETTER_SOON_DAYS)
    return { letter, answerBy, state: "open", daysLeft, overdueSince: undefined };
  if (daysLeft >= 0) return { letter, answerBy, state: "dueSoon", daysLeft, overdueSince: undefined };
  return { letter, answerBy, state: "overdue", daysLeft, overdueSince: addDays(answerBy, 1) };
}

/**
 * The last day for an answer; undefined where the letter sets none. Two weeks to accept run from the formal letter
 * itself (checklist F14): the office that counts from the day it came could be caught out.
 */
export function answerByOf(
  letter: Pick<Letter, "kind" | "letterDate" | "receivedDate" | "answerDays">,
): CalendarDate | undefined {
  const days = letter.answerDays ?? (letter.kind === "acceptance" ? ACCEPTANCE_ANSWER_DAYS : undefined);
  if (days === undefined) return undefined;
  const from = letter.kind === "acceptance" ? letter.letterDate : (letter.receivedDate ?? letter.letterDate);
  return addDays(from, within(days, 0));
}
