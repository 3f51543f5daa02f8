import type { Choices } from "../lib/fields.ts";

/** Why a clock stood still. */
export const PAUSE_REASONS = {
  awaitingUs: { zh: "等待我方确认", en: "Awaiting our confirmation" },
  awaitingWindow: { zh: "等待停机窗口", en: "Awaiting a maintenance window" },
  awaitingParts: { zh: "等待备件", en: "Awaiting parts" },
  awaitingThirdParty: { zh: "等待第三方", en: "Awaiting a third party" },
  forceMajeure: { zh: "不可抗力", en: "Force majeure" },
  other: { zh: "其他原因", en: "Other" },
} as const satisfies Choices;

/** Which side holds that a pause counts (the two-sided pause ledger). */
export const AGREEMENTS = {
  both: { zh: "双方认定", en: "Agreed by both" },
  hospital: { zh: "仅医院认定", en: "Held by the hospital" },
  vendor: { zh: "仅厂商主张", en: "Claimed by the vendor" },
} as const satisfies Choices;

export type Agreement = keyof typeof AGREEMENTS;

export const PARTIES = {
  vendor: { zh: "厂商", en: "Vendor" },
  hospital: { zh: "我方", en: "Us" },
} as const satisfies Choices;
