import type { Clause } from "../../records/index.ts";
import type { ClauseTerms } from "./template.ts";

/** What a clause says, without the contract and the version it says it in. */
export function clauseTermsOf(clause: Clause): ClauseTerms {
  const {
    contractId: _contractId,
    effectiveFrom: _effectiveFrom,
    effectiveTo: _effectiveTo,
    replacesId: _replacesId,
    ...terms
  } = clause;
  return terms;
}
