import type { Outcome } from "../../../shared/rules/clauses/compliance.ts";
import type { ScoreQuestion } from "../../../shared/rules/scores/question.ts";
import type { Scorecard } from "../../../shared/rules/scores/scorecard.ts";

/** Scores periods in a worker, away from the window's thread. */
export interface Scoring {
  start(question: ScoreQuestion, onProgress: (progress: ScoringProgress) => void): ScoringRun;
}

/** How many of the period's incidents are read. */
export interface ScoringProgress {
  readonly done: number;
  readonly total: number;
}

export interface ScoringRun {
  /** Undefined when it was closed before; rejects when the store could not be read. */
  readonly card: Promise<Scorecard | undefined>;
  /** The incidents [from, to) behind a figure of the finished card; of late ones the latest by their clocks first. */
  behind(figure: Figure, from: number, to: number): Promise<BehindFigure>;
  /** Stops what is under way and lets go of what is kept behind the figures. */
  close(): void;
}

/** Which figure of a card. `clauseId`: of that clause alone, else of all that the vendor owes. */
export interface Figure {
  readonly vendorId: string;
  readonly clauseId?: string | undefined;
  readonly of: Outcome | "excluded" | "unpromised" | "recurred" | "incidents";
}

export interface BehindFigure {
  readonly count: number;
  readonly incidents: readonly { readonly id: string; readonly overrunMs: number }[];
}
