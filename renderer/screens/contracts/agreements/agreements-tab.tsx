import type { ReactNode } from "react";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import type { ContractFile } from "../contract-file.ts";
import { AgreementsPanel } from "./agreements-panel.tsx";
import { LettersPanel } from "./letters-panel.tsx";

interface AgreementsTabProps {
  readonly file: ContractFile;
  readonly today: CalendarDate;
}

/** What is agreed beside the contract, and the letters that set deadlines. */
export function AgreementsTab({ file, today }: AgreementsTabProps): ReactNode {
  return (
    <>
      <AgreementsPanel file={file} today={today} />
      <LettersPanel file={file} today={today} />
    </>
  );
}
