import { defineTexts } from "../../ui/i18n.ts";

export const timelineTexts = defineTexts("timeline", {
  comma: { zh: "，", en: ", " },
  severity: { zh: "改为“{{severity}}”", en: "Now {{severity}}" },
  adjudicated: { zh: "“{{event}}”以 {{at}} 为准", en: "{{event}} is held to be {{at}}" },
  pauseAgreed: { zh: "{{from}} 起的暂停：{{agreement}}", en: "The pause from {{from}}: {{agreement}}" },
  asked: { zh: "{{who}}提出", en: "asked by {{who}}" },
  agreedBy: { zh: "认可人 {{name}}", en: "agreed by {{name}}" },
  cap: { zh: "最迟 {{at}} 恢复", en: "not beyond {{at}}" },
  notTaken: { zh: "未采信", en: "Set aside" },
});
