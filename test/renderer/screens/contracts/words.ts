import type { Texts, Translate } from "../../../../renderer/ui/i18n.ts";

/** The Chinese words of a screen, without the machinery that chooses a language. */
export function inChinese<K extends string>(texts: Texts<K>): Translate<K> {
  return (key, values = {}) =>
    texts.keys[key].zh.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ""));
}
