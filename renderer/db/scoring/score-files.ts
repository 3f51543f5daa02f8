import type { ClauseBook } from "../../../shared/rules/clauses/clause-book.ts";
import { assess, type ScoredFile } from "../../../shared/rules/scores/assess.ts";
import type { ScoreQuestion } from "../../../shared/rules/scores/question.ts";
import { addIncident, emptyScore } from "../../../shared/rules/scores/score.ts";
import { scorecardOf, type Scorecard } from "../../../shared/rules/scores/scorecard.ts";
import { Behind } from "./behind.ts";
import type { BehindFigure, Figure } from "./scoring.ts";

/** A finished card, and what stands behind its figures. */
export interface Scored {
  readonly card: Scorecard;
  behind(figure: Figure, from: number, to: number): BehindFigure;
}

/** Scores incidents as they are read, some at a time; `onRead` hears how many there were each time. */
export async function scoreFiles(
  files: AsyncIterable<readonly ScoredFile[]>,
  book: ClauseBook,
  question: ScoreQuestion,
  onRead: (count: number) => void,
): Promise<Scored> {
  const score = emptyScore();
  const behind = new Behind();
  for await (const some of files) {
    for (const file of some) {
      const assessment = assess(file, book, question);
      if (assessment === undefined) continue;
      addIncident(score, assessment);
      behind.add(assessment);
    }
    onRead(some.length);
  }
  return {
    card: scorecardOf(score, book, question),
    behind: (figure, from, to) => behind.of(figure, score, from, to),
  };
}
