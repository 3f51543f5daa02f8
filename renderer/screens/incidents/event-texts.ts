import { defineTexts } from "../../ui/i18n.ts";

export const eventTexts = defineTexts("incidentEvent", {
  title: { zh: "记一笔", en: "Add to the timeline" },
  titleKind: { zh: "记一笔：{{kind}}", en: "Add: {{kind}}" },
  kind: { zh: "发生了什么", en: "What happened" },
  at: { zh: "发生时间", en: "When it happened" },
  by: { zh: "经手人", en: "By whom" },
  signer: { zh: "签字人", en: "Signed by" },
  channel: { zh: "方式", en: "Channel" },
  proof: { zh: "凭证（录音、传真号、服务单号等）", en: "Proof (recording, fax, report number)" },
  note: { zh: "说明", en: "Note" },
  save: { zh: "保存（Ctrl+Enter）", en: "Save (Ctrl+Enter)" },
  cancel: { zh: "取消", en: "Cancel" },
  step: { zh: "{{kind}}：{{number}}", en: "{{kind}}: {{number}}" },
  saved: { zh: "已记录：{{kind}} {{at}}", en: "Recorded: {{kind}} {{at}}" },
  atMissing: { zh: "请填写发生时间，例如 8:30 或 昨天 17:20", en: "Say when, as 8:30" },
  notATime: { zh: "这不是一个时间，请写成 2026-1-4 8:30", en: "Not a time. Write 2026-1-4 8:30" },
  inTheFuture: {
    zh: "这个时间还没有到。请核对，或先等它发生再记。",
    en: "That time is still to come. Check it.",
  },
  tooLong: { zh: "经手人或凭证太长，请把多出的内容写到说明里", en: "Too long; put the rest into the note" },
  beforeReport: {
    zh: "早于报修时间 {{at}}。若报修其实更早，请先补记一笔“报修”。",
    en: "Before it was reported at {{at}}. If the report was earlier, add that first.",
  },
  noteMissing: { zh: "请写下要记录的内容", en: "Write what is to be noted" },
  alreadyPaused: {
    zh: "从 {{at}} 起已在暂停中，请先记“恢复计时”。",
    en: "Already paused since {{at}}. Resume first.",
  },
  agreementUnproven: {
    zh: "双方认定的暂停要写明对方认可人，或填上凭证",
    en: "A pause agreed by both needs the name of who agreed, or a proof",
  },
  capBeforePause: {
    zh: "“最迟恢复”要晚于暂停开始的时间",
    en: "“Not beyond” must be later than the start of the pause",
  },
  notPaused: {
    zh: "那时没有在暂停，不用恢复。若要补记，请先记“暂停计时”。",
    en: "It was not paused then. Add the pause first.",
  },
  alreadyResolved: {
    zh: "已于 {{at}} 解决。若又出现，请先记“重新打开”。",
    en: "Already solved at {{at}}. If it came back, reopen it first.",
  },
  notResolved: {
    zh: "还没有解决，请先记“解决”。",
    en: "It is not solved yet. Add the solution first.",
  },
  alreadySigned: {
    zh: "已于 {{at}} 签字关闭。若又出现，请记“重新打开”。",
    en: "Signed at {{at}}. If it came back, reopen it.",
  },
  signerMissing: {
    zh: "请填写签字人。没有确认人，故障不能关闭；不认可处理结果请记“拒签”。",
    en: "Say who signed. Nothing is closed without a name.",
  },
  tooLateToReopen: {
    zh: "已于 {{at}} 解决，超过 {{days}} 天不能重新打开，请新报修一条。",
    en: "Solved at {{at}}, more than {{days}} days ago. Report a new incident.",
  },
});
