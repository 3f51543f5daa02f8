import type { Label } from "../lib/define-record.ts";
import type { ProblemKind } from "./types.ts";

/** What is wrong with a cell, in words for a report and for the returned file. */
export const PROBLEM_WORDS: Readonly<Record<ProblemKind, Label>> = {
  badDate: { zh: "日期无法识别", en: "Not a date" },
  yearMissing: { zh: "日期缺少年份", en: "Date without a year" },
  twoDigitYear: { zh: "年份只有两位", en: "Year of two figures" },
  ambiguousDate: { zh: "日、月顺序无法确定，请核对", en: "Order of day and month is not certain" },
  badNumber: { zh: "数字无法识别", en: "Not a number" },
  badFlag: { zh: "不是“是/否”", en: "Neither yes nor no" },
  unknownCode: { zh: "代码未知", en: "Unknown code" },
  errorValue: { zh: "单元格是错误值", en: "Cell holds an error" },
  tooLong: { zh: "内容过长", en: "Too long" },
  missing: { zh: "必填项为空", en: "Required and empty" },
  totalRow: { zh: "合计行，不是记录", en: "A line of totals, no record" },
  nearDuplicate: { zh: "与另一行主题和时间相同，可能重复", en: "Same title and time as another row" },
  differs: { zh: "同一编号的内容不一致", en: "Differs from another row of the same number" },
  futureDate: { zh: "时间在今天之后", en: "Later than today" },
  outOfOrder: { zh: "解决时间早于报修时间", en: "Resolved before it was reported" },
};
