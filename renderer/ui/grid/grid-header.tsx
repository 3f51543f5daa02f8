import { CaretDownOutlined, CaretUpOutlined } from "@ant-design/icons";
import type { PointerEvent, ReactNode } from "react";
import { clampWidth, type PlacedColumn } from "./arrange.ts";
import { FilterMenu } from "./filter-menu.tsx";
import type { GridFilters, GridSort } from "./grid-types.ts";

interface GridHeaderProps<Row> {
  readonly columns: readonly PlacedColumn<Row>[];
  readonly sort: GridSort | undefined;
  readonly filters: GridFilters | undefined;
  readonly frozenFirst: boolean;
  readonly cursorColumn: number | undefined;
  /** The column whose funnel is open. */
  readonly openFilter: string | undefined;
  readonly onFilterOpen: (column: string | undefined) => void;
  readonly onSort: (column: string) => void;
  /** While dragging: only drawn. `done`: remembered. */
  readonly onResize: (at: number, key: string, width: number, done: boolean) => void;
  readonly onFit: (at: number, key: string) => void;
}

export function GridHeader<Row>(props: GridHeaderProps<Row>): ReactNode {
  return (
    <div role="rowgroup" className="sy-grid-head">
      <div role="row" aria-rowindex={1} className="sy-grid-row is-head" data-row={-1}>
        {props.columns.map((placed, at) => (
          <HeaderCell key={placed.column.key} {...props} placed={placed} at={at} />
        ))}
      </div>
    </div>
  );
}

function HeaderCell<Row>(
  props: GridHeaderProps<Row> & { readonly placed: PlacedColumn<Row>; readonly at: number },
): ReactNode {
  const { at, sort } = props;
  const { column, width } = props.placed;
  const sorted = sort?.column === column.key ? (sort.descending ? "descending" : "ascending") : undefined;
  return (
    <div
      role="columnheader"
      aria-colindex={at + 1}
      aria-sort={sorted ?? (column.sortable === true ? "none" : undefined)}
      tabIndex={props.cursorColumn === at ? 0 : -1}
      data-column={at}
      className={`sy-grid-cell is-header${at === 0 && props.frozenFirst ? " is-frozen" : ""}${column.sortable === true ? " is-sortable" : ""}`}
      style={{ width: `var(--column-${at})` }}
      title={column.header}
      onClick={() => {
        if (column.sortable === true) props.onSort(column.key);
      }}
    >
      <span className="sy-grid-title">{column.header}</span>
      {sorted === "ascending" && <CaretUpOutlined aria-hidden />}
      {sorted === "descending" && <CaretDownOutlined aria-hidden />}
      {column.filterable === true && props.filters !== undefined && (
        <FilterMenu
          column={column.key}
          name={column.header}
          filters={props.filters}
          open={props.openFilter === column.key}
          onOpenChange={(open) => props.onFilterOpen(open ? column.key : undefined)}
        />
      )}
      <span
        className="sy-grid-border"
        aria-hidden
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => {
          event.stopPropagation();
          props.onFit(at, column.key);
        }}
        onPointerDown={(event) =>
          dragBorder(event, width, (to, done) => props.onResize(at, column.key, to, done))
        }
      />
    </div>
  );
}

function dragBorder(
  event: PointerEvent<HTMLElement>,
  startWidth: number,
  onWidth: (width: number, done: boolean) => void,
): void {
  event.preventDefault();
  event.stopPropagation();
  const border = event.currentTarget;
  const startX = event.clientX;
  border.setPointerCapture(event.pointerId);
  let width = startWidth;
  const onMove = (move: globalThis.PointerEvent): void => {
    width = clampWidth(startWidth + move.clientX - startX);
    onWidth(width, false);
  };
  const onUp = (): void => {
    border.removeEventListener("pointermove", onMove);
    border.removeEventListener("pointerup", onUp);
    border.removeEventListener("pointercancel", onUp);
    if (width !== startWidth) onWidth(width, true);
  };
  border.addEventListener("pointermove", onMove);
  border.addEventListener("pointerup", onUp);
  border.addEventListener("pointercancel", onUp);
}
