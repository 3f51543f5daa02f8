import { useLayoutEffect, useState, type RefObject } from "react";
import { HEADER_PX, ROW_PX } from "./place.ts";

/** Drawn beyond what is seen, so that a turn of the wheel finds them there. */
const BEYOND = 10;

interface RowsInView {
  /** Rows [first, last] are seen, in part at least. */
  readonly first: number;
  readonly last: number;
}

/**
 * Which rows of a scrolled list are seen. All rows are equally high, so that it is a division, for a million rows as for
 * ten, and nothing is kept of each.
 */
export function useRowsInView(scroller: RefObject<HTMLElement | null>, count: number): RowsInView {
  const [{ top, height }, setSeen] = useState({ top: 0, height: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const look = (): void => {
      // Drawn again only when another row comes into view.
      const seen = { top: Math.floor(element.scrollTop / ROW_PX), height: element.clientHeight };
      setSeen((before) => (before.top === seen.top && before.height === seen.height ? before : seen));
    };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [scroller]);
  const inView = Math.ceil(Math.max(0, height - HEADER_PX) / ROW_PX);
  const last = Math.max(0, Math.min(count - 1, top + inView));
  return { first: Math.max(0, Math.min(top, last - inView)), last };
}

/** What is drawn: the rows in view, some beyond, and the cursor's wherever one scrolls: it holds the focus. */
export function drawnRows({ first, last }: RowsInView, count: number, cursor: number): number[] {
  const from = Math.max(0, first - BEYOND);
  const to = Math.min(count - 1, last + BEYOND);
  const rows: number[] = [];
  if (cursor >= 0 && cursor < from && cursor < count) rows.push(cursor);
  for (let row = from; row <= to; row += 1) rows.push(row);
  if (cursor > to && cursor < count) rows.push(cursor);
  return rows;
}
