import { isDate, type CalendarDate } from "../../lib/dates.ts";

/** What somebody signed for the office, and on what paper. Empty texts are not known. */
export interface Decision {
  readonly decidedDate: CalendarDate;
  readonly decidedBy: string;
  readonly proof: string;
}

export interface DecisionFailure {
  readonly field: keyof Decision;
  readonly kind: "missing" | "notADate" | "inTheFuture" | "tooLong";
}

/** What is wrong with a decision; a day is `notADate` where it is not one. */
export function decisionFailures(
  { decidedDate, decidedBy, proof }: Decision,
  today: CalendarDate,
): DecisionFailure[] {
  const failures: DecisionFailure[] = [];
  if (decidedDate === "") failures.push({ field: "decidedDate", kind: "missing" });
  else if (!isDate(decidedDate)) failures.push({ field: "decidedDate", kind: "notADate" });
  else if (decidedDate > today) failures.push({ field: "decidedDate", kind: "inTheFuture" });
  if (decidedBy.trim() === "") failures.push({ field: "decidedBy", kind: "missing" });
  else if (decidedBy.length > LINE_LIMIT) failures.push({ field: "decidedBy", kind: "tooLong" });
  if (proof.length > LINE_LIMIT) failures.push({ field: "proof", kind: "tooLong" });
  return failures;
}

export const LINE_LIMIT = 500;
