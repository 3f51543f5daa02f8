import { defineTexts } from "../../../ui/i18n.ts";

export const lettersTexts = defineTexts("contractLetters", {
  title: { zh: "函件", en: "Letters" },
  record: { zh: "登记来函", en: "Record a letter" },
  empty: {
    zh: "没有来函。督促验收的函件两周内不答复，厂商可停止服务，收到后请马上登记。",
    en: "None. A letter that urges acceptance has to be answered within two weeks: record it at once.",
  },
  number: { zh: "登记编号", en: "Our number" },
  subject: { zh: "事由", en: "Subject" },
  theirs: { zh: "来函文号、日期", en: "Their number and date" },
  received: { zh: "收到", en: "Received" },
  answerBy: { zh: "答复期限", en: "Answer by" },
  state: { zh: "状态", en: "State" },
  answer: { zh: "答复", en: "Answer" },
  print: { zh: "打印 F14", en: "Print F14" },
  answerTitle: { zh: "答复：{{subject}}", en: "Answer: {{subject}}" },
  daysLeft: { zh: "还剩 {{days}} 天", en: "{{days}} days left" },
  today: { zh: "今天到期", en: "Due today" },
  overdue: { zh: "逾期 {{days}} 天未答复", en: "{{days}} days overdue" },
  open: { zh: "未答复", en: "Not answered" },
  answered: { zh: "{{date}} 已答复", en: "Answered {{date}}" },
  answeredLate: { zh: "{{date}} 已答复，晚于期限", en: "Answered {{date}}, late" },
  twoWeeks: {
    zh: "不填答复期限时，督促验收按两周计。督促验收自函件日期的次日起算，收到得晚也不顺延；其他函件自收到的次日起算。",
    en: "Without days of its own, a letter that urges acceptance has two weeks. Its days run from the day after its own date, however late it came; those of others from the day after receipt.",
  },
});
