import { defineTexts } from "../../../ui/i18n.ts";

export const contestTexts = defineTexts("contests", {
  comma: { zh: "，", en: ", " },
  contest: {
    zh: "“{{event}}”有 {{count}} 处记录，时间不一致",
    en: "“{{event}}” is told in {{count}} ways",
  },
  untilThen: {
    zh: "裁定之前按最早的一处计时，时限结论可能待定。",
    en: "Until somebody decides, the earliest counts, and a result may stay open.",
  },
  adjudicate: { zh: "裁定…", en: "Adjudicate…" },
  correct: { zh: "更正时间…", en: "Correct the time…" },
  title: { zh: "裁定“{{event}}”的时间", en: "Decide when: {{event}}" },
  intro: {
    zh: "各处记录都保留在经过里，只按裁定的时间计时。",
    en: "Every account stays on the timeline; clocks go by what is decided.",
  },
  recorded: { zh: "录入 {{at}}", en: "recorded {{at}}" },
  author: { zh: "录入人 {{name}}", en: "by {{name}}" },
  desk: { zh: "工作站 {{desk}}", en: "desk {{desk}}" },
  notATime: { zh: "这不是一个时间，请写成 2026-1-4 8:30", en: "Not a time. Write 2026-1-4 8:30" },
  inTheFuture: { zh: "这个时间还没有到，请核对", en: "That time is still to come. Check it" },
  neverTold: { zh: "经过里还没有这一步，请先记一笔", en: "The timeline lacks this step; add it first" },
  beforeReport: { zh: "早于报修时间 {{at}}", en: "Before it was reported at {{at}}" },
  reasonMissing: { zh: "请写明裁定理由", en: "Give the reason" },
  deciderMissing: { zh: "请写明裁定人", en: "Say who decided" },
  otherMissing: { zh: "选“另定时间”时要填写时间", en: "“Another time” needs the time" },
  otherUnused: {
    zh: "填了另定时间，却选了一处记录：请清空时间，或改选“另定时间”",
    en: "A time is typed and an account chosen: clear the time, or choose “Another time”",
  },
});
