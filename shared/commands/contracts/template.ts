import type { Label } from "../../lib/define-record.ts";
import type { Clause, Contract, Entitlement, Obligation } from "../../records/index.ts";

/**
 * What a contract of one kind says, without whom and when: ready to be signed for a vendor, every line of it to be
 * changed first. Data alone. Amounts in fen; a page of the scan is nobody's to know before there is one.
 */
export interface ContractTemplate {
  readonly key: string;
  readonly name: Label;
  /** The document and where in it, such as `S0 三(一)、四(二)`. */
  readonly source: string;
  /** What the first term is proposed to last. */
  readonly termMonths: number;
  readonly contract: ContractTerms;
  readonly ceilings: readonly CeilingTerms[];
  readonly clauses: readonly ClauseTerms[];
  /** Offered, never signed unasked: what the document leaves without a figure and an office may want to agree on. */
  readonly suggestedClauses: readonly ClauseTerms[];
  readonly entitlements: readonly EntitlementTerms[];
  readonly obligations: readonly ObligationTerms[];
}

/** What holds of a contract whoever signs it. */
export type ContractTerms = Pick<
  Contract,
  | "kind"
  | "level"
  | "amountFen"
  | "feeRule"
  | "renewalPermille"
  | "dailyFen"
  | "exclusions"
  | "bestEffort"
  | "severityChange"
  | "reopenDays"
  | "objectionDays"
  | "note"
>;

/** A clause of no contract yet, of no version yet. */
export type ClauseTerms = Omit<Clause, "contractId" | "effectiveFrom" | "effectiveTo" | "replacesId">;

/** `forMonths`: a ceiling that holds so long from the contract's start. */
type CeilingTerms = Omit<NonNullable<Contract["ceilings"]>[number], "untilDate"> & {
  readonly forMonths?: number;
};

/** `afterMonths`: what begins on a date begins so many months after the contract's start. */
export type EntitlementTerms = Omit<Entitlement, "contractId" | "moduleId" | "startDate"> & {
  readonly afterMonths?: number;
};

/** `afterMonths`: what is due once is due so many months after the contract's start. */
export type ObligationTerms = Omit<Obligation, "contractId" | "dueDate" | "fromDate" | "untilDate"> & {
  readonly afterMonths?: number;
};

/** A contract whose every line is written by hand. */
export const BLANK_TEMPLATE: ContractTemplate = {
  key: "blank",
  name: { zh: "空白合同", en: "Blank contract" },
  source: "",
  termMonths: 12,
  contract: {},
  ceilings: [],
  clauses: [],
  suggestedClauses: [],
  entitlements: [],
  obligations: [],
};
