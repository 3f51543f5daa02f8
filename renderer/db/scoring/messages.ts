import type { ScoreQuestion } from "../../../shared/rules/scores/question.ts";
import type { Scorecard } from "../../../shared/rules/scores/scorecard.ts";
import type { BehindFigure, Figure } from "./scoring.ts";

/** What the window asks of a scoring worker, which lives for one question and its figures. */
export type Request =
  | { readonly openStore: string; readonly question: ScoreQuestion; readonly ids: readonly string[] }
  | { readonly no: number; readonly figure: Figure; readonly from: number; readonly to: number };

export type Response =
  /** How many incidents were read since the last time. */
  | { readonly read: number }
  | { readonly card: Scorecard }
  | { readonly no: number; readonly answer: BehindFigure }
  | { readonly failed: string };
