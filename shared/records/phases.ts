import type { Choices } from "../lib/fields.ts";

/** Where a system stands between contract and end of life; clauses may hold in one phase only (checklist W22). */
export const PHASES = {
  implementation: { zh: "实施期", en: "Implementation" },
  trial: { zh: "试运行", en: "Trial run" },
  maintenance: { zh: "维护期", en: "Maintenance" },
  retired: { zh: "已停用", en: "Retired" },
} as const satisfies Choices;
