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

/** Something is in force the day after this term: a later term of the contract, or another contract in its place. */
export function isFollowed(
  contract: Stored<"contract">,
  ending: ContractTerm,
  contracts: readonly Stored<"contract">[],
  terms: readonly Stored<"term">[],
): boolean {
  const follows = ({ startDate, endDate }: ContractTerm): boolean =>
    endDate > ending.endDate && daysBetween(ending.endDate, startDate) <= 1;
  if (termsOf(contract, terms).some(follows)) return true;
  return contracts.some((next) => replaces(next, contract) && termsOf(next, terms).some(follows));
}

function replaces(next: Stored<"contract">, ending: Stored<"contract">): boolean {
  if (next.id === ending.id || next.data.vendorId !== ending.data.vendorId) return false;
  const systems = next.data.systemIds ?? [];
  const wanted = ending.data.systemIds ?? [];
  return systems.length === 0 || (wanted.length > 0 && wanted.every((id) => systems.includes(id)));
}
