import type { ReactNode } from "react";
import type { Stored } from "../../../shared/records/index.ts";
import { BreachDialog } from "./breaches/breach-dialog.tsx";
import { BreachStepDialog } from "./breaches/breach-step-dialog.tsx";
import type { CardAsk } from "./card-ask.ts";
import { AdjudicateDialog } from "./contests/adjudicate-dialog.tsx";
import { ContractDialog } from "./dispatch/contract-dialog.tsx";
import { EventDialog } from "./event-dialog.tsx";
import { IncidentEdit } from "./incident-edit.tsx";
import type { IncidentFile } from "./incident-file.ts";
import { HoldPauseDialog } from "./pauses/hold-pause-dialog.tsx";
import { SeverityDialog } from "./severity/severity-dialog.tsx";
import { ReEvaluateDialog } from "./verdicts/re-evaluate-dialog.tsx";

interface CardDialogsProps {
  readonly ask: CardAsk;
  readonly file: IncidentFile;
  readonly verdicts: readonly Stored<"verdict">[];
  readonly onClose: () => void;
}

/** The one dialog that the card has open. */
export function CardDialogs({ ask, file, verdicts, onClose }: CardDialogsProps): ReactNode {
  const { incident, lines, state } = file;
  switch (ask.kind) {
    case "event":
      return <EventDialog incident={incident} events={lines} kind={ask.event} onClose={onClose} />;
    case "edit":
      return <IncidentEdit incident={incident} reportedAt={state.reportedAt} onClose={onClose} />;
    case "severity":
      return <SeverityDialog file={file} onClose={onClose} />;
    case "holdPause":
      return <HoldPauseDialog file={file} pause={ask.pause} onClose={onClose} />;
    case "adjudicate":
      return <AdjudicateDialog file={file} about={ask.about} at={ask.at} onClose={onClose} />;
    case "reEvaluate":
      return <ReEvaluateDialog file={file} verdicts={verdicts} onClose={onClose} />;
    case "order":
    case "quote":
      return <ContractDialog verb={ask.kind} contractId={ask.contractId} file={file} onClose={onClose} />;
    case "breach":
      return <BreachDialog file={file} clock={ask.clock} onClose={onClose} />;
    case "breachStep":
      return <BreachStepDialog breach={ask.breach} step={ask.step} onClose={onClose} />;
  }
}
