import { epochMs } from "../../lib/instants.ts";
import type { Incident, Stored } from "../../records/index.ts";
import type { Severity } from "../../records/severities.ts";
import type { ClauseBook } from "../clauses/clause-book.ts";
import { isImported } from "../clauses/clause-clocks.ts";
import type { Cover } from "../clauses/cover.ts";
import { clocksOf } from "../clauses/incident-clocks.ts";
import { reopenDaysOf } from "../clauses/reopen-days.ts";
import { asItStands } from "../incidents/as-it-stands.ts";
import { recurrencesOf, type KnownIncident } from "../incidents/recurrences.ts";
import { incidentState, type IncidentState } from "../incidents/state.ts";
import type { Line } from "../incidents/timeline.ts";
import { pausedTime } from "./paused-time.ts";
import { isPlain, plainResults, type ReadyClause } from "./plain-results.ts";
import { resultsOf, type ClauseResult } from "./clause-results.ts";
import { isAsked, type ScoreQuestion } from "./question.ts";
import { planOf } from "./score-plan.ts";

/** An incident with all that a score rests on. */
export interface ScoredFile {
  readonly id: string;
  readonly incident: Incident;
  readonly events: readonly Line[];
  readonly verdicts: readonly Stored<"verdict">[];
  /** The one that it names as the same fault, where somebody named one. */
  readonly previous?: KnownIncident | undefined;
}

/** Why nothing was promised for an incident, so that it is in no score. */
export type Unpromised = "noVendor" | "contractGap" | "perVisit" | "noClauses";

/** What an incident adds to a score. */
export interface Assessment {
  readonly id: string;
  /** Whom it concerns: the vendor it names, and those whose contracts cover it. Empty: nobody is named. */
  readonly vendorIds: readonly string[];
  readonly severity: Severity | undefined;
  readonly imported: boolean;
  readonly unpromised: Unpromised | undefined;
  /** Milliseconds on the wall that one side or both hold to be paused; undefined where nothing was. */
  readonly pausedMs: number | undefined;
  readonly results: readonly ClauseResult[];
  /** It names an earlier incident that was solved no longer ago than the contract says. */
  readonly cameBack: boolean;
  /** What recurrences are found by; undefined for an old ledger and an unknown cause. */
  readonly fault: Fault | undefined;
}

/** A fault of known place and cause. Instants in epoch milliseconds. */
export interface Fault {
  readonly id: string;
  /** System, module and kind of cause, as one text. */
  readonly place: string;
  readonly reportedMs: number;
  readonly solvedMs: number | undefined;
  /** Within how many days a solution must hold. */
  readonly days: number;
}

/**
 * What one incident adds to a score, or undefined where it was not asked about. Every clause that held counts once; one
 * that was frozen counts as its newest verdict says (clocks R10), whatever the clock would say today.
 */
export function assess(file: ScoredFile, book: ClauseBook, question: ScoreQuestion): Assessment | undefined {
  const { incident, events } = file;
  if (!isAsked.incident(question, incident)) return undefined;
  const state = incidentState(incident, events);
  const { reportedAt } = state;
  if (reportedAt === undefined || !isAsked.time(question, reportedAt)) return undefined;
  const { cover, vendorIds: all, clauses } = planOf(book).coverOf(asItStands(incident, state), reportedAt);
  const vendorIds = all.filter((id) => isAsked.vendor(question, id));
  if (vendorIds.length === 0 && !isAsked.everybody(question)) return undefined;
  const every = allResults(file, state, clauses, book, question.nowMs);
  const results = isAsked.everybody(question)
    ? every
    : every.filter((result) => isAsked.result(question, result));
  if (question.contractId !== undefined && results.length === 0) return undefined;
  return {
    id: file.id,
    vendorIds,
    severity: state.severity,
    imported: isImported(incident),
    unpromised: results.length > 0 ? undefined : unpromisedBy(cover),
    pausedMs: pausedTime(state.pauses, question.nowMs),
    results,
    ...recurring(file, state, cover),
  };
}

/** Most timelines are plain and are counted at once; the others as their card counts them. */
function allResults(
  file: ScoredFile,
  state: IncidentState,
  clauses: readonly ReadyClause[],
  book: ClauseBook,
  nowMs: number,
): readonly ClauseResult[] {
  const { incident, events, verdicts } = file;
  const plain =
    verdicts.length === 0 && isPlain(events)
      ? plainResults(isImported(incident), events, state, clauses, nowMs)
      : undefined;
  return plain ?? resultsOf(file, clocksOf(incident, events, book, nowMs), book, nowMs);
}

function unpromisedBy({ kind }: Cover): Unpromised {
  return kind === "noVendor" || kind === "contractGap" || kind === "perVisit" ? kind : "noClauses";
}

/** Nothing is held against a vendor by an old ledger (clocks R15), by a guess at the cause, or by a place left open. */
function recurring(
  { id, incident, previous }: ScoredFile,
  state: IncidentState,
  cover: Cover,
): Pick<Assessment, "cameBack" | "fault"> {
  const { systemId, moduleId, causeCode, previousId } = incident;
  const hasCause = systemId !== undefined && causeCode !== undefined && causeCode !== "unknown";
  if (isImported(incident) || state.reportedAt === undefined || (!hasCause && previousId === undefined)) {
    return NOT_RECURRING;
  }
  const days = reopenDaysOf(cover);
  const own: KnownIncident = { incident: { type: "incident", id, data: incident }, state };
  const cameBack =
    previous !== undefined &&
    previousId === previous.incident.id &&
    recurrencesOf(own, [previous], days).length > 0;
  const solvedAt = state.resolvedAt ?? state.firstResolvedAt;
  return {
    cameBack,
    fault: hasCause
      ? {
          id,
          place: JSON.stringify([systemId, moduleId ?? "", causeCode]),
          reportedMs: epochMs(state.reportedAt),
          solvedMs: solvedAt === undefined ? undefined : epochMs(solvedAt),
          days,
        }
      : undefined,
  };
}

const NOT_RECURRING = { cameBack: false, fault: undefined };
