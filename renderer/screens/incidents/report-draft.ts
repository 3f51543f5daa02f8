import { create } from "zustand";
import type { QuickEntry } from "../../../shared/commands/quick-entry/types.ts";

/** What the quick entry line hands to the form; `serial` tells one handing-over from the next. */
interface ReportDraft {
  readonly entry: QuickEntry | undefined;
  /** Read off the code of a blank form. */
  readonly printedNumber: string | undefined;
  readonly serial: number;
  readonly hand: (entry: QuickEntry | undefined, printedNumber?: string) => void;
}

export const useReportDraft = create<ReportDraft>()((set) => ({
  entry: undefined,
  printedNumber: undefined,
  serial: 0,
  hand: (entry, printedNumber) => set(({ serial }) => ({ entry, printedNumber, serial: serial + 1 })),
}));
