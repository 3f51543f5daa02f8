import { defineTexts } from "../../../ui/i18n.ts";

export const pauseTexts = defineTexts("pauses", {
  title: { zh: "暂停台账", en: "Pauses" },
  reason: { zh: "暂停原因", en: "Reason" },
  askedBy: { zh: "提出方", en: "Asked by" },
  agreement: { zh: "认定", en: "Agreement" },
  agreedBy: { zh: "对方认可人", en: "Agreed by" },
  cap: { zh: "最迟恢复（可不填）", en: "Not beyond (optional)" },
  span: { zh: "起止", en: "From – to" },
  why: { zh: "原因与提出方", en: "Why, and who asked" },
  proof: { zh: "认可人与凭证", en: "Agreed by, proof" },
  capColumn: { zh: "最迟恢复", en: "Not beyond" },
  ongoing: { zh: "{{from}} 起，仍在暂停", en: "since {{from}}, still paused" },
  fromTo: { zh: "{{from}} 至 {{to}}", en: "{{from}} – {{to}}" },
  noReason: { zh: "未写原因", en: "No reason given" },
  asked: { zh: "{{who}}提出", en: "asked by {{who}}" },
  hold: { zh: "认定…", en: "Hold…" },
  holdTitle: { zh: "暂停认定：{{from}} 起的暂停", en: "The pause from {{from}}" },
  holdHint: {
    zh: "现为“{{agreement}}”。原来的暂停记录不改，另记一笔认定。",
    en: "Now: {{agreement}}. The pause's own line stays; this is another line.",
  },
  holdReason: { zh: "理由", en: "Reason" },
  noSuchPause: {
    zh: "这段暂停已不在经过里，请关闭后再看",
    en: "That pause is gone; close this and look again",
  },
  sameAsBefore: { zh: "与现在的认定相同", en: "The same as now" },
  agreementUnproven: {
    zh: "双方认定要写明对方认可人，或填上凭证",
    en: "Agreed by both needs the name of who agreed, or a proof",
  },
  reasonMissing: { zh: "请写明理由", en: "Give a reason" },
  mode: { zh: "暂停扣除口径", en: "Whose pauses are deducted" },
  readings: { zh: "三种口径", en: "Three readings" },
  reading: { zh: "口径", en: "Reading" },
  readingDue: { zh: "应完成", en: "Due" },
  readingResult: { zh: "结论", en: "Result" },
  modeNote: {
    zh: "以上逐段说明为“仅按医院认定”的算法。",
    en: "The stretches above are those that the hospital holds.",
  },
});
