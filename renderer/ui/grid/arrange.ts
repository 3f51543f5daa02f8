import type { ColumnLayout } from "../../state/column-layout.ts";
import type { GridColumn } from "./grid-types.ts";

const MIN_WIDTH = 48;
const MAX_WIDTH = 900;

export interface PlacedColumn<Row> {
  readonly column: GridColumn<Row>;
  readonly width: number;
  readonly shown: boolean;
}

/**
 * Columns as the user left them: in their order, new ones after, hidden ones marked. The first stays first and
 * shown while it is frozen, since it names the row.
 */
export function arrange<Row>(
  columns: readonly GridColumn<Row>[],
  layout: ColumnLayout,
): readonly PlacedColumn<Row>[] {
  const place = new Map(layout.order.map((key, index) => [key, index]));
  const first = columns[0];
  const rest = columns
    .slice(1)
    .map((column, index) => ({ column, at: place.get(column.key) ?? layout.order.length + index }))
    .sort((a, b) => a.at - b.at)
    .map((entry) => entry.column);
  const ordered = first === undefined ? [] : [first, ...rest];
  return ordered.map((column) => ({
    column,
    width: clampWidth(layout.widths[column.key] ?? column.width),
    shown: column === first || (layout.shown[column.key] ?? column.hidden !== true),
  }));
}

export function clampWidth(width: number): number {
  return Math.round(Math.max(MIN_WIDTH, Math.min(width, MAX_WIDTH)));
}

/** The order after one column went a place to the left or right among all, the first excepted. */
export function shifted(order: readonly string[], key: string, by: -1 | 1): readonly string[] {
  const from = order.indexOf(key);
  const to = from + by;
  if (from < 1 || to < 1 || to >= order.length) return order;
  const next = order.filter((other) => other !== key);
  next.splice(to, 0, key);
  return next;
}
