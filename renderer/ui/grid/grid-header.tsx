import { CaretDownOutlined, CaretUpOutlined } from "@ant-design/icons";
import { memo, type PointerEvent, type ReactNode } from "react";
import { clampWidth, type PlacedColumn } from "./arrange.ts";
import { FilterMenu } from "./filter-menu.tsx";
import type { GridFilters, GridSort } from "./grid-types.ts";
import type { HeaderActions } from "./use-header-actions.ts";

interface GridHeaderProps<Row> {
  readonly columns: readonly PlacedColumn<Row>[];
  readonly sort: GridSort | undefined;
  /** Undefined where the grid has no filters. */
  readonly chosen: GridFilters["chosen"] | undefined;
  readonly frozenFirst: boolean;
  readonly cursorColumn: number | undefined;
  /** The column whose funnel is open. */
  readonly openFilter: string | undefined;
  readonly actions: HeaderActions;
}

function GridHeaderOnce<Row>(props: GridHeaderProps<Row>): ReactNode {
  const { sort, chosen, cursorColumn, frozenFirst, openFilter, actions } = props;
  return (
    <div role="rowgroup" className="sy-grid-head">
      <div role="row" aria-rowindex={1} className="sy-grid-row is-head" data-row={-1}>
        {props.columns.map((placed, at) => {
          const { key, filterable } = placed.column;
          const order = sort?.descending === true ? "descending" : "ascending";
          return (
            <HeaderCell
              key={key}
              placed={placed}
              at={at}
              sorted={sort?.column === key ? order : undefined}
              chosen={filterable === true && chosen !== undefined ? (chosen[key] ?? NONE) : undefined}
              isFrozen={at === 0 && frozenFirst}
              hasCursor={cursorColumn === at}
              isOpen={openFilter === key}
              actions={actions}
            />
          );
        })}
      </div>
    </div>
  );
}

/** The headings. Drawn again only when what they show changed: they cost more than all rows below. */
export const GridHeader = memo(GridHeaderOnce) as typeof GridHeaderOnce;

const NONE: readonly string[] = [];

interface HeaderCellProps<Row> {
  readonly placed: PlacedColumn<Row>;
  readonly at: number;
  readonly sorted: "ascending" | "descending" | undefined;
  /** The values that are ticked; undefined where there is no funnel. */
  readonly chosen: readonly string[] | undefined;
  readonly isFrozen: boolean;
  readonly hasCursor: boolean;
  readonly isOpen: boolean;
  readonly actions: HeaderActions;
}

function HeaderCellOnce<Row>(props: HeaderCellProps<Row>): ReactNode {
  const { at, sorted, chosen, actions } = props;
  const { column, width } = props.placed;
  return (
    <div
      role="columnheader"
      aria-colindex={at + 1}
      aria-sort={sorted ?? (column.sortable === true ? "none" : undefined)}
      tabIndex={props.hasCursor ? 0 : -1}
      data-column={at}
      className={`sy-grid-cell is-header${props.isFrozen ? " is-frozen" : ""}${column.sortable === true ? " is-sortable" : ""}`}
      style={{ width: `var(--column-${at})` }}
      title={column.header}
      onClick={() => {
        if (column.sortable === true) actions.sort(column.key);
      }}
    >
      <span className="sy-grid-title">{column.header}</span>
      {sorted === "ascending" && <CaretUpOutlined aria-hidden />}
      {sorted === "descending" && <CaretDownOutlined aria-hidden />}
      {chosen !== undefined && (
        <FilterMenu
          column={column.key}
          name={column.header}
          chosen={chosen}
          actions={actions}
          open={props.isOpen}
          onOpenChange={(open) => actions.openFilter(open ? column.key : undefined)}
        />
      )}
      <span
        className="sy-grid-border"
        aria-hidden
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => {
          event.stopPropagation();
          actions.fit(at, column.key);
        }}
        onPointerDown={(event) =>
          dragBorder(event, width, (to, done) => actions.resize(at, column.key, to, done))
        }
      />
    </div>
  );
}

const HeaderCell = memo(HeaderCellOnce) as typeof HeaderCellOnce;

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
