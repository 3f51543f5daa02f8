import { defineTexts } from "../../../ui/i18n.ts";

export const adviceTexts = defineTexts("levelAdvice", {
  ask: { zh: "帮我选等级…", en: "Which level?" },
  title: { zh: "选择年服务等级", en: "Which yearly level" },
  hint: {
    zh: "按医院规模、本院技术力量、人员素质、距离和财力推算，供参考；最终由医院决定。",
    en: "From size, our own technicians, users, distance and money; the hospital decides.",
  },
  choose: { zh: "按此签约", en: "Sign this one" },
  advice: { zh: "建议：{{level}}", en: "Advice: {{level}}" },
  beyond: { zh: "预算不够任何一级年服务，建议按次", en: "No level fits the budget: by the visit" },
  because: { zh: "主要因为：{{reasons}}。", en: "Because of: {{reasons}}. " },
  noReason: { zh: "没有特别需要更高等级的理由。", en: "Nothing asks for a higher level. " },
  wanted: { zh: "若有预算，宜选{{level}}。", en: "With the money, {{level}} would suit." },
  comma: { zh: "、", en: ", " },
  grade: { zh: "医院等级高、责任大", en: "the hospital's grade" },
  technicians: { zh: "本院技术力量不足", en: "too few technicians of our own" },
  staff: { zh: "操作问题多", en: "many wrong operations" },
  region: { zh: "离厂商远", en: "the distance" },
  budget: { zh: "预算有限", en: "the budget" },
});
