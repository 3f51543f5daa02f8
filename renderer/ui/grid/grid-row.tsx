import { memo, type ReactNode } from "react";
import type { PlacedColumn } from "./arrange.ts";

export interface GridRowProps<Row> {
  readonly index: number;
  readonly top: number;
  readonly row: Row | undefined;
  readonly columns: readonly PlacedColumn<Row>[];
  /** The column that Tab reaches, when the cursor is in this row. */
  readonly cursorColumn: number | undefined;
  readonly selectedFrom: number | undefined;
  readonly selectedTo: number | undefined;
  readonly frozenFirst: boolean;
  readonly tone: "danger" | "warning" | undefined;
}

function GridRowOnce<Row>(props: GridRowProps<Row>): ReactNode {
  const { index, row, cursorColumn, selectedFrom = -1, selectedTo = -2 } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-busy={row === undefined ? true : undefined}
      className={`sy-grid-row${index % 2 === 1 ? " is-odd" : ""}`}
      data-tone={props.tone}
      data-row={index}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      {props.columns.map(({ column }, at) => {
        const selected = at >= selectedFrom && at <= selectedTo;
        const text = row === undefined ? "" : column.cell(row);
        return (
          <div
            key={column.key}
            role="gridcell"
            aria-colindex={at + 1}
            aria-selected={selected}
            tabIndex={at === cursorColumn ? 0 : -1}
            data-column={at}
            className={cellClass(at === 0 && props.frozenFirst, column.align === "end", selected)}
            style={{ width: `var(--column-${at})` }}
            title={text.length > 8 ? text : undefined}
          >
            {row === undefined ? (
              <span className="sy-grid-pending" />
            ) : column.render === undefined ? (
              text
            ) : (
              column.render(row)
            )}
          </div>
        );
      })}
    </div>
  );
}

/** One row. Drawn again only when it, its columns, or what of it is selected changed. */
export const GridRow = memo(GridRowOnce) as typeof GridRowOnce;

function cellClass(frozen: boolean, end: boolean, selected: boolean): string {
  return `sy-grid-cell${frozen ? " is-frozen" : ""}${end ? " is-end" : ""}${selected ? " is-selected" : ""}`;
}
