import type { Choices } from "../lib/fields.ts";

/** How badly the hospital's work is hurt. Order is the order of urgency. */
export const SEVERITIES = {
  critical: {
    zh: "特急",
    en: "Critical",
    importAs: ["一级", "1", "1 - Critical", "1 - High", "严重", "重大", "P1"],
  },
  urgent: { zh: "紧急", en: "Urgent", importAs: ["二级", "2", "2 - High", "高", "High", "P2"] },
  normal: { zh: "一般", en: "Normal", importAs: ["三级", "3", "3 - Moderate", "普通", "中", "Medium", "P3"] },
  low: { zh: "低", en: "Low", importAs: ["四级", "4", "4 - Low", "轻微", "P4", "5", "5 - Planning"] },
} as const satisfies Choices;

export type Severity = keyof typeof SEVERITIES;
