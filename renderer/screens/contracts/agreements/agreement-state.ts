import { daysBetween } from "../../../../shared/lib/dates.ts";
import type { Agreement } from "../../../../shared/records/index.ts";
import { feeParts, visitFee } from "../visits/visit-fee.ts";

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
 * What it costs: by the days on site once they are known, else as estimated; `undefined` while figures are open. Days
 * count from arrival to departure, both included (checklist C04).
 */
export function costOf(
  agreement: Agreement,
): { readonly fen: number; readonly isFinal: boolean; readonly days: number | undefined } | undefined {
  const { arrivedDate, leftDate, amountFen } = agreement;
  const parts = feeParts(agreement);
  if (parts === undefined) {
    return amountFen === undefined ? undefined : { fen: amountFen, isFinal: true, days: undefined };
  }
  if (arrivedDate === undefined || leftDate === undefined || leftDate < arrivedDate) {
    return { fen: amountFen ?? visitFee(parts), isFinal: false, days: parts.days };
  }
  const days = daysBetween(arrivedDate, leftDate) + 1;
  return { fen: visitFee({ ...parts, days }), isFinal: true, days };
}
