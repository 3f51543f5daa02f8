import { addDays, daysBetween, type CalendarDate } from "../../../shared/lib/dates.ts";
import type { Stored } from "../../../shared/records/index.ts";
import { termsOf, type ContractTerm } from "../../../shared/rules/clauses/terms.ts";

/** Where a contract stands on a day. */
export type Standing =
  | { readonly kind: "future"; readonly term: ContractTerm; readonly daysAway: number }
  /** `untilDate`: the end of the terms that follow one another without a gap; 0 days left on that day. */
  | {
      readonly kind: "inForce";
      readonly term: ContractTerm;
      readonly untilDate: CalendarDate;
      readonly daysLeft: number;
    }
  /** Between two terms: nothing is in force. */
  | { readonly kind: "gap"; readonly term: ContractTerm; readonly daysAway: number }
  | { readonly kind: "ended" | "terminated"; readonly term: ContractTerm };

/** From the terms as signed, never from a start plus months (checklist C07). */
export function standingOf(
  contract: Stored<"contract">,
  terms: readonly Stored<"term">[],
  today: CalendarDate,
): Standing {
  const all = termsOf(contract, terms);
  const current = all.findLast(({ startDate, endDate }) => startDate <= today && today <= endDate);
  if (current !== undefined) {
    const untilDate = unbrokenUntil(current, all);
    return { kind: "inForce", term: current, untilDate, daysLeft: daysBetween(today, untilDate) };
  }
  const next = all.find(({ startDate }) => startDate > today);
  const before = all.findLast(({ endDate }) => endDate < today);
  if (next !== undefined) {
    const kind = before === undefined ? "future" : "gap";
    return { kind, term: next, daysAway: daysBetween(today, next.startDate) };
  }
  const last = before ?? firstOf(contract);
  return { kind: terms.some(({ data }) => data.kind === "termination") ? "terminated" : "ended", term: last };
}

function unbrokenUntil(term: ContractTerm, all: readonly ContractTerm[]): CalendarDate {
  let until = term.endDate;
  for (const { startDate, endDate } of all) {
    if (startDate <= addDays(until, 1) && endDate > until) until = endDate;
  }
  return until;
}

/** A contract that was terminated before it began has no terms left. */
function firstOf({ data }: Stored<"contract">): ContractTerm {
  const { startDate, endDate, noticeDate, amountFen } = data;
  return { termId: undefined, kind: "first", startDate, endDate, noticeDate, amountFen };
}
