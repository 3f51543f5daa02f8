import { useMemo } from "react";
import { visitAgreement } from "../../../shared/forms/f10.ts";
import { changeAgreement } from "../../../shared/forms/f11.ts";
import { useChildren, useRecord } from "../../records/use-desk.tsx";
import { holdPaper, type HeldPaper } from "./held-paper.ts";
import { useOffice } from "./use-office.ts";

/**
 * The paper of an agreement: F10 of a visit, F11 of a change, whichever the address said. Undefined while it is read,
 * null when there is no such agreement.
 */
export function useAgreementPaper(agreementId: string): HeldPaper | null | undefined {
  const hospital = useOffice();
  const agreement = useRecord("agreement", agreementId);
  const contract = useRecord("contract", agreement?.data.contractId ?? "");
  const vendor = useRecord("vendor", contract?.data.vendorId ?? "");
  const incidentId = agreement?.data.incidentId ?? "";
  const incident = useRecord("incident", incidentId);
  const faxes = useChildren("fax", incidentId);
  const isRead = [contract, vendor, incident].every((record) => record !== undefined);

  return useMemo(() => {
    if (agreement === null) return null;
    if (agreement === undefined || hospital === undefined || faxes === undefined || !isRead) return undefined;
    const input = {
      agreementId,
      agreement: agreement.data,
      hospital,
      ...(contract ? { contract: contract.data } : {}),
      ...(vendor ? { vendor: vendor.data } : {}),
      ...(incident ? { incident: incident.data } : {}),
    };
    const paper = agreement.data.kind === "visit" ? visitAgreement(input) : changeAgreement(input);
    const faxing = incident ? { incident, vendor: vendor?.data, faxes } : undefined;
    return holdPaper(paper, { to: "contract", id: agreement.data.contractId }, faxing);
  }, [agreement, hospital, contract, vendor, incident, faxes, isRead, agreementId]);
}
