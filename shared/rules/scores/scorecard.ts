import { clause } from "../../records/clause.ts";
import type { RecordData } from "../../records/index.ts";
import { SEVERITIES, type Severity } from "../../records/severities.ts";
import type { ClauseBook } from "../clauses/clause-book.ts";
import { complianceIn, type Compliance } from "../clauses/compliance.ts";
import { PAUSE_MODES, type PauseMode } from "../clauses/pause-modes.ts";
import type { Unpromised } from "./assess.ts";
import { boundVendors } from "./bound-vendors.ts";
import type { Doubt, Exclusion } from "./clause-results.ts";
import { recurringFaults } from "./recurring-faults.ts";
import type { ScoreQuestion } from "./question.ts";
import { emptyVendor, type Score, type VendorScore } from "./score.ts";
import { addTally, emptyTally, minutesWithin, type OutcomeCounts, type Tally } from "./tally.ts";

export type Metric = RecordData<"clause">["metric"];

/** A score made ready to read: plain data, that travels between threads. */
export interface Scorecard {
  readonly incidents: number;
  readonly nobody: Readonly<Record<Unpromised, number>>;
  /** Ranked ones first, the best first; then those of too few results, then those of none. */
  readonly vendors: readonly VendorCard[];
}

export interface VendorCard {
  readonly vendorId: string;
  /** Undefined: too few results to compare (`LEAST_SAMPLE`), none, or nobody to compare with. Equal: their ranges overlap. */
  readonly rank: number | undefined;
  readonly incidents: number;
  readonly imported: number;
  readonly unpromised: Readonly<Record<Unpromised, number>>;
  /** Incidents with a pause, and how long they stood on the wall. */
  readonly paused: number;
  readonly pausedMs: number;
  /** Incidents that show an earlier one to be unsolved. */
  readonly recurred: number;
  /** From the most urgent; "" is one that nobody graded. */
  readonly severities: readonly SeverityCard[];
  readonly overall: Figures;
  readonly metrics: readonly { readonly metric: Metric; readonly figures: Figures }[];
  readonly clauses: readonly ClauseCard[];
}

interface SeverityCard {
  readonly severity: Severity | "";
  readonly incidents: number;
  readonly compliance: Compliance;
}

interface ClauseCard {
  readonly clauseId: string;
  readonly contractId: string;
  readonly metric: Metric;
  readonly figures: Figures;
}

export interface Figures {
  readonly results: number;
  readonly excluded: Readonly<Record<Exclusion, number>>;
  readonly doubts: Readonly<Record<Doubt, number>>;
  /** As the hospital holds the pauses. */
  readonly outcomes: Readonly<OutcomeCounts>;
  readonly compliance: Readonly<Record<PauseMode, Compliance>>;
  /** Over all three readings; undefined without a sample (无样本): no score is invented. */
  readonly leastPermille: number | undefined;
  readonly mostPermille: number | undefined;
  readonly medianMinutes: number | undefined;
  readonly p90Minutes: number | undefined;
  readonly overrunMs: number;
  readonly frozen: number;
  readonly provisional: number;
  readonly evidenceMissing: number;
}

/** Fewer results than these are shown and not ranked: one bad night would decide. */
export const LEAST_SAMPLE = 10;

/**
 * The finished card of a score, the same for the same incidents in whatever order they were added. A vendor that was
 * under contract and had no incident has a card as well: without a sample, and without a rank.
 */
export function scorecardOf(
  score: Score,
  book: Pick<ClauseBook, "clauses" | "contracts" | "terms">,
  question: ScoreQuestion,
): Scorecard {
  const metricOf = new Map(book.clauses.map(({ id, data }) => [id, data.metric]));
  const idle = boundVendors(book, question).filter((id) => !score.vendors.has(id));
  const cards = [...score.vendors.values(), ...idle.map(emptyVendor)].map((vendor) =>
    cardOf(vendor, metricOf),
  );
  const rankable = cards.filter(({ overall }) => overall.compliance.hospital.sample >= LEAST_SAMPLE);
  return {
    incidents: score.incidents,
    nobody: { ...score.nobody },
    vendors: cards.map((card) => ({ ...card, rank: rankOf(card, rankable) })).sort(byRank),
  };
}

