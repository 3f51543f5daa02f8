import type { ClauseBook } from "../clauses/clause-book.ts";
import { termsOf } from "../clauses/terms.ts";
import { isAsked, type ScoreQuestion } from "./question.ts";

/** The vendors asked about that had a contract in force on some day of the period, in the order of their ids. */
export function boundVendors(
  { contracts, terms }: Pick<ClauseBook, "contracts" | "terms">,
  question: ScoreQuestion,
): readonly string[] {
  const { from, to, systemId, contractId } = question;
  const bound = contracts.filter((contract) => {
    const { vendorId, systemIds = [] } = contract.data;
    return (
      isAsked.vendor(question, vendorId) &&
      (contractId === undefined || contractId === contract.id) &&
      (systemId === undefined || systemIds.length === 0 || systemIds.includes(systemId)) &&
      termsOf(contract, terms).some(({ startDate, endDate }) => startDate <= to && from <= endDate)
    );
  });
  return [...new Set(bound.map(({ data }) => data.vendorId))].sort();
}
