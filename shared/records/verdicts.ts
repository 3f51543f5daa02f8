import type { Choices } from "../lib/fields.ts";

/** What a clock comes to. `range`: two accounts of one time are not adjudicated, and they differ in the result. */
export const VERDICTS = {
  met: { zh: "达标", en: "Met" },
  breached: { zh: "超时", en: "Breached" },
  running: { zh: "计时中", en: "Running" },
  range: { zh: "待裁定", en: "To be adjudicated" },
  unknown: { zh: "无法计算", en: "Cannot be computed" },
} as const satisfies Choices;

export type VerdictCode = keyof typeof VERDICTS;
