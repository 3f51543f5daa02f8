import { defineTexts } from "../../../ui/i18n.ts";

export const verdictTexts = defineTexts("verdicts", {
  comma: { zh: "，", en: ", " },
  result: { zh: "认定结果", en: "Result" },
  met: { zh: "达标，用时 {{time}}", en: "Met, took {{time}}" },
  breached: { zh: "超时 {{time}}", en: "{{time}} late" },
  withdrawn: { zh: "此版条款不再适用", en: "This version holds no more" },
  frozen: { zh: "{{cause}} {{at}}", en: "{{cause}} {{at}}" },
  by: { zh: "经手 {{name}}", en: "by {{name}}" },
  reason: { zh: "理由：{{reason}}", en: "Reason: {{reason}}" },
  dueUnknown: { zh: "—", en: "—" },
  differ: {
    zh: "按现行条款、日历和经过计算，结果不同：{{clauses}}。冻结的结果不会自动改变。",
    en: "Computed today the result would differ: {{clauses}}. What was frozen does not change by itself.",
  },
  reEvaluate: { zh: "重新评定…", en: "Evaluate again…" },
  reTitle: { zh: "重新评定：{{number}}", en: "Evaluate again: {{number}}" },
  reIntro: {
    zh: "保存后，以下条款另记一份认定结果；原结果保留备查。",
    en: "Each clause below gets a second result; the first is kept.",
  },
  clause: { zh: "条款", en: "Clause" },
  before: { zh: "原结果", en: "Frozen" },
  after: { zh: "现在计算", en: "Computed now" },
  none: { zh: "无", en: "none" },
  due: { zh: "应完成 {{at}}", en: "due {{at}}" },
  reasonMissing: { zh: "请写明重新评定的理由", en: "Give the reason" },
  deciderMissing: { zh: "请写明由谁评定", en: "Say who evaluates" },
  nothingChanged: { zh: "结果没有变化，不需要重新评定", en: "Nothing differs: there is nothing to evaluate" },
  insecurePage: {
    zh: "本页不是安全连接，算不出认定结果的校验值，因此没有保存。请在本机打开，或用 https 打开后再试。",
    en: "This page is not secure and cannot digest what a result rests on, so nothing was saved. Open it on this machine or by https.",
  },
  earlier: { zh: "历次结果（{{count}}）", en: "Earlier results ({{count}})" },
  readings: {
    zh: "{{both}}：{{bothResult}}；{{all}}：{{allResult}}",
    en: "{{both}}: {{bothResult}}; {{all}}: {{allResult}}",
  },
});
