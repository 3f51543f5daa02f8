import { defineTexts } from "../../ui/i18n.ts";

export const quickTexts = defineTexts("quickEntry", {
  label: { zh: "一行报修", en: "Report in one line" },
  placeholder: {
    zh: "一行报修：HIS 门诊收费无法登录 东软 8:30 紧急",
    en: "Report in one line: HIS cannot log in 8:30 urgent",
  },
  help: {
    zh: "回车打开报修单核对；F2 接电话时先记下时间",
    en: "Enter opens the form; F2 notes the time of a call",
  },
  call: { zh: "来电 {{at}}", en: "Call {{at}}" },
  callEnd: { zh: "结束通话计时", en: "End the call" },
  now: { zh: "现在", en: "now" },
  title: { zh: "主题", en: "Title" },
  vendorOfSystem: { zh: "随系统", en: "of the system" },
  titleMissing: { zh: "还没有说是什么故障", en: "What is the fault?" },
  timeOfDayMissing: { zh: "“{{words}}”还差几点几分", en: "“{{words}}” lacks the time of day" },
  inTheFuture: { zh: "{{words}} 还没有到，是昨天吗？", en: "{{words}} is still to come. Yesterday?" },
  ambiguous: { zh: "“{{words}}”有几个：{{names}}", en: "“{{words}}” could be {{names}}" },
  takeDayBefore: { zh: "是 {{at}}", en: "Take {{at}}" },
});
