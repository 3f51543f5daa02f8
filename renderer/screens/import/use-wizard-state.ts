import { useStore } from "zustand";
import type { WizardState } from "./wizard-state.ts";
import type { Wizard } from "./wizard.ts";

export function useWizardState(wizard: Wizard): WizardState {
  return useStore(wizard);
}
