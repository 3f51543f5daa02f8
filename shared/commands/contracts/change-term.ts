import { addDays, daysBetween, isDate, type CalendarDate } from "../../lib/dates.ts";
import { must } from "../../lib/must.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { Stored, Term } from "../../records/index.ts";
import { termsOf } from "../../rules/clauses/terms.ts";
import { create, type Edit } from "../edit.ts";
import { decisionFailures, type Decision } from "./decision.ts";

/** A renewal as signed. Empty texts and undefined are not known; dates are calendar dates, both days in force. */
export interface Renewal extends Decision {
  readonly startDate: CalendarDate;
  readonly endDate: CalendarDate;
  readonly noticeDate: CalendarDate | undefined;
  readonly amountFen: number | undefined;
  readonly note: string;
}

/** More time on the running term: it begins the day after the last one ends. */
export type Extension = Omit<Renewal, "startDate">;

/** An end before the agreed one; `endDate` is the last day in force. */
export interface Termination extends Decision {
  readonly endDate: CalendarDate;
  readonly note: string;
}

export type TermFailure =
  | {
      readonly field: keyof Renewal;
      readonly kind: "missing" | "notADate" | "inTheFuture" | "tooLong" | "negative" | "endBeforeStart";
    }
  /** Begins while another term is in force: that one ends on `endDate`. */
  | { readonly field: "startDate"; readonly kind: "overlaps"; readonly endDate: CalendarDate }
  /** The notice to renew would come after the term. */
  | { readonly field: "noticeDate"; readonly kind: "noticeAfterEnd" }
  /** The contract was ended early: what follows is a new contract. */
  | { readonly field: "endDate"; readonly kind: "terminated"; readonly endDate: CalendarDate }
  /** Nothing is in force then that could be ended: the last term ends on `endDate`. */
  | { readonly field: "endDate"; readonly kind: "notInForce"; readonly endDate: CalendarDate }
  | { readonly field: "endDate"; readonly kind: "beforeContract"; readonly startDate: CalendarDate };

export interface TermContext {
  readonly id: string;
  readonly contract: Stored<"contract">;
  /** All later terms of the contract. */
  readonly terms: readonly Stored<"term">[];
  readonly today: CalendarDate;
}

/**
 * Writes the next term of a contract: two dates of its own and who decided, never a start plus months (beyond.md,
 * contract dates wrong after renewal; checklist C07). It must begin after every term so far; days between are a 合同空窗
 * and allowed, see `gapBefore`. Every wrong field is reported.
 */
export function renewContract(renewal: Renewal, context: TermContext): Result<Edit[], TermFailure[]> {
  const failures = [...termFailures(renewal, context)];
  const last = lastDate(context);
  if (isDate(renewal.startDate) && renewal.startDate <= last) {
    failures.push({ field: "startDate", kind: "overlaps", endDate: last });
  }
  return failures.length > 0 ? fail(failures) : ok([termEdit("renewal", renewal, context)]);
}

/** Lengthens the last term: the added stretch begins the day after it. Failures as for a renewal. */
export function extendTerm(extension: Extension, context: TermContext): Result<Edit[], TermFailure[]> {
  const renewal = { ...extension, startDate: addDays(lastDate(context), 1) };
  const failures = termFailures(renewal, context);
  return failures.length > 0 ? fail(failures) : ok([termEdit("extension", renewal, context)]);
}

/**
 * Ends a contract early, on `endDate` as its last day: what was agreed beyond it lapses. The day may lie ahead, but
 * within the terms agreed so far. A second termination may only be earlier.
 */
export function terminateContract(
  termination: Termination,
  context: TermContext,
): Result<Edit[], TermFailure[]> {
  const { endDate } = termination;
  const failures: TermFailure[] = decisionFailures(termination, context.today);
  const { startDate } = context.contract.data;
  const last = lastDate(context);
  if (endDate === "") failures.push({ field: "endDate", kind: "missing" });
  else if (!isDate(endDate)) failures.push({ field: "endDate", kind: "notADate" });
  else if (endDate < startDate) failures.push({ field: "endDate", kind: "beforeContract", startDate });
  else if (endDate >= last) failures.push({ field: "endDate", kind: "notInForce", endDate: last });
  if (failures.length > 0) return fail(failures);
  const renewal = { ...termination, startDate: endDate, noticeDate: undefined, amountFen: undefined };
  return ok([termEdit("termination", renewal, context)]);
}

/** Days without a contract before a term that begins on `startDate`: 0 where it follows at once. */
export function gapBefore(
  startDate: CalendarDate,
  contract: Stored<"contract">,
  terms: readonly Stored<"term">[],
): number {
  return Math.max(0, daysBetween(lastDate({ contract, terms }), startDate) - 1);
}

/** The last day on which the contract is in force, as agreed so far. */
export function lastDate({ contract, terms }: Pick<TermContext, "contract" | "terms">): CalendarDate {
  const ends = termsOf(contract, terms).map(({ endDate }) => endDate);
  return must(ends.sort().at(-1), "a contract has its first term");
}

function termFailures(renewal: Renewal, context: TermContext): TermFailure[] {
  const failures: TermFailure[] = decisionFailures(renewal, context.today);
  const { startDate, endDate, noticeDate, amountFen } = renewal;
  for (const field of ["startDate", "endDate"] as const) {
    if (renewal[field] === "") failures.push({ field, kind: "missing" });
    else if (!isDate(renewal[field])) failures.push({ field, kind: "notADate" });
  }
  if (isDate(startDate) && isDate(endDate) && endDate < startDate) {
    failures.push({ field: "endDate", kind: "endBeforeStart" });
  }
  if (noticeDate !== undefined) {
    if (!isDate(noticeDate)) failures.push({ field: "noticeDate", kind: "notADate" });
    else if (isDate(endDate) && noticeDate > endDate) {
      failures.push({ field: "noticeDate", kind: "noticeAfterEnd" });
    }
  }
  if (amountFen !== undefined && amountFen < 0) failures.push({ field: "amountFen", kind: "negative" });
  const ended = context.terms.find(
    ({ data }) => data.contractId === context.contract.id && data.kind === "termination",
  );
  if (ended !== undefined) {
    failures.push({ field: "endDate", kind: "terminated", endDate: lastDate(context) });
  }
  return failures;
}

function termEdit(kind: Term["kind"], renewal: Renewal, { id, contract }: TermContext): Edit {
  const { startDate, endDate, noticeDate, amountFen, decidedDate } = renewal;
  const data: Term = {
    contractId: contract.id,
    kind,
    startDate,
    endDate,
    decidedDate,
    decidedBy: renewal.decidedBy.trim(),
  };
  if (noticeDate !== undefined) data.noticeDate = noticeDate;
  if (amountFen !== undefined) data.amountFen = amountFen;
  if (renewal.proof.trim() !== "") data.proof = renewal.proof.trim();
  if (renewal.note.trim() !== "") data.note = renewal.note.trim();
  return create("term", id, data);
}
