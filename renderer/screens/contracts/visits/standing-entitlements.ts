import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { termsOf } from "../../../../shared/rules/clauses/terms.ts";
import { balanceOf, type Balance } from "../../../../shared/rules/entitlements/balance.ts";
import { coveredModules, rightOn, type Right } from "../../../../shared/rules/entitlements/spans.ts";
import type { ContractFile } from "../contract-file.ts";

export interface StandingEntitlement {
  readonly entitlement: Stored<"entitlement">;
  /** Of today. */
  readonly balance: Balance;
  /** Of the day for which something is planned. */
  readonly balanceOn: (day: CalendarDate) => Balance;
  /** Whether it holds today, or what it waits for. */
  readonly right: Right;
}

/** Every entitlement of a contract with what is left of it today. */
export function standingEntitlements(
  file: ContractFile,
  today: CalendarDate,
): readonly StandingEntitlement[] {
  const terms = termsOf(file.contract, file.terms);
  const modules = coveredModules(file.contract, file.modules);
  return file.entitlements.map((entitlement) => {
    const balanceOn = (day: CalendarDate): Balance =>
      balanceOf(entitlement, file.entries, terms, modules, day);
    const right = rightOn(entitlement.data, terms, modules, today);
    return { entitlement, balance: balanceOn(today), balanceOn, right };
  });
}
