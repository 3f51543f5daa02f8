import { create } from "zustand";
import { persist } from "zustand/middleware";

/** What a user made of a grid's columns. Keys that no longer exist do no harm. */
export interface ColumnLayout {
  readonly order: readonly string[];
  readonly shown: Readonly<Record<string, boolean>>;
  readonly widths: Readonly<Record<string, number>>;
}

interface ColumnLayouts {
  readonly layouts: Readonly<Record<string, ColumnLayout>>;
  readonly change: (grid: string, patch: Partial<ColumnLayout>) => void;
  readonly reset: (grid: string) => void;
}

export const PLAIN_LAYOUT: ColumnLayout = { order: [], shown: {}, widths: {} };

/** Column widths, order and choice of every grid, kept for this user of this machine. */
export const useColumnLayouts = create<ColumnLayouts>()(
  persist(
    (set) => ({
      layouts: {},
      change: (grid, patch) =>
        set(({ layouts }) => ({
          layouts: { ...layouts, [grid]: { ...(layouts[grid] ?? PLAIN_LAYOUT), ...patch } },
        })),
      reset: (grid) => set(({ layouts }) => ({ layouts: { ...layouts, [grid]: PLAIN_LAYOUT } })),
    }),
    { name: "shouyue.columns", version: 1 },
  ),
);