/** One more than those whose range lies wholly above: where ranges overlap, nobody can tell who is better. */
function rankOf(card: VendorCard, others: readonly VendorCard[]): number | undefined {
  // Whoever is alone is not the best of anything.
  if (others.length < 2 || !others.includes(card)) return undefined;
  const most = card.overall.mostPermille ?? 0;
  return 1 + others.filter(({ overall }) => (overall.leastPermille ?? 0) > most).length;
}

function byRank(a: VendorCard, b: VendorCard): number {
  return (
    (a.rank ?? Infinity) - (b.rank ?? Infinity) ||
    (b.overall.leastPermille ?? -1) - (a.overall.leastPermille ?? -1) ||
    b.overall.compliance.hospital.sample - a.overall.compliance.hospital.sample ||
    (a.vendorId < b.vendorId ? -1 : 1)
  );
}

function cardOf(vendor: VendorScore, metricOf: ReadonlyMap<string, Metric>): VendorCard {
  const overall = emptyTally();
  const byMetric = new Map<Metric, Tally>();
  const orderOf = (clauseId: string): number => METRIC_ORDER.indexOf(metricOf.get(clauseId) ?? "other");
  const clauses = [...vendor.clauses.values()].sort(
    (a, b) => orderOf(a.clauseId) - orderOf(b.clauseId) || (a.clauseId < b.clauseId ? -1 : 1),
  );
  for (const { clauseId, tally } of clauses) {
    const metric = metricOf.get(clauseId) ?? "other";
    const sum = byMetric.get(metric) ?? emptyTally();
    byMetric.set(metric, sum);
    addTally(sum, tally);
    addTally(overall, tally);
  }
  const { vendorId, incidents, imported, unpromised, paused, pausedMs } = vendor;
  return {
    ...{ vendorId, rank: undefined, incidents, imported, unpromised: { ...unpromised }, paused, pausedMs },
    recurred: new Set([...vendor.cameBack, ...recurringFaults(vendor.faults)]).size,
    severities: SEVERITY_ORDER.flatMap((severity) => {
      const own = vendor.severities.get(severity);
      if (own === undefined) return [];
      return [{ severity, incidents: own.incidents, compliance: complianceIn(own.outcomes.hospital) }];
    }),
    overall: figuresOf(overall),
    metrics: [...byMetric].map(([metric, tally]) => ({ metric, figures: figuresOf(tally) })),
    clauses: clauses.map(({ clauseId, contractId, tally }) => {
      return { clauseId, contractId, metric: metricOf.get(clauseId) ?? "other", figures: figuresOf(tally) };
    }),
  };
}

/** As a fault goes: answered, visited, solved. */
const METRIC_ORDER = Object.keys(clause.fields.metric.choices ?? {}) as readonly Metric[];
const SEVERITY_ORDER: readonly (Severity | "")[] = [...(Object.keys(SEVERITIES) as Severity[]), ""];
const READINGS = Object.keys(PAUSE_MODES) as readonly PauseMode[];

function figuresOf(tally: Tally): Figures {
  const { results, excluded, doubts, outcomes, overrunMs, frozen, provisional, evidenceMissing } = tally;
  const compliance = {
    both: complianceIn(outcomes.both),
    hospital: complianceIn(outcomes.hospital),
    all: complianceIn(outcomes.all),
  };
  const least = READINGS.flatMap((mode) => compliance[mode].leastPermille ?? []);
  const most = READINGS.flatMap((mode) => compliance[mode].mostPermille ?? []);
  return {
    ...{ results, overrunMs, frozen, provisional, evidenceMissing },
    excluded: { ...excluded },
    doubts: { ...doubts },
    outcomes: { ...outcomes.hospital },
    compliance,
    leastPermille: least.length === 0 ? undefined : Math.min(...least),
    mostPermille: most.length === 0 ? undefined : Math.max(...most),
    medianMinutes: minutesWithin(tally.usedMinutes, 0.5),
    p90Minutes: minutesWithin(tally.usedMinutes, 0.9),
  };
}
