import type { Severity } from "../../records/severities.ts";
import type { Assessment, Fault, Unpromised } from "./assess.ts";
import type { ClauseResult } from "./clause-results.ts";
import {
  addCounts,
  addOutcomeCounts,
  addOutcomes,
  addResult,
  addTally,
  emptyCounts,
  emptyTally,
  type Tally,
} from "./tally.ts";

/**
 * A scorecard in the making: a running sum that its holder owns. Incidents are added in any order, page by page and in
 * pieces that are merged; `scorecardOf` gives the same answer (test/shared/rules/scores).
 */
export interface Score {
  /** All that were asked about, each once, whomever they concern. */
  incidents: number;
  /** Why nothing was promised, of those that concern nobody. */
  readonly nobody: Record<Unpromised, number>;
  readonly vendors: Map<string, VendorScore>;
}

export interface VendorScore {
  readonly vendorId: string;
  incidents: number;
  imported: number;
  readonly unpromised: Record<Unpromised, number>;
  /** Incidents with a pause, and how long they stood, on the wall. */
  paused: number;
  pausedMs: number;
  readonly severities: Map<Severity | "", SeverityScore>;
  readonly clauses: Map<string, ClauseScore>;
  /** Incidents that name an earlier one of the same fault. */
  readonly cameBack: Set<string>;
  readonly faults: Fault[];
}

interface SeverityScore {
  incidents: number;
  readonly outcomes: Tally["outcomes"];
}

interface ClauseScore {
  readonly clauseId: string;
  readonly contractId: string;
  readonly tally: Tally;
}

export function emptyScore(): Score {
  return { incidents: 0, nobody: noneUnpromised(), vendors: new Map() };
}

/** Adds what `assess` said of one incident. An incident may be added once only. */
export function addIncident(score: Score, assessment: Assessment): void {
  const { id, vendorIds, severity, unpromised, pausedMs, results, fault } = assessment;
  score.incidents += 1;
  if (vendorIds.length === 0 && unpromised !== undefined) score.nobody[unpromised] += 1;
  for (const vendorId of vendorIds) {
    const vendor = vendorIn(score, vendorId);
    vendor.incidents += 1;
    if (assessment.imported) vendor.imported += 1;
    if (unpromised !== undefined) vendor.unpromised[unpromised] += 1;
    if (pausedMs !== undefined) {
      vendor.paused += 1;
      vendor.pausedMs += pausedMs;
    }
    severityIn(vendor, severity ?? "").incidents += 1;
    if (assessment.cameBack) vendor.cameBack.add(id);
    if (fault !== undefined) vendor.faults.push(fault);
  }
  for (const result of results) {
    const vendor = vendorIn(score, result.vendorId);
    addResult(clauseIn(vendor, result).tally, result);
    if (result.excluded === undefined) addOutcomes(severityIn(vendor, severity ?? "").outcomes, result);
  }
}

/** Adds what another score of other incidents, asked the same, came to. */
export function mergeScores(score: Score, other: Score): void {
  score.incidents += other.incidents;
  addCounts(score.nobody, other.nobody);
  for (const theirs of other.vendors.values()) {
    const vendor = vendorIn(score, theirs.vendorId);
    vendor.incidents += theirs.incidents;
    vendor.imported += theirs.imported;
    addCounts(vendor.unpromised, theirs.unpromised);
    vendor.paused += theirs.paused;
    vendor.pausedMs += theirs.pausedMs;
    for (const [severity, { incidents, outcomes }] of theirs.severities) {
      const own = severityIn(vendor, severity);
      own.incidents += incidents;
      addOutcomeCounts(own.outcomes, outcomes);
    }
    for (const clause of theirs.clauses.values()) addTally(clauseIn(vendor, clause).tally, clause.tally);
    for (const id of theirs.cameBack) vendor.cameBack.add(id);
    for (const fault of theirs.faults) vendor.faults.push(fault);
  }
}

function vendorIn({ vendors }: Score, vendorId: string): VendorScore {
  const known = vendors.get(vendorId);
  if (known !== undefined) return known;
  const vendor = emptyVendor(vendorId);
  vendors.set(vendorId, vendor);
  return vendor;
}

export function emptyVendor(vendorId: string): VendorScore {
  return {
    ...{ vendorId, incidents: 0, imported: 0, paused: 0, pausedMs: 0 },
    unpromised: noneUnpromised(),
    severities: new Map(),
    clauses: new Map(),
    cameBack: new Set(),
    faults: [],
  };
}

function severityIn({ severities }: VendorScore, severity: Severity | ""): SeverityScore {
  const known = severities.get(severity);
  if (known !== undefined) return known;
  const outcomes = { both: emptyCounts(), hospital: emptyCounts(), all: emptyCounts() };
  const fresh: SeverityScore = { incidents: 0, outcomes };
  severities.set(severity, fresh);
  return fresh;
}

function clauseIn(
  { clauses }: VendorScore,
  { clauseId, contractId }: Pick<ClauseResult, "clauseId" | "contractId">,
): ClauseScore {
  const known = clauses.get(clauseId);
  if (known !== undefined) return known;
  const fresh: ClauseScore = { clauseId, contractId, tally: emptyTally() };
  clauses.set(clauseId, fresh);
  return fresh;
}

function noneUnpromised(): Record<Unpromised, number> {
  return { noVendor: 0, contractGap: 0, perVisit: 0, noClauses: 0 };
}
