import { epochMs } from "../../lib/instants.ts";
import type { Incident, Stored, Verdict } from "../../records/index.ts";
import { compile } from "../calendar/compile.ts";
import { isKnown } from "../calendar/known-time.ts";
import type { ClauseBook } from "../clauses/clause-book.ts";
import type { ClauseClock } from "../clauses/clause-clock.ts";
import { isImported } from "../clauses/clause-clocks.ts";
import { outcomeIn, outcomeOf, type Outcome } from "../clauses/compliance.ts";
import type { IncidentClocks } from "../clauses/incident-clocks.ts";
import { mayPause, type PauseMode } from "../clauses/pause-modes.ts";
import type { Line } from "../incidents/timeline.ts";
import { isWithdrawn, latestVerdicts } from "../verdicts/differences.ts";

interface ResultFile {
  readonly incident: Incident;
  readonly events: readonly Line[];
  readonly verdicts: readonly Stored<"verdict">[];
}

/** Why a clause that held is in no score. `ours`: it is this hospital that owes it. */
export type Exclusion = "notStarted" | "ours" | "withdrawn";

/** Why nobody can tell. `ledger`: an old ledger lacks one of the two times, or has the day only. */
export type Doubt = "ledger" | "contested" | "notComputable";

/** What one clause came to for one incident. */
export interface ClauseResult {
  readonly clauseId: string;
  readonly contractId: string;
  readonly vendorId: string;
  readonly excluded: Exclusion | undefined;
  /** Under each reading of the pauses; of no meaning where the clause is excluded. */
  readonly outcomes: Readonly<Record<PauseMode, Outcome>>;
  readonly doubt: Doubt | undefined;
  /** Of a clock that stopped and can be computed, as the hospital holds the pauses. */
  readonly usedMs: number | undefined;
  readonly overrunMs: number;
  /** Rests on a frozen verdict. */
  readonly frozen: boolean;
  readonly provisional: boolean;
  readonly evidenceMissing: boolean;
}

/** Every clause that held for an incident, once; what was frozen as its newest verdict says (clocks R10). */
export function resultsOf(
  file: ResultFile,
  { clocks, state }: IncidentClocks,
  book: ClauseBook,
  nowMs: number,
): readonly ClauseResult[] {
  const frozen = file.verdicts.length === 0 ? NO_VERDICTS : latestVerdicts(file.verdicts);
  const results: ClauseResult[] = [];
  for (const clock of clocks) {
    const verdict = frozen.get(clock.clauseId)?.data;
    // One that was frozen while its clock ran on, and not late yet, has decided nothing.
    const decides = verdict !== undefined && verdict.verdict !== "running";
    results.push(
      decides
        ? frozenResult(verdict, clock.clause.contractId, vendorOf(clock.clause.contractId, file, book))
        : liveResult(file, clock, state.pauses.length > 0, book, nowMs),
    );
  }
  for (const { data } of frozen.values()) {
    if (data.verdict === "running" || clocks.some(({ clauseId }) => clauseId === data.clauseId)) continue;
    // The clause was replaced or its contract ended since: what was frozen still counts.
    const contractId = book.clauses.find(({ id }) => id === data.clauseId)?.data.contractId ?? "";
    results.push(frozenResult(data, contractId, vendorOf(contractId, file, book)));
  }
  return results;
}

function vendorOf(contractId: string, { incident }: ResultFile, book: ClauseBook): string {
  return book.contracts.find(({ id }) => id === contractId)?.data.vendorId ?? incident.vendorId ?? "";
}

function frozenResult(verdict: Verdict, contractId: string, vendorId: string): ClauseResult {
  const { verdictBoth: both, verdictHospital: hospital, verdictAll: all } = verdict;
  const isOpen = verdict.stopAt === undefined;
  return {
    ...{ clauseId: verdict.clauseId, contractId, vendorId },
    excluded: isWithdrawn(verdict) ? "withdrawn" : undefined,
    outcomes: { both: outcomeOfCode(both), hospital: outcomeOfCode(hospital), all: outcomeOfCode(all) },
    doubt:
      verdict.verdict === "range" ? "contested" : verdict.verdict === "unknown" ? "notComputable" : undefined,
    usedMs: isOpen || verdict.verdict === "unknown" ? undefined : verdict.elapsedMs,
    overrunMs: verdict.overrunMs,
    frozen: true,
    provisional: verdict.provisional,
    evidenceMissing: false,
  };
}

function outcomeOfCode(code: Verdict["verdict"]): Outcome {
  if (code === "range" || code === "unknown") return "undecided";
  return code === "running" ? "open" : code;
}

function liveResult(
  file: ResultFile,
  clock: ClauseClock,
  hasPauses: boolean,
  book: ClauseBook,
  nowMs: number,
): ClauseResult {
  const { clauseId, clause, state } = clock;
  const imported = isImported(file.incident);
  const isDecided = state === "met" || state === "breached";
  return {
    ...{ clauseId, contractId: clause.contractId, vendorId: vendorOf(clause.contractId, file, book) },
    excluded: clause.party === "hospital" ? "ours" : state === "notStarted" ? "notStarted" : undefined,
    outcomes:
      clock.problem?.kind === "dateOnly"
        ? inAllReadings(
            outcomeOf(
              file.incident,
              file.events,
              { type: "clause", id: clauseId, data: clause },
              book,
              nowMs,
            ),
          )
        : hasPauses && mayPause(clause) && state !== "contested" && state !== "unknown"
          ? inEachReading((mode) => outcomeIn(clock.underMode(mode).state, imported))
          : inAllReadings(outcomeIn(state, imported)),
    doubt: doubtOf(clock),
    usedMs: isDecided && clock.stopAt !== undefined ? clock.elapsedMs : undefined,
    overrunMs: isDecided ? clock.overrunMs : 0,
    frozen: false,
    provisional: isProvisional(clock, nowMs),
    evidenceMissing: clock.evidenceMissing,
  };
}

/** What was counted rests on a year whose holidays are not known; that the due time would is no matter once it is over. */
function isProvisional({ basis, stopAt }: ClauseClock, nowMs: number): boolean {
  if (basis === undefined) return false;
  const { calendar, startMs } = basis;
  const untilMs = Math.max(startMs, stopAt === undefined ? nowMs : epochMs(stopAt));
  return !isKnown(compile(calendar).known, startMs, untilMs);
}

function doubtOf({ state, problem }: ClauseClock): Doubt | undefined {
  if (state === "contested") return "contested";
  if (problem === undefined) return undefined;
  return problem.kind === "dateOnly" || problem.kind === "notInLedger" ? "ledger" : "notComputable";
}

function inAllReadings(outcome: Outcome): ClauseResult["outcomes"] {
  return ALIKE[outcome];
}

function inEachReading(of: (mode: PauseMode) => Outcome): ClauseResult["outcomes"] {
  return { both: of("both"), hospital: of("hospital"), all: of("all") };
}

/** The same few objects for all incidents without a pause, which are most. */
export const ALIKE: Readonly<Record<Outcome, ClauseResult["outcomes"]>> = {
  met: inEachReading(() => "met"),
  breached: inEachReading(() => "breached"),
  undecided: inEachReading(() => "undecided"),
  open: inEachReading(() => "open"),
};

const NO_VERDICTS: ReturnType<typeof latestVerdicts> = new Map();
