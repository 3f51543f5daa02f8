import i18next from "i18next";
import { useCallback, useSyncExternalStore } from "react";
import { initReactI18next, useTranslation } from "react-i18next";
import type { Label } from "../../shared/lib/define-record.ts";

export type Language = "zh" | "en";

void i18next.use(initReactI18next).init({
  lng: "zh",
  fallbackLng: "zh",
  resources: {},
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
});

export interface Texts<K extends string> {
  readonly namespace: string;
  readonly keys: Readonly<Record<K, Label>>;
}

/**
 * The words of one screen, each in both languages side by side, so that neither set can lack a key.
 * `{{name}}` stands for a value given at the call.
 */
export function defineTexts<K extends string>(namespace: string, keys: Readonly<Record<K, Label>>): Texts<K> {
  for (const language of ["zh", "en"] as const) {
    const words = Object.fromEntries(
      Object.entries<Label>(keys).map(([key, label]) => [key, label[language]]),
    );
    i18next.addResourceBundle(language, namespace, words);
  }
  return { namespace, keys };
}

export type Translate<K extends string> = (
  key: K,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** The words of a screen in the language the user has chosen; redraws when it changes. */
export function useTexts<K extends string>(texts: Texts<K>): Translate<K> {
  const { t } = useTranslation(texts.namespace);
  // Our keys are checked by `Texts<K>`; i18next's own checking needs one global list of them.
  const translate = t as (key: string, values: object) => string;
  // The same function until the language changes: columns and rows that are kept by it stay drawn.
  return useCallback((key, values) => translate(key, values ?? {}), [translate]);
}

/** Light enough for every cell of a long list. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, currentLanguage);
}

/** A label of a record, a field or a code in the chosen language. */
export function useLabel(): (label: Label) => string {
  const language = useLanguage();
  return useCallback((label) => label[language], [language]);
}

function currentLanguage(): Language {
  return i18next.language === "en" ? "en" : "zh";
}

function onLanguage(changed: () => void): () => void {
  i18next.on("languageChanged", changed);
  return () => i18next.off("languageChanged", changed);
}

export function setLanguage(language: Language): void {
  void i18next.changeLanguage(language);
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
}
