import { defineTexts } from "../i18n.ts";

export const gridTexts = defineTexts("grid", {
  rows: { zh: "共 {{count}} 条", en: "{{count}} rows" },
  rowsOf: { zh: "{{count}} 条（全部 {{total}} 条）", en: "{{count}} of {{total}} rows" },
  selected: { zh: "已选 {{count}} 格", en: "{{count}} cells selected" },
  sum: { zh: "合计 {{sum}}", en: "Sum {{sum}}" },
  columns: { zh: "列设置", en: "Columns" },
  columnsHelp: {
    zh: "勾选要显示的列，用箭头调整顺序",
    en: "Tick the columns to show; arrows change their order",
  },
  left: { zh: "{{name}} 前移", en: "Move {{name}} forward" },
  right: { zh: "{{name}} 后移", en: "Move {{name}} back" },
  reset: { zh: "恢复默认", en: "Reset" },
  filter: { zh: "筛选 {{name}}", en: "Filter {{name}}" },
  filterOn: { zh: "筛选 {{name}}（已启用）", en: "Filter {{name}} (on)" },
  filterFind: { zh: "在列值中查找", en: "Find a value" },
  clear: { zh: "清除筛选", en: "Clear" },
  blank: { zh: "（空白）", en: "(blank)" },
  noValues: { zh: "没有可筛选的值", en: "No values" },
  empty: { zh: "没有记录", en: "No records" },
  loading: { zh: "正在读取…", en: "Reading…" },
  copied: { zh: "已复制 {{count}} 格", en: "{{count}} cells copied" },
  copyFailed: {
    zh: "没能复制，请缩小选区后再按 Ctrl+C",
    en: "Not copied. Select less and press Ctrl+C again",
  },
  capped: {
    zh: "只显示前 {{count}} 条，请用搜索或筛选缩小范围",
    en: "Only the first {{count}} rows are shown: search or filter to see fewer",
  },
  hint: {
    zh: "双击或回车打开；Shift+方向键选择；Ctrl+C 复制，Ctrl+Shift+C 连同表头复制",
    en: "Double click or Enter opens; Shift+arrows select; Ctrl+C copies, Ctrl+Shift+C with headings",
  },
});
