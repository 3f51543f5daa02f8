import type { Choices } from "../lib/fields.ts";

/** How word reached the vendor, or us. In an office without internet these are all first-class. */
export const CHANNELS = {
  phone: { zh: "电话", en: "Telephone", importAs: ["Phone", "来电"] },
  fax: { zh: "传真", en: "Fax" },
  inPerson: { zh: "当面", en: "In person", importAs: ["现场", "Direct opening", "Walk-in"] },
  message: { zh: "即时消息", en: "Message", importAs: ["微信", "企业微信", "钉钉", "QQ", "IVR"] },
  email: { zh: "电子邮件", en: "Email", importAs: ["邮件", "Email"] },
  portal: { zh: "网站", en: "Portal", importAs: ["Self service", "Web", "网上"] },
  paper: { zh: "书面", en: "Paper", importAs: ["信函"] },
} as const satisfies Choices;
