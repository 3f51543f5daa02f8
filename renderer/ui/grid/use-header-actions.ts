import { useLayoutEffect, useMemo, useRef } from "react";
import type { GridFilters } from "./grid-types.ts";

/** What a click in a heading does. */
export interface HeaderActions {
  readonly sort: (column: string) => void;
  readonly openFilter: (column: string | undefined) => void;
  readonly choose: GridFilters["onChange"];
  readonly values: GridFilters["values"];
  /** While dragging: only drawn. `done`: remembered. */
  readonly resize: (at: number, key: string, width: number, done: boolean) => void;
  readonly fit: (at: number, key: string) => void;
}

/**
 * The same actions for as long as the grid stands, each of which does what the grid last drawn would do: headings are
 * then drawn again only when what they show changed, not at every key of a search.
 */
export function useHeaderActions(latest: HeaderActions): HeaderActions {
  const current = useRef(latest);
  useLayoutEffect(() => {
    current.current = latest;
  });
  return useMemo(
    () => ({
      sort: (column) => current.current.sort(column),
      openFilter: (column) => current.current.openFilter(column),
      choose: (column, values) => current.current.choose(column, values),
      values: async (column) => current.current.values(column),
      resize: (at, key, width, done) => current.current.resize(at, key, width, done),
      fit: (at, key) => current.current.fit(at, key),
    }),
    [],
  );
}
