import type { ReactNode } from "react";
import type { Figures } from "../../../shared/rules/scores/scorecard.ts";
import { useTexts } from "../../ui/i18n.ts";
import { FigureButton, type OpenFigure } from "./figure-button.tsx";
import { useScoreWords } from "./score-words.ts";
import { scoresTexts } from "./scores-texts.ts";
import { READINGS } from "./vendor-table.tsx";

interface FigureCellsProps {
  readonly figures: Figures;
  /** Of a single clause: its counts lead to the incidents. */
  readonly behind?: {
    readonly vendorId: string;
    readonly clauseId: string;
    readonly name: string;
    readonly onOpen: (figure: OpenFigure) => void;
  };
  /** Of clauses that promise different things: their times have no middle. */
  readonly isTotal?: boolean;
}

/** The figures of one line, cell by cell, in the order of the table's columns. */
export function FigureCells({ figures, behind, isTotal = false }: FigureCellsProps): ReactNode {
  const t = useTexts(scoresTexts);
  const words = useScoreWords();
  const excluded = Object.values(figures.excluded).reduce((total, count) => total + count, 0);
  const counts = { ...figures.outcomes, excluded };
  return (
    <>
      <td className="is-number">
        <strong>{words.range(figures.leastPermille, figures.mostPermille)}</strong>
      </td>
      {READINGS.map((mode) => (
        <td key={mode} className="is-number">
          {words.compliance(figures.compliance[mode])}
        </td>
      ))}
      <td className="is-number">{words.count(figures.compliance.hospital.sample)}</td>
      {(["met", "breached", "undecided", "open", "excluded"] as const).map((of) => (
        <td key={of} className="is-number">
          {behind === undefined ? (
            words.count(counts[of])
          ) : (
            <FigureButton
              figure={{ vendorId: behind.vendorId, clauseId: behind.clauseId, of }}
              name={behind.name}
              what={t(of)}
              count={counts[of]}
              danger={of === "breached"}
              onOpen={behind.onOpen}
            />
          )}
        </td>
      ))}
      <td className="is-number">{isTotal ? "" : words.minutes(figures.medianMinutes)}</td>
      <td className="is-number">{isTotal ? "" : words.minutes(figures.p90Minutes)}</td>
      <td className="is-number">{words.time(figures.overrunMs)}</td>
      <td className="is-number">{words.count(figures.frozen)}</td>
    </>
  );
}
