import type { ScoreQuestion } from "../../../shared/rules/scores/question.ts";
import type { Score } from "../../../shared/rules/scores/score.ts";
import type { Scorecard } from "../../../shared/rules/scores/scorecard.ts";
import type { Part } from "./parts.ts";
import type { BehindFigure, Figure } from "./scoring.ts";

/** What the window asks of a scoring worker, which lives for its part of one question and its figures. */
export type Request =
  /** What was promised is read while the window still asks which incidents these are. */
  | { readonly openStore: string; readonly question: ScoreQuestion }
  | { readonly ids: readonly string[]; readonly part: Part }
  /** Of the first worker alone: the card, with what the others came to. */
  | { readonly others: readonly Score[] }
  | { readonly no: number; readonly figure: Figure; readonly from: number; readonly to: number };

export type Response =
  /** How many incidents were read since the last time. */
  | { readonly read: number }
  /** What a part came to, of every worker but the first. */
  | { readonly score: Score }
  | { readonly card: Scorecard }
  | { readonly no: number; readonly answer: BehindFigure }
  | { readonly failed: string };
