import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { termsOf } from "../../../../shared/rules/clauses/terms.ts";
import { balanceOf, type Balance } from "../../../../shared/rules/entitlements/balance.ts";
import type { ContractFile } from "../contract-file.ts";

export interface StandingEntitlement {
  readonly entitlement: Stored<"entitlement">;
  readonly balance: Balance;
}

/** Every entitlement of a contract with what is left of it today. */
export function standingEntitlements(
  file: ContractFile,
  today: CalendarDate,
): readonly StandingEntitlement[] {
  const terms = termsOf(file.contract, file.terms);
  return file.entitlements.map((entitlement) => ({
    entitlement,
    balance: balanceOf(entitlement, file.entries, terms, file.modules, today),
  }));
}
