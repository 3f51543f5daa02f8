import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from "react";
import { PLAIN_LAYOUT, useColumnLayouts } from "../../state/column-layout.ts";
import { copyText } from "../copy-text.ts";
import { useTexts } from "../i18n.ts";
import { arrange } from "./arrange.ts";
import { ColumnChooser } from "./column-chooser.tsx";
import { fittingWidth } from "./fit.ts";
import { blockAsTsv, sumOf } from "./gather.ts";
import { GridHeader } from "./grid-header.tsx";
import { GridRow } from "./grid-row.tsx";
import { gridTexts } from "./grid-texts.ts";
import type { GridProps } from "./grid-types.ts";
import { cellAt, reveal, ROW_PX, rowsInView } from "./place.ts";
import { blockOf, cellCount, clamp, moved, spanInRow, type Cell, type Selection } from "./selection.ts";
import { StatusBar } from "./status-bar.tsx";
import { useHeaderActions } from "./use-header-actions.ts";
import { drawnRows, useRowsInView } from "./use-rows-in-view.ts";
import "./grid.css";

/** Chromium draws elements of at most some 33 million pixels. */
const MAX_ROWS = 1_000_000;
const START: Selection = { anchor: { row: 0, column: 0 }, cursor: { row: 0, column: 0 } };

/**
 * A list as people know it from Excel, for 150,000 rows as for ten: one Tab stop, arrows, Home, End, Ctrl and
 * Shift with them, Enter opens, Ctrl+C copies. Follows the ARIA grid pattern. It fills its parent's height.
 */
