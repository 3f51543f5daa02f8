import type { ReactNode } from "react";

/** Where the rows of a grid come from. Give a new object whenever `count`, the order or loaded rows changed. */
export interface GridSource<Row> {
  readonly count: number;
  /** Undefined: not loaded yet. */
  row(index: number): Row | undefined;
  /** The grid is about to show rows [from, to): load them if they are not there. */
  want(from: number, to: number): void;
  /** All rows [from, to), loaded or not; for copying what is not on screen. Default: what `row` has. */
  load?(from: number, to: number): Promise<readonly Row[]>;
}

export interface GridColumn<Row> {
  readonly key: string;
  readonly header: string;
  /** Pixels at first; people change it and the grid remembers. */
  readonly width: number;
  /** What the cell says: shown, copied, measured. */
  readonly cell: (row: Row) => string;
  /** How it looks, where text is not enough. Nothing inside may take the focus by Tab. */
  readonly render?: ((row: Row) => ReactNode) | undefined;
  readonly align?: "start" | "end" | undefined;
  readonly sortable?: boolean | undefined;
  readonly filterable?: boolean | undefined;
  /** Summed in the status bar. */
  readonly number?: ((row: Row) => number | undefined) | undefined;
  /** Not shown until chosen. */
  readonly hidden?: boolean | undefined;
}

export interface GridSort {
  readonly column: string;
  readonly descending: boolean;
}

export interface FilterValue {
  readonly value: string;
  readonly label: string;
  readonly count?: number | undefined;
}

export interface GridFilters {
  readonly chosen: Readonly<Record<string, readonly string[]>>;
  readonly onChange: (column: string, values: readonly string[]) => void;
  /** What a column's funnel offers. */
  readonly values: (column: string) => Promise<readonly FilterValue[]>;
}

export interface GridProps<Row> {
  /** What the list is, for those who hear it. */
  readonly label: string;
  readonly source: GridSource<Row>;
  readonly columns: readonly GridColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Under which name widths, order and hidden columns are remembered. */
  readonly layoutKey: string;
  readonly sort?: GridSort | undefined;
  readonly onSort?: ((sort: GridSort) => void) | undefined;
  readonly filters?: GridFilters | undefined;
  /** Enter or double click. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** Ctrl+F or F3: put the focus into the search box. */
  readonly onFind?: (() => void) | undefined;
  /** Anything that says what is asked (search, filters, sort): when it changes, the list starts at its top. */
  readonly resetKey?: string | undefined;
  /** Default true. */
  readonly frozenFirst?: boolean | undefined;
  /** How many there are without search and filters, for the status bar. */
  readonly total?: number | undefined;
  readonly loading?: boolean | undefined;
  /** Shown in place of rows when there are none. */
  readonly empty?: ReactNode;
  /** A bar at the row's left edge; always beside words in a cell, never alone. */
  readonly rowTone?: ((row: Row) => "danger" | "warning" | undefined) | undefined;
}
