import type { CalendarDate } from "../../lib/dates.ts";
import { dateOf, epochMs, type Instant } from "../../lib/instants.ts";
import type { Incident, Stored } from "../../records/index.ts";

/** What the office is promised for one incident. */
export type Cover =
  | {
      readonly kind: "covered";
      readonly contracts: readonly Stored<"contract">[];
      /** May be empty: a contract whose clauses nobody has entered yet. */
      readonly clauses: readonly Stored<"clause">[];
    }
  /** Nobody is named who could owe anything. */
  | { readonly kind: "noVendor" }
  | { readonly kind: "notReported" }
  /** 合同空窗: clocks off, the fee formula on (clocks R11). `lastContract` ended most recently before the report. */
  | {
      readonly kind: "contractGap";
      readonly date: CalendarDate;
      readonly lastContract: Stored<"contract"> | undefined;
    }
  /** Only a contract paid by the visit is in force: no time is guaranteed (checklist C03). */
  | { readonly kind: "perVisit"; readonly contract: Stored<"contract"> };

/**
 * The clauses that hold for an incident: of the contract it names, else of every contract of its vendor
 * that covers its system and was in force on the day of the report in Shanghai (clocks R10–R12).
 * A contract that names no system covers all of the vendor's; an incident without a system is covered by
 * any of them. A clause for certain severities does not hold for an incident that has none.
 */
export function coverOf(
  incident: Pick<Incident, "vendorId" | "systemId" | "contractId" | "severity">,
  reportedAt: Instant | undefined,
  contracts: readonly Stored<"contract">[],
  clauses: readonly Stored<"clause">[],
): Cover {
  const named = contracts.find(({ id }) => id === incident.contractId);
  if (named === undefined && incident.vendorId === undefined && incident.systemId === undefined) {
    return { kind: "noVendor" };
  }
  if (reportedAt === undefined) return { kind: "notReported" };
  const date = dateOf(epochMs(reportedAt));
  const candidates =
    named === undefined ? contracts.filter((contract) => covers(contract, incident)) : [named];
  const inForce =
    named === undefined
      ? candidates.filter(({ data }) => data.startDate <= date && date <= data.endDate)
      : candidates;
  const timed = inForce.filter(({ data }) => data.kind !== "perVisit");
  if (timed.length > 0) {
    const ids = new Set(timed.map(({ id }) => id));
    const holding = clauses.filter(
      ({ data }) => ids.has(data.contractId) && holdsFor(data.severities, incident.severity),
    );
    return { kind: "covered", contracts: timed, clauses: holding };
  }
  const byVisit = inForce[0];
  if (byVisit !== undefined) return { kind: "perVisit", contract: byVisit };
  if (incident.vendorId === undefined && candidates.length === 0) return { kind: "noVendor" };
  const ended = candidates.filter(({ data }) => data.endDate < date);
  ended.sort((a, b) => (a.data.endDate < b.data.endDate ? 1 : -1));
  return { kind: "contractGap", date, lastContract: ended[0] };
}

function covers({ data }: Stored<"contract">, incident: Pick<Incident, "vendorId" | "systemId">): boolean {
  const named = data.systemIds ?? [];
  const namesSystem = incident.systemId !== undefined && named.includes(incident.systemId);
  if (incident.vendorId === undefined) return namesSystem;
  if (incident.vendorId !== data.vendorId) return false;
  return namesSystem || named.length === 0 || incident.systemId === undefined;
}

function holdsFor(severities: readonly string[] | undefined, severity: string | undefined): boolean {
  if (severities === undefined || severities.length === 0) return true;
  return severity !== undefined && severities.includes(severity);
}
