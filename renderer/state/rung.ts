import { create } from "zustand";
import { persist } from "zustand/middleware";

interface Rung {
  /** Keys of alerts that this desk was shown on its desktop already. */
  readonly keys: readonly string[];
  readonly remember: (keys: readonly string[]) => void;
}

/** Each alert rings once a desk; the inbox is the record, a toast only a copy. */
export const useRung = create<Rung>()(
  persist(
    (set) => ({
      keys: [],
      remember: (keys) => set({ keys }),
    }),
    { name: "shouyue.rung", version: 1 },
  ),
);
