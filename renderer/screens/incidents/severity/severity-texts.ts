import { defineTexts } from "../../../ui/i18n.ts";

export const severityTexts = defineTexts("severityChange", {
  change: { zh: "变更紧急程度…", en: "Change the severity…" },
  title: { zh: "变更紧急程度：{{number}}", en: "Change the severity: {{number}}" },
  intro: {
    zh: "现为“{{severity}}”。报修时填错的，请用“修改”更正。",
    en: "Now {{severity}}. What was typed wrongly from the start is corrected with “Edit”.",
  },
  none: { zh: "未定", en: "none" },
  preview: { zh: "时限变动预览", en: "What moves" },
  clause: { zh: "条款", en: "Clause" },
  before: { zh: "变更前应完成", en: "Due before" },
  after: { zh: "变更后应完成", en: "Due after" },
  notHeld: { zh: "不适用", en: "does not hold" },
  paused: { zh: "暂停中", en: "paused" },
  unchanged: { zh: "各条款的应完成时间不变。", en: "No due time moves." },
  silent: { zh: "已超时的阶段不再提醒：", en: "Stages already past will not ring:" },
  silentOne: { zh: "{{clause}} 已过 {{percent}}%（{{at}}）", en: "{{clause}} passed {{percent}} % ({{at}})" },
  notATime: { zh: "这不是一个时间，请写成 2026-1-4 8:30", en: "Not a time. Write 2026-1-4 8:30" },
  inTheFuture: { zh: "这个时间还没有到，请核对", en: "That time is still to come. Check it" },
  sameAsBefore: { zh: "那时已经是这个紧急程度", en: "It was that already" },
  beforeReport: { zh: "早于报修时间 {{at}}", en: "Before it was reported at {{at}}" },
  alreadyResolved: {
    zh: "已于 {{at}} 解决，不再变更紧急程度",
    en: "Solved at {{at}}; its severity changes no more",
  },
  reasonMissing: { zh: "请写明变更理由", en: "Give the reason" },
});