export function Grid<Row>(props: GridProps<Row>): ReactNode {
  const { source, columns, layoutKey, onOpen, frozenFirst = true } = props;
  const t = useTexts(gridTexts);
  const scroller = useRef<HTMLDivElement>(null);
  const takeFocus = useRef(false);
  const takesDrag = useRef(false);
  const [selected, setSelected] = useState<Selection>(START);
  const [openFilter, setOpenFilter] = useState<string | undefined>(undefined);
  const [notice, setNotice] = useState("");
  const [seenReset, setSeenReset] = useState(props.resetKey);
  if (seenReset !== props.resetKey) {
    setSeenReset(props.resetKey);
    setSelected(START);
    setNotice("");
  }

  const layout = useColumnLayouts((state) => state.layouts[layoutKey]) ?? PLAIN_LAYOUT;
  const changeLayout = useColumnLayouts((state) => state.change);
  const placed = useMemo(() => arrange(columns, layout), [columns, layout]);
  const shown = useMemo(() => placed.filter((column) => column.shown), [placed]);
  const shownColumns = useMemo(() => shown.map(({ column }) => column), [shown]);

  const rows = Math.min(source.count, MAX_ROWS);
  const extent = { rows, columns: shown.length };
  const cursor = clamp(selected.cursor, extent);
  const anchor = clamp(selected.anchor, extent);
  const block = useMemo(
    () =>
      blockOf({
        anchor: { row: anchor.row, column: anchor.column },
        cursor: { row: cursor.row, column: cursor.column },
      }),
    [anchor.row, anchor.column, cursor.row, cursor.column],
  );
  const sum = useMemo(() => sumOf(source, shownColumns, block), [source, shownColumns, block]);

  const inView = useRowsInView(scroller, rows);
  const { first, last } = inView;
  useEffect(() => {
    source.want(Math.max(0, first - 20), Math.min(rows, last + 40));
  }, [source, first, last, rows]);

  useEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = 0;
  }, [props.resetKey]);

  useLayoutEffect(() => {
    if (!takeFocus.current || scroller.current === null) return;
    takeFocus.current = false;
    reveal(scroller.current, { row: cursor.row, column: cursor.column }, shown, frozenFirst);
  });

  const select = (next: Selection): void => {
    takeFocus.current = true;
    setSelected(next);
  };
  const sortBy = (column: string): void => {
    const descending = props.sort?.column === column && !props.sort.descending;
    props.onSort?.({ column, descending });
  };
  const open = (cell: Cell): void => {
    const row = source.row(cell.row);
    if (row !== undefined) onOpen?.(row);
  };
  const copy = async (withHeaders: boolean): Promise<void> => {
    if (cursor.row < 0) return;
    const tsv = await blockAsTsv(source, shownColumns, block, withHeaders);
    const copied = await copyText(tsv);
    setNotice(copied ? t("copied", { count: cellCount(block).toLocaleString("en-US") }) : t("copyFailed"));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.nativeEvent.isComposing || !(event.target as HTMLElement).matches("[data-column]")) return;
    const ctrl = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    const heading = shownColumns[cursor.column];
    const act = (): boolean => {
      if (ctrl && key === "c") return (void copy(event.shiftKey), true);
      if (((ctrl && key === "f") || key === "f3") && props.onFind !== undefined)
        return (props.onFind(), true);
      if (cursor.row < 0 && heading !== undefined) {
        if (event.altKey && key === "arrowdown") return (setOpenFilter(heading.key), true);
        if ((key === "enter" || key === " ") && heading.sortable === true) return (sortBy(heading.key), true);
      }
      if (event.altKey) return false;
      if (key === "enter") return (open(cursor), true);
      if (key === "escape") return (select({ anchor: cursor, cursor }), true);
      const page = rowsInView(scroller.current);
      const next = moved(
        { anchor, cursor },
        { key: event.key, ctrl, shift: event.shiftKey },
        { ...extent, page },
      );
      if (next === undefined) return false;
      select(next);
      return true;
    };
    if (!act()) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onMouse = (event: MouseEvent<HTMLDivElement>): void => {
    const cell = cellAt(event.target);
    if (cell === undefined || event.button !== 0) return;
    const dragging = event.type === "mouseover";
    if (dragging && (event.buttons !== 1 || !takesDrag.current)) return;
    if (!dragging) {
      takesDrag.current = cell.row >= 0;
      if (cell.row < 0) return;
      event.preventDefault();
    }
    if (dragging && cell.row < 0) return;
    const extend = dragging || (event.shiftKey && anchor.row >= 0);
    select({ anchor: extend ? anchor : cell, cursor: cell });
  };

  const headerActions = useHeaderActions({
    sort: sortBy,
    openFilter: setOpenFilter,
    choose: (column, values) => props.filters?.onChange(column, values),
    values: async (column) => props.filters?.values(column) ?? [],
    resize: (at, key, width, done) => {
      scroller.current?.style.setProperty(`--column-${at}`, `${width}px`);
      if (done) changeLayout(layoutKey, { widths: { ...layout.widths, [key]: width } });
    },
    fit: (at, key) => {
      const column = shownColumns[at];
      if (column === undefined || scroller.current === null) return;
      const width = fittingWidth(source, column, first, getComputedStyle(scroller.current).font);
      changeLayout(layoutKey, { widths: { ...layout.widths, [key]: width } });
    },
  });

  const style: Record<string, string> = {
    "--grid-width": `${shown.reduce((width, column) => width + column.width, 0)}px`,
  };
  for (const [at, { width }] of shown.entries()) style[`--column-${at}`] = `${width}px`;

  return (
    <div className="sy-grid">
      <div
        ref={scroller}
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows + 1}
        aria-colcount={shown.length}
        aria-multiselectable
        aria-busy={props.loading === true}
        className="sy-grid-scroller"
        style={style}
        onKeyDown={onKeyDown}
        onMouseDown={onMouse}
        onMouseOver={onMouse}
        onDoubleClick={(event) => {
          const cell = cellAt(event.target);
          if (cell !== undefined && cell.row >= 0) open(cell);
        }}
      >
        <GridHeader
          columns={shown}
          sort={props.sort}
          chosen={props.filters?.chosen}
          frozenFirst={frozenFirst}
          cursorColumn={cursor.row < 0 ? cursor.column : undefined}
          openFilter={openFilter}
          actions={headerActions}
        />
        <div role="rowgroup" className="sy-grid-body" style={{ height: `${rows * ROW_PX}px` }}>
          {drawnRows(inView, rows, cursor.row).map((index) => {
            const row = source.row(index);
            const span = spanInRow(block, index);
            return (
              <GridRow
                key={index}
                index={index}
                top={index * ROW_PX}
                row={row}
                columns={shown}
                cursorColumn={cursor.row === index ? cursor.column : undefined}
                selectedFrom={span?.[0]}
                selectedTo={span?.[1]}
                frozenFirst={frozenFirst}
                tone={row === undefined ? undefined : props.rowTone?.(row)}
              />
            );
          })}
        </div>
        {rows === 0 && (
          <div role="row">
            <div role="gridcell" aria-colindex={1} aria-colspan={shown.length} className="sy-grid-empty">
              {props.loading === true ? t("loading") : (props.empty ?? t("empty"))}
            </div>
          </div>
        )}
      </div>
      <StatusBar
        count={source.count}
        total={props.total}
        cap={MAX_ROWS}
        cells={cursor.row < 0 ? 0 : cellCount(block)}
        sum={sum}
        notice={notice}
      >
        <ColumnChooser layoutKey={layoutKey} columns={placed} />
      </StatusBar>
    </div>
  );
}
