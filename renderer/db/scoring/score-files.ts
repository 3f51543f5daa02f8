import type { ClauseBook } from "../../../shared/rules/clauses/clause-book.ts";
import { assess, type ScoredFile } from "../../../shared/rules/scores/assess.ts";
import type { ScoreQuestion } from "../../../shared/rules/scores/question.ts";
import { addIncident, emptyScore, mergeScores, type Score } from "../../../shared/rules/scores/score.ts";
import { scorecardOf, type Scorecard } from "../../../shared/rules/scores/scorecard.ts";
import { Behind } from "./behind.ts";
import type { BehindFigure, Figure } from "./scoring.ts";

/** What some incidents came to, and what stands behind its figures. */
export interface Scored {
  readonly score: Score;
  /** The card, with what other parts of the same question came to: asked once. */
  card(others: readonly Score[]): Scorecard;
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
    score,
    card: (others) => {
      for (const other of others) mergeScores(score, other);
      return scorecardOf(score, book, question);
    },
    behind: (figure, from, to) => behind.of(figure, score, from, to),
  };
}
