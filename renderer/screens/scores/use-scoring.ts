import { useEffect, useState } from "react";
import type { RecordType } from "../../../shared/records/index.ts";
import { BOOK_TYPES } from "../../../shared/rules/clauses/clause-book.ts";
import type { ScoreQuestion } from "../../../shared/rules/scores/question.ts";
import type { Scorecard } from "../../../shared/rules/scores/scorecard.ts";
import type { ScoringProgress, ScoringRun } from "../../db/scoring/scoring.ts";
import { useDesk } from "../../records/use-desk.tsx";

/** What a figure on the card rests on. */
const RESTS_ON: readonly RecordType[] = [
  ...BOOK_TYPES,
  "incident",
  "incidentEvent",
  "importBatch",
  "verdict",
];

export type Scoring =
  | { readonly kind: "running"; readonly progress: ScoringProgress | undefined }
  | { readonly kind: "done"; readonly card: Scorecard; readonly run: ScoringRun; readonly isOld: boolean }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed" };

type Heard = { readonly key: string } & Scoring;

/** Scores a question as soon as it is asked; a new one ends the last. `isOld`: something was written since. */
export function useScoring(asked: Omit<ScoreQuestion, "nowMs"> | undefined): {
  readonly scoring: Scoring;
  readonly again: () => void;
  readonly cancel: () => void;
} {
  const desk = useDesk();
  const [round, setRound] = useState(0);
  const [heard, setHeard] = useState<Heard | undefined>(undefined);
  const key = `${round} ${JSON.stringify(asked)}`;

  useEffect(() => {
    if (asked === undefined) return;
    let current = true;
    const hear = (scoring: Scoring): void => {
      if (current) setHeard({ key, ...scoring });
    };
    const run = desk.scoring.start({ ...asked, nowMs: Date.now() }, (progress) =>
      hear({ kind: "running", progress }),
    );
    run.card.then(
      (card) => {
        if (card !== undefined) hear({ kind: "done", card, run, isOld: false });
      },
      () => hear({ kind: "failed" }),
    );
    const stop = desk.onChange((touched) => {
      if (!current || !RESTS_ON.some((type) => touched.includes(type))) return;
      setHeard((last) => (last?.key === key && last.kind === "done" ? { ...last, isOld: true } : last));
    });
    return () => {
      current = false;
      stop();
      run.close();
    };
    // `key` stands for `asked`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [desk, key]);

  return {
    scoring: heard?.key === key ? heard : { kind: "running", progress: undefined },
    again: () => setRound((last) => last + 1),
    cancel: () => setHeard({ key, kind: "cancelled" }),
  };
}
