import { daysBetween, type CalendarDate } from "../../lib/dates.ts";
import type { Stored } from "../../records/index.ts";
import { termOn, termsOf, type ContractTerm } from "../clauses/terms.ts";

/** Days before a contract's end at which the office is told again, the farthest first. */
const NOTICE_DAYS = [180, 90, 60, 30] as const;

export interface EndingContract {
  readonly contract: Stored<"contract">;
  /** The term that runs today. */
  readonly term: ContractTerm;
  /** 0 on its last day. */
  readonly daysLeft: number;
  /** The nearest notice it has reached. */
  readonly within: (typeof NOTICE_DAYS)[number];
  /** The renewal notice had to be given before today. */
  readonly noticeMissed: boolean;
  /** A further term, or another contract of the vendor for the same systems, is in force the day after. */
  readonly renewed: boolean;
}

/** Contracts in force today whose term ends within 180 days, the first to end first. */
export function contractsEnding(
  contracts: readonly Stored<"contract">[],
  terms: readonly Stored<"term">[],
  today: CalendarDate,
): readonly EndingContract[] {
  return contracts
    .flatMap((contract) => {
      const term = termOn(contract, terms, today);
      if (term === undefined) return [];
      const daysLeft = daysBetween(today, term.endDate);
      const within = NOTICE_DAYS.findLast((days) => daysLeft <= days);
      if (within === undefined) return [];
      const renewed = isFollowed(contract, term, contracts, terms);
      const noticeMissed = term.noticeDate !== undefined && term.noticeDate < today && !renewed;
      return [{ contract, term, daysLeft, within, noticeMissed, renewed }];
    })
    .sort((a, b) => a.daysLeft - b.daysLeft);
}

/**
 * Something is in force the day after this term: a later term of the contract, or another contract of the vendor in its
 * place. That is one that names all its systems; where one of the two names none, one that begins about when this ends:
 * a second contract that ran beside it all along does not replace it.
 */
export function isFollowed(
  contract: Stored<"contract">,
  ending: ContractTerm,
  contracts: readonly Stored<"contract">[],
  terms: readonly Stored<"term">[],
): boolean {
  const follows = ({ startDate, endDate }: ContractTerm): boolean =>
    endDate > ending.endDate && daysBetween(ending.endDate, startDate) <= 1;
  if (termsOf(contract, terms).some(follows)) return true;
  const takesOver = (term: ContractTerm): boolean =>
    follows(term) && daysBetween(term.startDate, ending.endDate) <= HANDOVER_DAYS;
  return contracts.some((next) => {
    if (next.id === contract.id || next.data.vendorId !== contract.data.vendorId) return false;
    const named = next.data.systemIds ?? [];
    const wanted = contract.data.systemIds ?? [];
    if (named.length === 0 || wanted.length === 0) return termsOf(next, terms).some(takesOver);
    return wanted.every((id) => named.includes(id)) && termsOf(next, terms).some(follows);
  });
}

/** A contract that takes over begins at most so long before the old one ends. */
const HANDOVER_DAYS = 60;
