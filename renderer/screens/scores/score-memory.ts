import { create } from "zustand";
import type { Period } from "./periods.ts";

/** What was last asked, so that one comes back from an incident to the same table. */
export interface ScoreAsked {
  readonly period: Period;
  /** Of the free period. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly vendorIds: readonly string[];
  readonly systemId: string | undefined;
  /** Whose clauses are shown below the table. */
  readonly shownVendorId: string | undefined;
}

interface ScoreMemory {
  readonly asked: ScoreAsked;
  readonly ask: (part: Partial<ScoreAsked>) => void;
}

export const useScoreMemory = create<ScoreMemory>()((set) => ({
  asked: {
    ...{ period: "year", from: undefined, to: undefined, vendorIds: [] },
    ...{ systemId: undefined, shownVendorId: undefined },
  },
  ask: (part) => set(({ asked }) => ({ asked: { ...asked, ...part } })),
}));
