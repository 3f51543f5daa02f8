import { create } from "zustand";
import type { FailureCode } from "../../shared/desktop/failure.ts";

/** What is known of the copy outside the browser's storage; `renderer/db/journal.ts` explains the fields. */
interface ShownSecondCopy {
  /** `none`: a browser keeps none. */
  readonly state: "none" | "ok" | "catchingUp" | "behind";
  readonly failure?: FailureCode;
  readonly restored?: { readonly changes: number; readonly everything: boolean };
  readonly damaged: number;
}

export const useSecondCopy = create<ShownSecondCopy>()(() => ({ state: "none", damaged: 0 }));
