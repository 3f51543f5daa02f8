import { clampWidth } from "./arrange.ts";
import type { GridColumn, GridSource } from "./grid-types.ts";

const MEASURED_ROWS = 500;
const CELL_PADDING = 22;
const HEADER_TOOLS = 56;

/** The width at which a column shows its loaded texts, as a double click on its border asks. */
export function fittingWidth<Row>(
  source: GridSource<Row>,
  column: GridColumn<Row>,
  aroundRow: number,
  font: string,
): number {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) return column.width;
  context.font = font;
  let widest = context.measureText(column.header).width + HEADER_TOOLS;
  const from = Math.max(0, aroundRow - MEASURED_ROWS / 2);
  for (let index = from; index < Math.min(source.count, from + MEASURED_ROWS); index += 1) {
    const row = source.row(index);
    if (row !== undefined)
      widest = Math.max(widest, context.measureText(column.cell(row)).width + CELL_PADDING);
  }
  return clampWidth(Math.ceil(widest));
}
