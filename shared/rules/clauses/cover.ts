import type { CalendarDate } from "../../lib/dates.ts";
import { dateOf, epochMs, type Instant } from "../../lib/instants.ts";
import type { Clause, Incident, Stored } from "../../records/index.ts";
import type { ClauseBook } from "./clause-book.ts";
import { termOn, termsOf } from "./terms.ts";

/** What the office is promised for one incident. */
export type Cover =
  | {
      readonly kind: "covered";
      readonly contracts: readonly Stored<"contract">[];
      /** May be empty: a contract whose clauses nobody has entered yet. */
      readonly clauses: readonly Stored<"clause">[];
      /** Clauses of these contracts that do not hold for this incident, and why. */
      readonly setAside: readonly SetAside[];
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
  /** Only a contract that guarantees no time is in force: paid by the visit, or best effort (checklist C03, W21). */
  | { readonly kind: "perVisit"; readonly contract: Stored<"contract"> };

export interface SetAside {
  readonly clause: Stored<"clause">;
  /** `ruledOut`: another clause on the metric was ruled to hold. `region`: the contract does not say how far we are, or it is another distance. */
  readonly why: "notInForce" | "severity" | "region" | "phase" | "ruledOut";
}

type Subject = Pick<Incident, "vendorId" | "systemId" | "moduleId" | "contractId" | "severity">;
type Book = Pick<ClauseBook, "contracts" | "terms" | "clauses" | "rulings" | "systems">;

/**
 * The clauses that hold for an incident: of the contract it names, else of every contract of its vendor that covers
 * its system and module and had a term in force on the day of the report in Shanghai (clocks R10–R12).
 *
 * A contract that names no system covers all of the vendor's; an incident without a system is covered by any of them.
 * A clause for certain severities does not hold for an incident that has none; one for certain distances not where the
 * contract says none; one for certain phases goes by its system's, unsaid 维护期. A version holds by its own dates. Of
 * clauses between which somebody ruled, the others stand aside where the ruling one holds.
 */
export function coverOf(incident: Subject, reportedAt: Instant | undefined, book: Book): Cover {
  const { contracts } = book;
  const named = contracts.find(({ id }) => id === incident.contractId);
  if (named === undefined && incident.vendorId === undefined && incident.systemId === undefined) {
    return { kind: "noVendor" };
  }
  if (reportedAt === undefined) return { kind: "notReported" };
  const date = dateOf(epochMs(reportedAt));
  const candidates =
    named === undefined ? contracts.filter((contract) => covers(contract, incident)) : [named];
  const inForce = candidates.filter((contract) => termOn(contract, book.terms, date) !== undefined);
  const timed = inForce.filter(({ data }) => data.kind !== "perVisit" && data.bestEffort !== true);
  if (timed.length > 0) return { kind: "covered", contracts: timed, ...holding(timed, incident, date, book) };
  const byVisit = inForce[0];
  if (byVisit !== undefined) return { kind: "perVisit", contract: byVisit };
  if (incident.vendorId === undefined && candidates.length === 0) return { kind: "noVendor" };
  return { kind: "contractGap", date, lastContract: lastEnded(candidates, date, book) };
}

function holding(
  contracts: readonly Stored<"contract">[],
  incident: Subject,
  date: CalendarDate,
  book: Book,
): { clauses: readonly Stored<"clause">[]; setAside: readonly SetAside[] } {
  const byId = new Map(contracts.map((contract) => [contract.id, contract]));
  const phase = book.systems.find(({ id }) => id === incident.systemId)?.data.phase ?? "maintenance";
  const clauses: Stored<"clause">[] = [];
  const setAside: SetAside[] = [];
  for (const clause of book.clauses) {
    const contract = byId.get(clause.data.contractId);
    if (contract === undefined) continue;
    const why = unfit(clause.data, incident, contract.data.region, phase, date);
    if (why === undefined) clauses.push(clause);
    else setAside.push({ clause, why });
  }
  const ruledOut = ruledOutBy(book.rulings, clauses);
  for (const clause of clauses) if (ruledOut.has(clause.id)) setAside.push({ clause, why: "ruledOut" });
  return { clauses: clauses.filter(({ id }) => !ruledOut.has(id)), setAside };
}

function unfit(
  clause: Clause,
  incident: Subject,
  region: string | undefined,
  phase: string,
  date: CalendarDate,
): SetAside["why"] | undefined {
  if (!isInForce(clause, date)) return "notInForce";
  if (!holdsFor(clause.severities, incident.severity)) return "severity";
  if (!holdsFor(clause.regions, region)) return "region";
  return holdsFor(clause.phases, phase) ? undefined : "phase";
}

/** Whether this version of a clause holds on a day; the bounds are its first and last day. */
export function isInForce(
  { effectiveFrom, effectiveTo }: Pick<Clause, "effectiveFrom" | "effectiveTo">,
  date: CalendarDate,
): boolean {
  return (
    (effectiveFrom === undefined || effectiveFrom <= date) &&
    (effectiveTo === undefined || date <= effectiveTo)
  );
}

function ruledOutBy(
  rulings: readonly Stored<"ruling">[],
  clauses: readonly Stored<"clause">[],
): ReadonlySet<string> {
  if (rulings.length === 0) return NOBODY;
  const holds = new Set(clauses.map(({ id }) => id));
  const out = new Set<string>();
  // Later decisions come later and take the earlier ones back.
  for (const { data } of [...rulings].sort((a, b) => (a.data.decidedDate < b.data.decidedDate ? -1 : 1))) {
    if (!holds.has(data.rulingClauseId)) continue;
    out.delete(data.rulingClauseId);
    for (const id of data.clauseIds) if (id !== data.rulingClauseId) out.add(id);
  }
  return out;
}

const NOBODY: ReadonlySet<string> = new Set();

function lastEnded(
  candidates: readonly Stored<"contract">[],
  date: CalendarDate,
  book: Book,
): Stored<"contract"> | undefined {
  let last: { readonly contract: Stored<"contract">; readonly endDate: CalendarDate } | undefined;
  for (const contract of candidates) {
    const ended = termsOf(contract, book.terms).filter(({ endDate }) => endDate < date);
    for (const { endDate } of ended) {
      if (last === undefined || endDate > last.endDate) last = { contract, endDate };
    }
  }
  return last?.contract;
}

function covers({ data }: Stored<"contract">, incident: Subject): boolean {
  const named = data.systemIds ?? [];
  const namesSystem = incident.systemId !== undefined && named.includes(incident.systemId);
  const modules = data.moduleIds ?? [];
  if (modules.length > 0 && incident.moduleId !== undefined && !modules.includes(incident.moduleId)) {
    return false;
  }
  if (incident.vendorId === undefined) return namesSystem;
  if (incident.vendorId !== data.vendorId) return false;
  return namesSystem || named.length === 0 || incident.systemId === undefined;
}

function holdsFor(wanted: readonly string[] | undefined, actual: string | undefined): boolean {
  if (wanted === undefined || wanted.length === 0) return true;
  return actual !== undefined && wanted.includes(actual);
}
