import { create } from "zustand";
import { persist } from "zustand/middleware";

interface Preferences {
  readonly language: "zh" | "en";
  readonly navCollapsed: boolean;
  readonly setLanguage: (language: "zh" | "en") => void;
  readonly setNavCollapsed: (collapsed: boolean) => void;
}

/** How this user of this machine likes the window. */
export const usePreferences = create<Preferences>()(
  persist(
    (set) => ({
      language: "zh",
      navCollapsed: false,
      setLanguage: (language) => set({ language }),
      setNavCollapsed: (navCollapsed) => set({ navCollapsed }),
    }),
    { name: "shouyue.preferences", version: 1 },
  ),
);
