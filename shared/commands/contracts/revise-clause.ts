import { addDays, isDate, type CalendarDate } from "../../lib/dates.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { Clause, Stored } from "../../records/index.ts";
import { change, create, type Edit } from "../edit.ts";
import { lastDate } from "./change-term.ts";
import { checkClause, type ClauseFailure } from "./check-clause.ts";
import { clauseTermsOf } from "./clause-terms.ts";
import type { ClauseTerms } from "./template.ts";

/** A clause as it reads from a day on; all of it, not only what differs. */
export interface Revision {
  readonly terms: ClauseTerms;
  readonly effectiveFrom: CalendarDate;
}

export type ReviseFailure =
  | ClauseFailure
  | { readonly kind: "missing" | "notADate"; readonly field: "effectiveFrom" }
  /** The old version would never have held: correct it instead. `from` is its first day. */
  | { readonly kind: "notAfterOld"; readonly field: "effectiveFrom"; readonly from: CalendarDate }
  /** The old version ended on `until`: later there is nothing to replace. */
  | { readonly kind: "afterOldEnd"; readonly field: "effectiveFrom"; readonly until: CalendarDate }
  /** The contract itself ends on `endDate`. */
  | { readonly kind: "afterContract"; readonly field: "effectiveFrom"; readonly endDate: CalendarDate }
  /** A later version stands already: revise that one. */
  | { readonly kind: "alreadyReplaced"; readonly field: "effectiveFrom"; readonly by: Stored<"clause"> }
  | { readonly kind: "nothingChanged"; readonly field: "effectiveFrom" };

export interface ReviseContext {
  readonly id: string;
  readonly contract: Stored<"contract">;
  readonly terms: readonly Stored<"term">[];
  /** All clauses of the contract. */
  readonly clauses: readonly Stored<"clause">[];
}

/**
 * A new version of a clause from a day on (clocks R10): the old one holds until the day before, and incidents reported
 * until then keep it. The new version ends where the old one was to end. Every wrong field is reported.
 */
export function reviseClause(
  clause: Stored<"clause">,
  { terms, effectiveFrom }: Revision,
  context: ReviseContext,
): Result<Edit[], ReviseFailure[]> {
  const failures: ReviseFailure[] = [...checkClause(terms).failures];
  const dateFailure = dateFailureOf(clause, effectiveFrom, context);
  if (dateFailure !== undefined) failures.push(dateFailure);
  const by = context.clauses.find(({ data }) => data.replacesId === clause.id);
  if (by !== undefined) failures.push({ kind: "alreadyReplaced", field: "effectiveFrom", by });
  if (isSame(terms, clauseTermsOf(clause.data))) {
    failures.push({ kind: "nothingChanged", field: "effectiveFrom" });
  }
  if (failures.length > 0) return fail(failures);
  const { contractId, effectiveTo } = clause.data;
  const data: Clause = { ...terms, contractId, effectiveFrom, replacesId: clause.id };
  if (effectiveTo !== undefined) data.effectiveTo = effectiveTo;
  return ok([
    create("clause", context.id, data),
    change("clause", clause.id, { effectiveTo: addDays(effectiveFrom, -1) }),
  ]);
}

function dateFailureOf(
  { data }: Stored<"clause">,
  effectiveFrom: CalendarDate,
  context: ReviseContext,
): ReviseFailure | undefined {
  const field = "effectiveFrom";
  if (effectiveFrom === "") return { kind: "missing", field };
  if (!isDate(effectiveFrom)) return { kind: "notADate", field };
  const from = data.effectiveFrom ?? context.contract.data.startDate;
  if (effectiveFrom <= from) return { kind: "notAfterOld", field, from };
  if (data.effectiveTo !== undefined && effectiveFrom > data.effectiveTo) {
    return { kind: "afterOldEnd", field, until: data.effectiveTo };
  }
  const endDate = lastDate(context);
  return effectiveFrom > endDate ? { kind: "afterContract", field, endDate } : undefined;
}

function isSame(a: ClauseTerms, b: ClauseTerms): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof ClauseTerms>;
  return [...keys].every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]));
}
