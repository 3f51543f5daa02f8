import { useMemo, useState, type ReactNode } from "react";
import type { Stored } from "../../../shared/records/index.ts";
import type { ClauseClock } from "../../../shared/rules/clauses/clause-clock.ts";
import type { ClauseBook } from "../../../shared/rules/clauses/clause-book.ts";
import { clocksOf } from "../../../shared/rules/clauses/incident-clocks.ts";
import type { PauseMode } from "../../../shared/rules/clauses/pause-modes.ts";
import { useTexts } from "../../ui/i18n.ts";
import type { OnAsk } from "./card-ask.ts";
import { cardTexts } from "./card-texts.ts";
import { ClockRow } from "./clock-row.tsx";
import { QuoteInstead } from "./dispatch/quote-instead.tsx";
import type { IncidentFile } from "./incident-file.ts";
import { NoClocks } from "./no-clocks.tsx";
import { ModeSwitch } from "./pauses/mode-switch.tsx";
import { readingsDiffer } from "./pauses/modes.ts";
import { SetAside } from "./set-aside.tsx";
import { useMinute } from "./use-minute.ts";
import { FrozenTable } from "./verdicts/frozen-table.tsx";
import { WhyPanel } from "./why-panel.tsx";

interface ClocksPanelProps {
  readonly file: IncidentFile;
  readonly book: ClauseBook;
  readonly verdicts: readonly Stored<"verdict">[];
  readonly breaches: readonly Stored<"breach">[];
  readonly onAsk: OnAsk;
}

/**
 * Every promise that holds for this incident, the first due on top, and why it is due then. Once it is closed, as it
 * was frozen.
 */
export function ClocksPanel(props: ClocksPanelProps): ReactNode {
  const { file, book, verdicts, breaches, onAsk } = props;
  const t = useTexts(cardTexts);
  const nowMs = useMinute();
  const [explained, setExplained] = useState<string | undefined>(undefined);
  const [mode, setMode] = useState<PauseMode>("hospital");
  const { state, cover, clocks } = useMemo(
    () => clocksOf(file.incident.data, file.lines, book, nowMs),
    [file, book, nowMs],
  );
  const isFrozen = state.status === "closed" && verdicts.some(({ data }) => data.cause === "closed");
  const hasReadings = !isFrozen && state.pauses.length > 0 && clocks.some(readingsDiffer);
  return (
    <section className="sy-panel" aria-labelledby="clocks-title">
      <div className="sy-panel-head">
        <h2 id="clocks-title">{t("clocks")}</h2>
        {hasReadings && <ModeSwitch mode={mode} onChange={setMode} />}
      </div>
      {isFrozen ? (
        <FrozenTable
          verdicts={verdicts}
          breaches={breaches}
          clocks={clocks}
          onWhy={setExplained}
          onAsk={onAsk}
        />
      ) : clocks.length === 0 ? (
        <NoClocks cover={cover} instead={<QuoteInstead cover={cover} onAsk={onAsk} />} />
      ) : (
        <LiveClocks {...props} clocks={clocks} mode={hasReadings ? mode : "hospital"} onWhy={setExplained} />
      )}
      {!isFrozen && cover.kind === "covered" && <SetAside cover={cover} incident={file.incident.data} />}
      <WhyPanel
        clock={clocks.find(({ clauseId }) => clauseId === explained)}
        solvedGaps={state.solvedGaps}
        nowMs={nowMs}
        onClose={() => setExplained(undefined)}
      />
    </section>
  );
}

interface LiveClocksProps extends ClocksPanelProps {
  readonly clocks: readonly ClauseClock[];
  readonly mode: PauseMode;
  readonly onWhy: (clauseId: string) => void;
}

function LiveClocks({ file, clocks, mode, verdicts, breaches, onWhy, onAsk }: LiveClocksProps): ReactNode {
  const t = useTexts(cardTexts);
  return (
    <table className="sy-clocks">
      <thead>
        <tr>
          <th scope="col">{t("clause")}</th>
          <th scope="col">{t("due")}</th>
          <th scope="col">{t("standing")}</th>
        </tr>
      </thead>
      <tbody>
        {clocks.map((clock) => (
          <ClockRow
            key={clock.clauseId}
            clock={clock}
            mode={mode}
            file={file}
            verdicts={verdicts}
            breaches={breaches}
            onWhy={() => onWhy(clock.clauseId)}
            onAsk={onAsk}
          />
        ))}
      </tbody>
    </table>
  );
}
