import { defineTexts } from "../../ui/i18n.ts";

export const reportTexts = defineTexts("report", {
  title: { zh: "报修", en: "Report a fault" },
  main: { zh: "故障", en: "The fault" },
  more: { zh: "补充（可以不填，之后在卡片上再补）", en: "More (may be added later on the card)" },
  save: { zh: "保存（Ctrl+Enter）", en: "Save (Ctrl+Enter)" },
  saveAndFax: { zh: "保存并打印传真 F04", en: "Save and print fax F04" },
  cancel: { zh: "取消", en: "Cancel" },
  printedNumber: { zh: "已有编号（预印空白单）", en: "Number of a pre-printed blank" },
  printedNumberHelp: {
    zh: "断网时手写的报修单，补录时填它的编号，不再另编。",
    en: "Keeping in a sheet filled by hand? Its number is kept, and no new one is taken.",
  },
  saved: { zh: "已报修：{{number}}", en: "Reported: {{number}}" },
  fixFirst: { zh: "还有 {{count}} 处要改，已标红", en: "{{count}} fields need your attention" },
  similar: { zh: "同一系统未结束的故障", en: "Open incidents of the same system" },
  similarHelp: {
    zh: "如果说的是同一件事，请打开它记一笔，不必再报一条。",
    en: "If it is the same, open it and add to its timeline instead.",
  },
  promises: { zh: "保存后按合同计时", en: "What will be clocked" },
  promisesHelp: {
    zh: "选好系统、厂商和报修时间后，这里显示应完成时间。",
    en: "Name the system, the vendor and the time of report to see what is due when.",
  },
  privacy: {
    zh: "看起来写有患者信息（{{found}}）。传真会原样发出，请核对，能不写就不写。",
    en: "This looks like patient data ({{found}}). It would go out by fax; please check.",
  },
});
