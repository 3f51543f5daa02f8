import type { Agreement } from "../../records/index.ts";
import { actualFeeOf, daysOnSite, estimateOf } from "./visit-fee.ts";

export type AgreementState = "quoted" | "signed" | "dispatched" | "onSite" | "done" | "withdrawn";

/** Where an agreement stands, from its dates. A change of the software is done when it is accepted. */
export function agreementState(agreement: Agreement): AgreementState {
  const { kind, withdrawnDate, acceptedDate, leftDate, arrivedDate, dispatchedAt } = agreement;
  if (withdrawnDate !== undefined) return "withdrawn";
  if (acceptedDate !== undefined || (kind === "visit" && leftDate !== undefined)) return "done";
  if (arrivedDate !== undefined) return "onSite";
  if (dispatchedAt !== undefined) return "dispatched";
  return isStamped(agreement) ? "signed" : "quoted";
}

/** Both sides signed and the scan is here: only then does anybody set out (checklist F10). */
export function isStamped({ signedDate, scanSha256 }: Agreement): boolean {
  return signedDate !== undefined && scanSha256 !== undefined;
}

/**
 * What it costs: the sum that both sides agreed on, else by the days on site once they are known, else as estimated;
 * undefined while figures are open. Days count from arrival to departure, both included (checklist C04).
 */
export function costOf(
  agreement: Agreement,
): { readonly fen: number; readonly isFinal: boolean; readonly days: number | undefined } | undefined {
  const { amountFen, arrivedDate = "", leftDate = "" } = agreement;
  const estimate = estimateOf(agreement);
  if (estimate === undefined) {
    return amountFen === undefined ? undefined : { fen: amountFen, isFinal: true, days: undefined };
  }
  const actual = actualFeeOf(agreement);
  const days = daysOnSite(arrivedDate, leftDate);
  if (actual !== undefined && days.ok) return { fen: amountFen ?? actual, isFinal: true, days: days.value };
  return { fen: amountFen ?? estimate, isFinal: false, days: agreement.days };
}
