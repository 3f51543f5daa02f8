import type { ReactNode } from "react";
import type { Figure } from "../../db/scoring/scoring.ts";
import { useTexts } from "../../ui/i18n.ts";
import { useScoreWords } from "./score-words.ts";
import { scoresTexts } from "./scores-texts.ts";

/** A figure that somebody wants to see behind, with the words for its drawer. */
export interface OpenFigure {
  readonly figure: Figure;
  readonly name: string;
  readonly what: string;
}

interface FigureButtonProps extends OpenFigure {
  readonly count: number;
  readonly onOpen: (figure: OpenFigure) => void;
  readonly danger?: boolean;
}

/** A number that opens the incidents behind it; nothing stands behind a zero. */
export function FigureButton({ count, onOpen, danger = false, ...figure }: FigureButtonProps): ReactNode {
  const t = useTexts(scoresTexts);
  const words = useScoreWords();
  if (count === 0) return <span className="sy-quiet">0</span>;
  return (
    <button
      type="button"
      className={`sy-score-figure${danger ? " is-danger" : ""}`}
      aria-label={t("show", { what: `${figure.name} ${figure.what}`, count })}
      onClick={() => onOpen(figure)}
    >
      {words.count(count)}
    </button>
  );
}
