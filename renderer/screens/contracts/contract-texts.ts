import { defineTexts } from "../../ui/i18n.ts";

export const contractTexts = defineTexts("contractPage", {
  reading: { zh: "正在读取……", en: "Reading…" },
  back: { zh: "合同", en: "Contracts" },
  edit: { zh: "修改", en: "Edit" },
  print: { zh: "打印", en: "Print" },
  remove: { zh: "删除", en: "Delete" },
  more: { zh: "更多", en: "More" },
  inForce: { zh: "生效中", en: "In force" },
  future: { zh: "未开始", en: "Not yet begun" },
  gap: { zh: "合同空窗", en: "Contract gap" },
  ended: { zh: "已到期", en: "Ended" },
  terminated: { zh: "已终止", en: "Terminated" },
  bestEffort: { zh: "不保证时间", en: "Best effort" },
  dates: { zh: "{{from}} 至 {{to}}", en: "{{from}} to {{to}}" },
  daysLeft: { zh: "还剩 {{days}} 天", en: "{{days}} days left" },
  lastDay: { zh: "今天是最后一天", en: "Last day today" },
  daysAway: { zh: "{{days}} 天后开始", en: "Begins in {{days}} days" },
  endedOn: { zh: "{{date}} 结束", en: "Ended on {{date}}" },
  until: { zh: "连续至 {{date}}", en: "Unbroken to {{date}}" },
  noticeBy: { zh: "续约通知最迟 {{date}}", en: "Notice of renewal by {{date}}" },
  noticeMissed: {
    zh: "续约通知最迟 {{date}}，已过 {{days}} 天",
    en: "Notice of renewal was due {{date}}, {{days}} days ago",
  },
  amount: { zh: "合同金额 ¥{{amount}}", en: "Amount ¥{{amount}}" },
  noVendor: { zh: "厂商未知", en: "Vendor unknown" },
});
