import { useMemo, useState } from "react";
import { faultReportFax } from "../../../shared/forms/f04.ts";
import { trackingCard } from "../../../shared/forms/f05.ts";
import { planConfirmation } from "../../../shared/forms/f12.ts";
import { promiseLine } from "../../../shared/forms/promise-line.ts";
import type { Instant } from "../../../shared/lib/instants.ts";
import { asItStands } from "../../../shared/rules/incidents/as-it-stands.ts";
import { clocksOf } from "../../../shared/rules/clauses/incident-clocks.ts";
import { useChildren, useRecord } from "../../records/use-desk.tsx";
import { useClauseBook } from "../incidents/use-clause-book.ts";
import { holdPaper, type HeldPaper } from "./held-paper.ts";
import { useOffice } from "./use-office.ts";

export const INCIDENT_FORMS = ["F04", "F05", "F12"] as const;
export type IncidentForm = (typeof INCIDENT_FORMS)[number];

/** What only this sending of the paper says. */
export interface Sending {
  readonly sender?: string;
  readonly sentAt?: Instant;
  readonly replyBy?: Instant;
}

/** The paper of an incident from its records; undefined while they are read, null when there is no such incident. */
export function useIncidentPaper(
  form: IncidentForm,
  incidentId: string,
  sending: Sending,
): HeldPaper | null | undefined {
  const hospital = useOffice();
  const incident = useRecord("incident", incidentId);
  const events = useChildren("incidentEvent", incidentId);
  const faxes = useChildren("fax", incidentId);
  const book = useClauseBook();
  const vendor = useRecord("vendor", incident?.data.vendorId ?? "");
  const system = useRecord("system", incident?.data.systemId ?? "");
  const module = useRecord("module", incident?.data.moduleId ?? "");
  // A due time does not hang on the present: the paper need not be laid out anew every minute.
  const [openedMs] = useState(() => Date.now());
  const isRead = [vendor, system, module].every((record) => record !== undefined);

  return useMemo(() => {
    if (incident === null) return null;
    if (incident === undefined || events === undefined || faxes === undefined) return undefined;
    if (hospital === undefined || book === undefined || !isRead) return undefined;
    const lines = events.map(({ data }) => data);
    const { state, clocks, cover } = clocksOf(incident.data, lines, book, openedMs);
    const named = book.contracts.find(({ id }) => id === incident.data.contractId);
    const contract = named ?? (cover.kind === "covered" ? cover.contracts[0] : undefined);
    // What we owe ourselves is no promise of the vendor's.
    const theirs = clocks.filter(({ clause }) => clause.party !== "hospital");
    const input = {
      incidentId,
      incident: asItStands(incident.data, state),
      hospital,
      ...(vendor ? { vendor: vendor.data } : {}),
      ...(system ? { system: system.data } : {}),
      ...(module ? { module: module.data } : {}),
      ...(contract ? { contract: contract.data } : {}),
      promises: theirs.map(({ clause, dueAt, provisional }) => promiseLine(clause, dueAt, provisional)),
    };
    const paperOf = {
      F04: () =>
        faultReportFax({
          ...input,
          ...sending,
          ...(state.reportedAt === undefined ? {} : { reportedAt: state.reportedAt }),
        }),
      F05: () => trackingCard({ ...input, events: lines, faxes: faxes.map(({ data }) => data) }),
      F12: () => planConfirmation({ ...input, events: lines }),
    };
    const faxing = { incident, vendor: vendor?.data, faxes };
    return holdPaper(paperOf[form](), { to: "incident", id: incidentId }, faxing);
  }, [
    incident,
    events,
    faxes,
    hospital,
    book,
    vendor,
    system,
    module,
    isRead,
    form,
    incidentId,
    sending,
    openedMs,
  ]);
}
