import { useMemo, useState } from "react";
import { faultReportFax } from "../../../shared/forms/f04.ts";
import { trackingCard } from "../../../shared/forms/f05.ts";
import type { FormCode, Paper } from "../../../shared/forms/paper.ts";
import { promiseLine } from "../../../shared/forms/promise-line.ts";
import type { Instant } from "../../../shared/lib/instants.ts";
import type { Hospital, Stored, Vendor } from "../../../shared/records/index.ts";
import { clocksOf } from "../../../shared/rules/clauses/incident-clocks.ts";
import {
  findPatientIdentifiers,
  type PatientIdentifier,
} from "../../../shared/rules/privacy/patient-identifiers.ts";
import { useChildren, useRecord, useRecords } from "../../records/use-desk.tsx";
import { useClauseBook } from "../incidents/use-clause-book.ts";

/** What only this sending of the paper says. */
export interface Sending {
  readonly sender?: string;
  readonly sentAt?: Instant;
  readonly replyBy?: Instant;
}

export interface IncidentPaper {
  readonly paper: Paper;
  readonly incident: Stored<"incident">;
  readonly vendor: Vendor | undefined;
  readonly faxes: readonly Stored<"fax">[];
  readonly identifiers: readonly PatientIdentifier[];
}

/** The paper of an incident from its records; undefined while they are read, null when there is no such incident. */
export function useIncidentPaper(
  form: FormCode,
  incidentId: string,
  sending: Sending,
): IncidentPaper | null | undefined {
  const incident = useRecord("incident", incidentId);
  const events = useChildren("incidentEvent", incidentId);
  const faxes = useChildren("fax", incidentId);
  const hospitals = useRecords("hospital");
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
    if (hospitals === undefined || book === undefined || !isRead) return undefined;
    const lines = events.map(({ data }) => data);
    const { state, clocks, cover } = clocksOf(incident.data, lines, book, openedMs);
    const named = book.contracts.find(({ id }) => id === incident.data.contractId);
    const contract = named ?? (cover.kind === "covered" ? cover.contracts[0] : undefined);
    const input = {
      incidentId,
      incident: incident.data,
      hospital: hospitals[0]?.data ?? NO_HOSPITAL,
      ...(vendor ? { vendor: vendor.data } : {}),
      ...(system ? { system: system.data } : {}),
      ...(module ? { module: module.data } : {}),
      ...(contract ? { contract: contract.data } : {}),
      promises: clocks.map(({ clause, dueAt, provisional }) => promiseLine(clause, dueAt, provisional)),
    };
    const paper =
      form === "F04"
        ? faultReportFax({
            ...input,
            ...sending,
            ...(state.reportedAt === undefined ? {} : { reportedAt: state.reportedAt }),
          })
        : trackingCard({ ...input, events: lines, faxes: faxes.map(({ data }) => data) });
    const identifiers = findPatientIdentifiers(freeText(paper));
    return { paper, incident, vendor: vendor?.data, faxes, identifiers };
  }, [
    incident,
    events,
    faxes,
    hospitals,
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

/** The office is asked for its name at the first start; until then the head is left to the pen. */
const NO_HOSPITAL: Hospital = { name: "　　　　　　　　医院" };

/** What people typed and the paper shows: long texts and table cells, and where it happened. Their own telephones are no patient's. */
function freeText(paper: Paper): string {
  return paper.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      if (block.kind === "text") return [block.text];
      if (block.kind === "table") return block.rows.flat();
      if (block.kind !== "fields") return [];
      return block.cells.flatMap((cell) =>
        cell.kind === "value" && TYPED.has(cell.label) ? [cell.value] : [],
      );
    })
    .join("\n");
}

const TYPED: ReadonlySet<string> = new Set(["影响范围", "地点", "科室", "模块"]);
