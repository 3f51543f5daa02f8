import { addDays, daysBetween, type CalendarDate } from "../../lib/dates.ts";
import type { Stored } from "../../records/index.ts";
import { termsOf, type ContractTerm } from "../clauses/terms.ts";
import { isFollowed } from "../obligations/contracts-ending.ts";
import type { TermAlert, Urgency } from "./alert.ts";
import { dayEnd, dayStart } from "./day-start.ts";

/** Days before a date at which the office is told again, the farthest first. */
const LADDER = [180, 90, 60, 30, 7, 0] as const;

/** So long after its end a contract that nobody decided about is still told of; older ones are history. */
const PAST_DAYS = 90;

/**
 * Up to two alerts for each contract whose last term runs, or ended within 90 days: its end, and the day by which its
 * renewal must be announced. Each tells its nearest step of 180, 90, 60, 30, 7 and 0 days, and stays when the day is
 * past. Both share the subject `term:<contract>:<end>`: whoever decides about the term silences both. What follows the
 * term (a renewal, another contract) or a termination is a decision, too. Source: beyond.md part 2, items 7 and 8.
 */
export function termAlerts(
  contracts: readonly Stored<"contract">[],
  terms: readonly Stored<"term">[],
  today: CalendarDate,
): readonly TermAlert[] {
  return contracts.flatMap((contract) => {
    const term = lastTerm(contract, terms);
    if (term === undefined || today < term.startDate) return [];
    if (isTerminated(contract, terms) || isFollowed(contract, term, contracts, terms)) return [];
    const end = alertOf(contract.id, term, "end", term.endDate, today);
    const { noticeDate } = term;
    const isNoticeOpen = noticeDate !== undefined && today <= term.endDate;
    const notice = isNoticeOpen ? alertOf(contract.id, term, "notice", noticeDate, today) : undefined;
    return [notice, end].filter((alert) => alert !== undefined);
  });
}

/** Of the term that ends last. */
function termSubject(contractId: string, endDate: CalendarDate): string {
  return `term:${contractId}:${endDate}`;
}

function alertOf(
  contractId: string,
  term: ContractTerm,
  of: TermAlert["of"],
  date: CalendarDate,
  today: CalendarDate,
): TermAlert | undefined {
  const daysLeft = daysBetween(today, date);
  const step = daysLeft < 0 ? "past" : LADDER.findLast((days) => daysLeft <= days);
  if (step === undefined || daysLeft < -PAST_DAYS) return undefined;
  const subject = termSubject(contractId, term.endDate);
  return {
    topic: "term",
    key: `${subject}:${of}:${step}`,
    subject,
    urgency: urgencyOf(step),
    party: "hospital",
    at: dayStart(step === "past" ? addDays(date, 1) : addDays(date, -step)),
    dueAt: dayEnd(date),
    silent: undefined,
    contractId,
    of,
    date,
    daysLeft,
  };
}

function urgencyOf(step: number | "past"): Urgency {
  if (step === "past") return "overdue";
  return step <= 30 ? "soon" : "early";
}

function lastTerm(contract: Stored<"contract">, terms: readonly Stored<"term">[]): ContractTerm | undefined {
  let last: ContractTerm | undefined;
  for (const term of termsOf(contract, terms))
    if (last === undefined || term.endDate > last.endDate) last = term;
  return last;
}

function isTerminated({ id }: Stored<"contract">, terms: readonly Stored<"term">[]): boolean {
  return terms.some(({ data }) => data.contractId === id && data.kind === "termination");
}
