import { PROBLEM_WORDS } from "../../../shared/import/problem-words.ts";
import type { Label } from "../../../shared/lib/define-record.ts";
import type { CheckProblem } from "./engine-protocol.ts";

/** What is wrong with a cell and, where the wizard itself can help, what to do about it. */
export const PROBLEM_TEXTS: Readonly<Record<CheckProblem["kind"], Label>> = {
  ...PROBLEM_WORDS,
  yearMissing: { zh: "日期缺少年份，系统不猜", en: "Date without a year; none is guessed" },
  ambiguousDate: {
    zh: "日、月顺序无法确定：请在“列对应”选日期写法",
    en: "Order of day and month is not certain: choose it under Columns",
  },
  unknownCode: {
    zh: "不认识的写法，已留空：可在“值对应”指定",
    en: "Unknown word, left empty: choose its meaning under Values",
  },
  unknownName: {
    zh: "没有叫这个名字的记录：可先登记它，再导入",
    en: "No record has this name: enter it first, then import",
  },
};
