import { create } from "zustand";
import { persist } from "zustand/middleware";

interface BackupMemory {
  /** When the last backup was made here, as an instant, and under which name. */
  readonly madeAt: string | undefined;
  readonly name: string;
  readonly made: (madeAt: string, name: string) => void;
}

export const useBackupMemory = create<BackupMemory>()(
  persist((set) => ({ madeAt: undefined, name: "", made: (madeAt, name) => set({ madeAt, name }) }), {
    name: "shouyue.backup",
    version: 1,
  }),
);
