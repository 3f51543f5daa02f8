import { defineTexts } from "../../../ui/i18n.ts";

export const termTexts = defineTexts("contractTerm", {
  renew: { zh: "续约", en: "Renew" },
  extend: { zh: "延期", en: "Extend" },
  terminate: { zh: "提前终止", en: "End early" },
  renewHint: {
    zh: "新签一期，两个日期都按签署文件填写。上一期到 {{date}} 结束。",
    en: "A new term with its own two dates, as signed. The one before ends on {{date}}.",
  },
  extendHint: {
    zh: "在 {{date}} 之后接着延长，次日起算。",
    en: "Goes on after {{date}}, from the day after.",
  },
  terminateHint: {
    zh: "合同原定到 {{date}} 结束。终止日期是最后一个有效日，此后时限停计，记为合同空窗。",
    en: "Agreed until {{date}}. The day given is the last in force; clocks are off after it.",
  },
  proposal: {
    zh: "按合同费率计算：系统总价 ¥{{price}} × {{permille}}‰ = 每年 ¥{{fee}}，已填入，可改。",
    en: "By the contract's rate: ¥{{price}} × {{permille}}‰ = ¥{{fee}} a year; filled in, may be changed.",
  },
  sameAsBefore: {
    zh: "金额按上一期填入，可改。",
    en: "The amount is that of the term before; may be changed.",
  },
  gap: {
    zh: "注意：与上一期之间空 {{days}} 天，这些天没有合同，时限不计。",
    en: "Mind: {{days}} days without a contract in between; no clocks run then.",
  },
  rise: { zh: "比上一期 {{sign}}{{percent}}%", en: "{{sign}}{{percent}}% against the term before" },
});
