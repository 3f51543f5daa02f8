import { dateOfDayNumber, dayNumber, type CalendarDate } from "../../lib/dates.ts";
import { dateOf, epochMs } from "../../lib/instants.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import type { Breach, Contract, Stored } from "../../records/index.ts";
import type { ClauseClock } from "../../rules/clauses/clause-clock.ts";
import { change, create, type Edit } from "../edit.ts";
import { freezeVerdicts, type FreezeContext } from "./freeze-verdicts.ts";

/** Within so many calendar days the vendor may object, where the contract does not say. */
export const OBJECTION_DAYS = 7;

export type IssueBreachFailure =
  /** Not late as the hospital holds it. */
  | { readonly kind: "notBreached" }
  /** Two accounts of one time stand: decide first, or the sheet states a guess. */
  | { readonly kind: "contested" }
  /** It rests on holidays that nobody has announced. */
  | { readonly kind: "provisional" }
  | { readonly kind: "findingTooLong" }
  | { readonly kind: "ours" };

/**
 * A 《违约认定单》 about one breached clock: freezes the verdict and numbers the sheet (beyond.md item 1). The vendor
 * may object until the contract's days after today have passed, the day of issue not counted.
 */
export function issueBreach(
  told: { readonly clock: ClauseClock; readonly finding: string },
  context: Omit<FreezeContext, "clocks" | "ids"> & {
    readonly number: string;
    readonly contract: Pick<Contract, "objectionDays">;
    readonly ids: readonly [verdict: string, breach: string];
  },
): Result<Edit[], IssueBreachFailure> {
  const { clock } = told;
  if (clock.state === "contested") return fail({ kind: "contested" });
  if (clock.state !== "breached") return fail({ kind: "notBreached" });
  if (clock.clause.party === "hospital") return fail({ kind: "ours" });
  if (clock.provisional) return fail({ kind: "provisional" });
  const finding = told.finding.trim();
  if (finding.length > 4000) return fail({ kind: "findingTooLong" });
  const [verdictId, breachId] = context.ids;
  const days = context.contract.objectionDays ?? OBJECTION_DAYS;
  const breach: Breach = {
    incidentId: context.incidentId,
    verdictId,
    contractId: clock.clause.contractId,
    number: context.number,
    issuedAt: context.now,
    objectBy: dateOfDayNumber(dayNumber(dateOf(epochMs(context.now))) + days),
  };
  if (context.by.trim() !== "") breach.issuedBy = context.by.trim();
  if (finding !== "") breach.finding = finding;
  const frozen = freezeVerdicts("breach", { ...context, clocks: [clock], ids: [verdictId] });
  return ok([...frozen, create("breach", breachId, breach)]);
}

/** What became of a sheet. Each step once, in this order; an objection is settled or the sheet withdrawn. */
export type BreachStep =
  | { readonly kind: "delivered"; readonly day: CalendarDate }
  | { readonly kind: "signed"; readonly day: CalendarDate; readonly by: string }
  | { readonly kind: "objected"; readonly day: CalendarDate; readonly objection: string }
  | { readonly kind: "settled"; readonly day: CalendarDate; readonly settlement: string }
  | { readonly kind: "withdrawn"; readonly day: CalendarDate };

export type BreachStepFailure =
  | { readonly kind: "textMissing" }
  | { readonly kind: "beforeIssue" | "inTheFuture" | "alreadyDone" | "noObjection" | "withdrawn" };

export function recordBreachStep(
  step: BreachStep,
  { id, data }: Stored<"breach">,
  today: CalendarDate,
): Result<Edit[], BreachStepFailure> {
  if (data.withdrawnDate !== undefined) return fail({ kind: "withdrawn" });
  if (step.day > today) return fail({ kind: "inTheFuture" });
  if (step.day < dateOf(epochMs(data.issuedAt))) return fail({ kind: "beforeIssue" });
  switch (step.kind) {
    case "delivered":
      if (data.sentDate !== undefined) return fail({ kind: "alreadyDone" });
      return ok([change("breach", id, { sentDate: step.day })]);
    case "signed":
      if (data.signedDate !== undefined) return fail({ kind: "alreadyDone" });
      if (step.by.trim() === "") return fail({ kind: "textMissing" });
      return ok([change("breach", id, { signedDate: step.day, signedBy: step.by.trim() })]);
    case "objected":
      if (data.objectedDate !== undefined) return fail({ kind: "alreadyDone" });
      if (step.objection.trim() === "") return fail({ kind: "textMissing" });
      return ok([change("breach", id, { objectedDate: step.day, objection: step.objection.trim() })]);
    case "settled":
      if (data.objectedDate === undefined) return fail({ kind: "noObjection" });
      if (data.settledDate !== undefined) return fail({ kind: "alreadyDone" });
      if (step.settlement.trim() === "") return fail({ kind: "textMissing" });
      return ok([change("breach", id, { settledDate: step.day, settlement: step.settlement.trim() })]);
    case "withdrawn":
      return ok([change("breach", id, { withdrawnDate: step.day })]);
  }
}
