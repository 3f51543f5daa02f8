import type { PauseMode } from "../clauses/pause-modes.ts";
import type { Outcome } from "../clauses/compliance.ts";
import type { ClauseResult, Doubt, Exclusion } from "./clause-results.ts";

export type OutcomeCounts = Record<Outcome, number>;

/** Results of one kind, counted. Every figure is a sum, so that the order of adding makes no difference. */
export interface Tally {
  /** How many results there were, those excluded among them. */
  results: number;
  readonly excluded: Record<Exclusion, number>;
  readonly outcomes: Record<PauseMode, OutcomeCounts>;
  readonly doubts: Record<Doubt, number>;
  /** Of those that count: how many rest on a frozen verdict, on a year whose holidays are not known, on a stop without its evidence. */
  frozen: number;
  provisional: number;
  evidenceMissing: number;
  /** How often each number of whole minutes was used, of clocks that stopped. */
  readonly usedMinutes: Map<number, number>;
  overrunMs: number;
}

export function emptyTally(): Tally {
  return {
    results: 0,
    excluded: { notStarted: 0, ours: 0, withdrawn: 0 },
    outcomes: { both: emptyCounts(), hospital: emptyCounts(), all: emptyCounts() },
    doubts: { ledger: 0, contested: 0, notComputable: 0 },
    ...{ frozen: 0, provisional: 0, evidenceMissing: 0, overrunMs: 0 },
    usedMinutes: new Map(),
  };
}

export function emptyCounts(): OutcomeCounts {
  return { met: 0, breached: 0, undecided: 0, open: 0 };
}

export function addResult(tally: Tally, result: ClauseResult): void {
  tally.results += 1;
  if (result.excluded !== undefined) {
    tally.excluded[result.excluded] += 1;
    return;
  }
  addOutcomes(tally.outcomes, result);
  if (result.doubt !== undefined && result.outcomes.hospital === "undecided") tally.doubts[result.doubt] += 1;
  if (result.frozen) tally.frozen += 1;
  if (result.provisional) tally.provisional += 1;
  if (result.evidenceMissing) tally.evidenceMissing += 1;
  tally.overrunMs += result.overrunMs;
  if (result.usedMs === undefined) return;
  const minutes = Math.floor(result.usedMs / 60_000);
  tally.usedMinutes.set(minutes, (tally.usedMinutes.get(minutes) ?? 0) + 1);
}

export function addOutcomes(counts: Tally["outcomes"], { outcomes }: Pick<ClauseResult, "outcomes">): void {
  counts.both[outcomes.both] += 1;
  counts.hospital[outcomes.hospital] += 1;
  counts.all[outcomes.all] += 1;
}

/** Adds what another tally counted. */
export function addTally(tally: Tally, other: Tally): void {
  tally.results += other.results;
  addCounts(tally.excluded, other.excluded);
  addOutcomeCounts(tally.outcomes, other.outcomes);
  addCounts(tally.doubts, other.doubts);
  tally.frozen += other.frozen;
  tally.provisional += other.provisional;
  tally.evidenceMissing += other.evidenceMissing;
  tally.overrunMs += other.overrunMs;
  for (const [minutes, times] of other.usedMinutes) {
    tally.usedMinutes.set(minutes, (tally.usedMinutes.get(minutes) ?? 0) + times);
  }
}

export function addOutcomeCounts(counts: Tally["outcomes"], other: Tally["outcomes"]): void {
  addCounts(counts.both, other.both);
  addCounts(counts.hospital, other.hospital);
  addCounts(counts.all, other.all);
}

export function addCounts<K extends string>(
  counts: Record<K, number>,
  other: Readonly<Record<K, number>>,
): void {
  for (const key of Object.keys(other) as K[]) counts[key] += other[key];
}

/**
 * The least number of minutes that this part of all did not exceed (0.5: the median, 0.9: p90); undefined of none.
 * `times` says how often each number of minutes occurred.
 */
export function minutesWithin(times: ReadonlyMap<number, number>, part: number): number | undefined {
  let count = 0;
  for (const often of times.values()) count += often;
  let left = Math.max(1, Math.ceil(count * part));
  for (const minutes of [...times.keys()].sort((a, b) => a - b)) {
    left -= times.get(minutes) ?? 0;
    if (left <= 0) return minutes;
  }
  return undefined;
}
