import type { CalendarDate } from "../../lib/dates.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { RecordData, Stored } from "../../records/index.ts";
import { create, type Edit } from "../edit.ts";
import { decisionFailures, LINE_LIMIT, type Decision, type DecisionFailure } from "./decision.ts";

/** Which of some clauses of one contract rules, and why. */
export interface Ruling extends Decision {
  readonly clauseIds: readonly string[];
  readonly rulingClauseId: string;
  readonly reason: string;
}

export type RulingFailure =
  | DecisionFailure
  | { readonly field: "reason"; readonly kind: "missing" | "tooLong" }
  | { readonly field: "clauseIds"; readonly kind: "fewerThanTwo" }
  /** A clause of another contract, or of none. */
  | { readonly field: "clauseIds"; readonly kind: "notOfThisContract"; readonly clauseId: string }
  /** They promise different things, or different sides owe them: nothing to choose between. */
  | { readonly field: "clauseIds"; readonly kind: "differentPromises" }
  | { readonly field: "rulingClauseId"; readonly kind: "missing" | "notOneOfThem" };

export interface RulingContext {
  readonly id: string;
  readonly contractId: string;
  readonly clauses: readonly Stored<"clause">[];
  readonly today: CalendarDate;
}

/**
 * Writes down which of several clauses on one metric rules (checklist T03/T04, T08–T10). Until then the stricter is
 * applied; a later ruling takes an earlier one back. A reason and whoever decided are required.
 */
export function ruleBetween(ruling: Ruling, context: RulingContext): Result<Edit[], RulingFailure[]> {
  const failures = [...clauseFailures(ruling, context), ...decisionFailures(ruling, context.today)];
  const reason = ruling.reason.trim();
  if (reason === "") failures.push({ field: "reason", kind: "missing" });
  else if (reason.length > REASON_LIMIT) failures.push({ field: "reason", kind: "tooLong" });
  if (failures.length > 0) return fail(failures);
  const data: RecordData<"ruling"> = {
    contractId: context.contractId,
    clauseIds: [...new Set(ruling.clauseIds)],
    rulingClauseId: ruling.rulingClauseId,
    reason,
    decidedDate: ruling.decidedDate,
    decidedBy: ruling.decidedBy.trim(),
  };
  if (ruling.proof.trim() !== "") data.proof = ruling.proof.trim();
  return ok([create("ruling", context.id, data)]);
}

/** A reason is read on paper: some lines, not a file. */
const REASON_LIMIT = 10 * LINE_LIMIT;

function clauseFailures(
  { clauseIds, rulingClauseId }: Ruling,
  { clauses, contractId }: RulingContext,
): RulingFailure[] {
  const failures: RulingFailure[] = [];
  const ids = [...new Set(clauseIds)];
  if (ids.length < 2) failures.push({ field: "clauseIds", kind: "fewerThanTwo" });
  const promises = new Set<string>();
  for (const clauseId of ids) {
    const clause = clauses.find(({ id, data }) => id === clauseId && data.contractId === contractId);
    if (clause === undefined) failures.push({ field: "clauseIds", kind: "notOfThisContract", clauseId });
    else promises.add(`${clause.data.metric} ${clause.data.party ?? "vendor"}`);
  }
  if (promises.size > 1) failures.push({ field: "clauseIds", kind: "differentPromises" });
  if (rulingClauseId === "") failures.push({ field: "rulingClauseId", kind: "missing" });
  else if (!ids.includes(rulingClauseId)) failures.push({ field: "rulingClauseId", kind: "notOneOfThem" });
  return failures;
}
