import type { Contract, Stored } from "../../records/index.ts";
import { clauseTermsOf } from "./clause-terms.ts";
import type { ContractTemplate, ContractTerms, EntitlementTerms, ObligationTerms } from "./template.ts";
import { monthsBetween } from "./term-dates.ts";

/** A contract with all that belongs to it. */
export interface ContractParts {
  readonly clauses: readonly Stored<"clause">[];
  readonly entitlements: readonly Stored<"entitlement">[];
  readonly obligations: readonly Stored<"obligation">[];
}

/**
 * A template of a contract that the office has: what it says, without whom, when, what was paid and its scan's pages.
 * Of a clause only the newest version is kept. Dates become distances in whole months from the contract's start.
 */
export function templateOf(contract: Stored<"contract">, parts: ContractParts): ContractTemplate {
  const { data } = contract;
  const ofContract = (record: { readonly data: { readonly contractId: string } }): boolean =>
    record.data.contractId === contract.id;
  const clauses = parts.clauses.filter(ofContract);
  const replaced = new Set(clauses.map(({ data: clause }) => clause.replacesId));
  return {
    key: data.templateKey ?? "own",
    name: { zh: data.title, en: data.title },
    source: data.number === undefined ? data.title : `${data.title}（${data.number}）`,
    // Both days are in force, so a year ends a day short of twelve months.
    termMonths: Math.max(1, monthsBetween(data.startDate, data.endDate)),
    contract: contractTermsOf(data),
    ceilings: (data.ceilings ?? []).map(({ untilDate, ...row }) =>
      untilDate === undefined ? row : { ...row, forMonths: monthsBetween(data.startDate, untilDate) },
    ),
    clauses: clauses
      .filter(({ id }) => !replaced.has(id))
      .map(({ data: clause }) => {
        const { page: _page, ...terms } = clauseTermsOf(clause);
        return terms;
      }),
    suggestedClauses: [],
    entitlements: parts.entitlements
      .filter(ofContract)
      .map(({ data: entitlement }) => entitlementTermsOf(entitlement, data.startDate)),
    obligations: parts.obligations
      .filter(ofContract)
      .map(({ data: obligation }) => obligationTermsOf(obligation, data.startDate)),
  };
}

const CONTRACT_TERMS = [
  "kind",
  "level",
  "amountFen",
  "feeRule",
  "renewalPermille",
  "dailyFen",
  "exclusions",
  "bestEffort",
  "severityChange",
  "reopenDays",
  "objectionDays",
  "note",
] as const satisfies readonly (keyof ContractTerms)[];

function contractTermsOf(data: Contract): ContractTerms {
  const kept = CONTRACT_TERMS.filter((key) => data[key] !== undefined);
  return Object.fromEntries(kept.map((key) => [key, data[key]]));
}

function entitlementTermsOf(data: Stored<"entitlement">["data"], contractStart: string): EntitlementTerms {
  const { contractId: _contractId, moduleId: _moduleId, startDate, ...terms } = data;
  return startDate === undefined
    ? terms
    : { ...terms, afterMonths: Math.max(0, monthsBetween(contractStart, startDate)) };
}

function obligationTermsOf(data: Stored<"obligation">["data"], contractStart: string): ObligationTerms {
  const { contractId: _contractId, dueDate, fromDate: _fromDate, untilDate: _untilDate, ...terms } = data;
  return dueDate === undefined
    ? terms
    : { ...terms, afterMonths: Math.max(0, monthsBetween(contractStart, dueDate)) };
}
