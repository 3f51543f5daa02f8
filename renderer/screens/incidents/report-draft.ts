import { create } from "zustand";
import type { QuickEntry } from "../../../shared/commands/quick-entry/types.ts";

/** What the quick entry line hands to the form; `serial` tells one handing-over from the next. */
interface ReportDraft {
  readonly entry: QuickEntry | undefined;
  readonly serial: number;
  readonly hand: (entry: QuickEntry | undefined) => void;
}

export const useReportDraft = create<ReportDraft>()((set) => ({
  entry: undefined,
  serial: 0,
  hand: (entry) => set(({ serial }) => ({ entry, serial: serial + 1 })),
}));
