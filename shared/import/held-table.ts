import { textOf } from "./cell-text-of.ts";
import { PROBLEM_WORDS } from "./problem-words.ts";
import type { Header, ImportPlan, Sheet, Table } from "./types.ts";

/**
 * The rows that were not imported, as a table to correct and import again: the sheet's own columns as text, and
 * first a red column 错误原因 that names cell and reason. Import leaves that column out.
 */
export function heldTable(sheet: Sheet, header: Header, plan: Pick<ImportPlan, "held">): Table {
  return {
    name: "未导入",
    header: ["错误原因", ...header.columns.map((column) => column.header)],
    redColumns: [0],
    rows: plan.held.map(({ row, problems }) => {
      const cells = sheet.rows.at(row - 1);
      const reasons = problems.map(({ column, kind, value }) => {
        const words = PROBLEM_WORDS[kind].zh;
        return `${column}：${words}${value === "" ? "" : `（${value}）`}`;
      });
      return [`第${row}行 ${reasons.join("；")}`, ...header.columns.map(({ index }) => textOf(cells[index]))];
    }),
  };
}
