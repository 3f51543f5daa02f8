import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { termsOf } from "../../../../shared/rules/clauses/terms.ts";
import {
  obligationStates,
  type ObligationStates,
} from "../../../../shared/rules/obligations/obligation-states.ts";
import type { ContractFile } from "../contract-file.ts";

export interface StandingObligation {
  readonly obligation: Stored<"obligation">;
  readonly states: ObligationStates;
}

/** Every obligation of a contract with how it stands today. */
export function standingObligations(file: ContractFile, today: CalendarDate): readonly StandingObligation[] {
  const terms = termsOf(file.contract, file.terms);
  return file.obligations.map((obligation) => ({
    obligation,
    states: obligationStates(obligation, file.obligationEntries, terms, today),
  }));
}
