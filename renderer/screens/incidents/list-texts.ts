import { defineTexts } from "../../ui/i18n.ts";

export const listTexts = defineTexts("incidents", {
  title: { zh: "故障", en: "Incidents" },
  list: { zh: "故障清单", en: "Incident list" },
  search: { zh: "搜索编号、主题、系统、厂商、科室（可用拼音首字母）", en: "Search" },
  searchLabel: { zh: "搜索故障", en: "Search incidents" },
  status: { zh: "状态", en: "Status" },
  reportedAt: { zh: "报修时间", en: "Reported" },
  respondedAt: { zh: "响应时间", en: "Responded" },
  resolvedAt: { zh: "解决时间", en: "Resolved" },
  all: { zh: "全部", en: "All" },
  open: { zh: "未结束", en: "Open" },
  done: { zh: "已结束", en: "Done" },
  showing: { zh: "显示哪些故障", en: "Which incidents" },
  from: { zh: "报修日期从", en: "Reported from" },
  to: { zh: "报修日期到", en: "Reported until" },
  dates: { zh: "报修日期", en: "Reported" },
  datesOn: { zh: "报修日期 {{from}} 至 {{to}}", en: "Reported {{from}} – {{to}}" },
  datesClear: { zh: "不限日期", en: "Any date" },
  anyDate: { zh: "不限", en: "any" },
  report: { zh: "报修", en: "Report a fault" },
  import: { zh: "导入旧台账", en: "Import an old ledger" },
  clear: { zh: "清除搜索和筛选", en: "Clear search and filters" },
  emptyAsked: {
    zh: "没有符合条件的故障，请放宽搜索或清除筛选。",
    en: "Nothing matches. Search for less, or clear the filters.",
  },
  emptyAll: {
    zh: "还没有故障记录。可以先导入科室原有的故障台账，也可以直接报修。",
    en: "No incidents yet. Import the office's old ledger, or report a fault.",
  },
});
