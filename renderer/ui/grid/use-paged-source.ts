import { useMemo, useReducer } from "react";
import type { GridSource } from "./grid-types.ts";

const PAGE = 100;

/** A long list that lives elsewhere and gives its rows by the stretch. */
export interface RowView<Row> {
  readonly count: number;
  /** Rows that came with the view: its first page is not asked for again. */
  readonly first?: readonly Row[] | undefined;
  rows(from: number, to: number): Promise<readonly Row[]>;
}

/**
 * Loads the pages a grid wants and keeps them as long as `view` is the same object.
 */
export function usePagedSource<Row>(view: RowView<Row> | undefined): GridSource<Row> {
  const [arrived, redraw] = useReducer((n: number) => n + 1, 0);
  const pages = useMemo(() => (view === undefined ? undefined : pagesOf(view, redraw)), [view]);
  // `arrived` makes a new source, so that the grid draws again.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => (pages === undefined ? nothing : { ...pages }), [pages, arrived]);
}

const nothing: GridSource<never> = { count: 0, row: () => undefined, want: () => undefined };

function pagesOf<Row>(view: RowView<Row>, arrived: () => void): GridSource<Row> {
  const loaded = new Map<number, readonly Row[]>();
  const asked = new Set<number>();
  const { first = [] } = view;
  if (first.length >= Math.min(PAGE, view.count)) {
    loaded.set(0, first.slice(0, PAGE));
    asked.add(0);
  }
  const ask = (page: number): void => {
    if (asked.has(page)) return;
    asked.add(page);
    void view.rows(page * PAGE, (page + 1) * PAGE).then(
      (rows) => {
        loaded.set(page, rows);
        arrived();
      },
      // Asked again when the grid next wants it; a broken store shows itself elsewhere.
      () => asked.delete(page),
    );
  };
  return {
    count: view.count,
    row: (index) => loaded.get(Math.floor(index / PAGE))?.[index % PAGE],
    want(from, to) {
      for (let page = Math.floor(from / PAGE); page * PAGE < Math.min(to, view.count); page += 1) ask(page);
    },
    load: (from, to) => view.rows(from, to),
  };
}
