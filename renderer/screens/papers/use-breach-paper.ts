import { asItStands } from "../../../shared/rules/incidents/as-it-stands.ts";
import { incidentState } from "../../../shared/rules/incidents/state.ts";
import { useMemo } from "react";
import { breachSheet } from "../../../shared/forms/breach-sheet.ts";
import { useChildren, useRecord } from "../../records/use-desk.tsx";
import { holdPaper, type HeldPaper } from "./held-paper.ts";
import { useOffice } from "./use-office.ts";

/** A 《违约认定单》 from its record and its frozen verdict; undefined while they are read, null when one is not there. */
export function useBreachPaper(breachId: string): HeldPaper | null | undefined {
  const hospital = useOffice();
  const breach = useRecord("breach", breachId);
  const incidentId = breach?.data.incidentId ?? "";
  const verdict = useRecord("verdict", breach?.data.verdictId ?? "");
  const incident = useRecord("incident", incidentId);
  const attachments = useChildren("attachment", incidentId);
  const faxes = useChildren("fax", incidentId);
  const events = useChildren("incidentEvent", incidentId);
  const contract = useRecord("contract", breach?.data.contractId ?? "");
  const vendor = useRecord("vendor", contract?.data.vendorId ?? incident?.data.vendorId ?? "");
  const clause = useRecord("clause", verdict?.data.clauseId ?? "");
  const system = useRecord("system", incident?.data.systemId ?? "");
  const module = useRecord("module", incident?.data.moduleId ?? "");
  const isRead = [contract, vendor, clause, system, module].every((record) => record !== undefined);

  return useMemo(() => {
    if (breach === null || verdict === null || incident === null) {
      // Nothing is read of a sheet that is not there: its empty ids are no answer yet.
      return breach === undefined ? undefined : null;
    }
    if (breach === undefined || verdict === undefined || incident === undefined) return undefined;
    if (
      hospital === undefined ||
      attachments === undefined ||
      faxes === undefined ||
      events === undefined ||
      !isRead
    )
      return undefined;
    const page = clause?.data.page;
    // As it stood when the sheet was issued: what came later does not change a numbered paper.
    const lines = events
      .map(({ data }) => data)
      .filter(({ recordedAt }) => recordedAt <= breach.data.issuedAt);
    const paper = breachSheet({
      breachId,
      breach: breach.data,
      verdict: verdict.data,
      incident: asItStands(incident.data, incidentState(incident.data, lines)),
      hospital,
      ...(contract ? { contract: contract.data } : {}),
      ...(vendor ? { vendor: vendor.data } : {}),
      ...(system ? { system: system.data } : {}),
      ...(module ? { module: module.data } : {}),
      ...(page === undefined ? {} : { clausePage: page }),
      attachments: attachments.map(({ data }) => data),
    });
    return holdPaper(paper, { to: "incident", id: incident.id }, { incident, vendor: vendor?.data, faxes });
  }, [
    breach,
    verdict,
    incident,
    hospital,
    attachments,
    faxes,
    events,
    contract,
    vendor,
    clause,
    system,
    module,
    isRead,
    breachId,
  ]);
}
