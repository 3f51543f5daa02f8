import { defineTexts } from "../../../ui/i18n.ts";

export const acceptanceTexts = defineTexts("contractAcceptance", {
  empty: {
    zh: "覆盖的系统还没有登记模块。在系统页面里添加模块后，这里会显示验收状态和处理办法。",
    en: "The systems covered have no modules yet. Add them on the page of a system.",
  },
  noSystems: {
    zh: "合同没有选覆盖系统。请在“修改”里选择。",
    en: "No systems are covered. Choose them under Edit.",
  },
  summary: { zh: "已验收 {{accepted}} / {{all}}", en: "{{accepted}} of {{all}} accepted" },
  module: { zh: "模块", en: "Module" },
  inUse: { zh: "投入使用", en: "In use since" },
  state: { zh: "验收状态", en: "Acceptance" },
  disposition: { zh: "处理", en: "What follows" },
  deadline: { zh: "期限", en: "Deadline" },
  unset: { zh: "未填", en: "Not given" },
  covered: { zh: "已验收，纳入维护", en: "Accepted and covered" },
  notYet: { zh: "未到验收", en: "Not yet due" },
  notYetOn: { zh: "使用满半年：{{date}}", en: "Half a year in use on {{date}}" },
  causeMissing: {
    zh: "已使用满半年未验收，请登记原因",
    en: "Half a year in use: say why it is not accepted",
  },
  acceptNow: {
    zh: "我方尽快验收；正式来函两周后，厂商可停止服务",
    en: "Ours to accept; two weeks after the letter the vendor may stop serving",
  },
  setAside: {
    zh: "已上线的先验收并签服务；未上线的暂搁置",
    en: "Accept what runs and contract for it; the rest is set aside",
  },
  refund: {
    zh: "已上线的先验收并签服务；不能上线的按原合同协商退款",
    en: "Accept what runs; negotiate a refund for what cannot run",
  },
  negotiate: { zh: "双方协商，书面留痕", en: "Negotiate, in writing" },
  noLetter: { zh: "尚未收到督促函", en: "No letter yet" },
  daysLeft: { zh: "{{date}}，还剩 {{days}} 天", en: "{{date}}, {{days}} days left" },
  overdue: { zh: "{{date}}，已过 {{days}} 天", en: "{{date}}, {{days}} days ago" },
  edit: { zh: "修改", en: "Edit" },
  add: { zh: "新建模块", en: "New module" },
});
