import { usePreferences } from "../state/preferences.ts";
import { setLanguage } from "../ui/i18n.ts";

/** The language chosen last, now and whenever it is switched. */
export function keepLanguage(): void {
  setLanguage(usePreferences.getState().language);
  usePreferences.subscribe((now, before) => {
    if (now.language !== before.language) setLanguage(now.language);
  });
}
