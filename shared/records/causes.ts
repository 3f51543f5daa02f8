import type { Choices } from "../lib/fields.ts";

/** What a fault came from. The contract says of each who pays (checklist C15, C16). */
export const CAUSES = {
  defect: { zh: "产品缺陷", en: "Defect of the product" },
  mishandling: { zh: "厂商操作不当", en: "Mishandled by the vendor" },
  humanDamage: { zh: "人为损坏", en: "Damage by people" },
  misuse: { zh: "操作失误", en: "Wrong operation" },
  forceMajeure: { zh: "不可抗力", en: "Force majeure" },
  environment: { zh: "环境原因", en: "Environment" },
  thirdParty: { zh: "第三方附件", en: "Third-party attachment" },
  consumable: { zh: "耗材易损件", en: "Consumable" },
  virus: { zh: "病毒或入侵", en: "Virus or intrusion" },
  unknown: { zh: "待查", en: "Not yet known" },
} as const satisfies Choices;

export type Cause = keyof typeof CAUSES;
