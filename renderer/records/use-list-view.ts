import { useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { RecordType } from "../../shared/records/index.ts";
import type { ListIndex, ListQuery, ListView } from "../db/desk.ts";
import { Asker } from "./asker.ts";
import { useDesk } from "./use-desk.tsx";

/** Many changes in a row, as a sync brings them, are one new question. */
const CALM_MS = 150;

interface ShownList<C extends string> {
  /** Undefined while the list is first read. */
  readonly view: ListView<C> | undefined;
  /** Asks already what the next drawing will ask: the list looks while the window draws the key or the tick. */
  readonly ask: (query: ListQuery<C>) => void;
}

/**
 * The answer of a type's list to a query, asked again when what it shows changes; the last answer stays until the next
 * is there.
 */
export function useListView<C extends string>(
  type: RecordType,
  list: ListIndex<C>,
  query: ListQuery<C>,
): ShownList<C> {
  const desk = useDesk();
  const [shown, setShown] = useState<{ readonly type: RecordType; readonly view: ListView<C> } | undefined>();
  const asker = useRef<Asker<C> | undefined>(undefined);
  const key = JSON.stringify(query);

  useEffect(() => {
    // At once: left to the next turn of the scheduler, the rows would often be a frame later.
    const fresh = new Asker<C>(list, (view) => flushSync(() => setShown({ type, view })));
    asker.current = fresh;
    let calm: ReturnType<typeof setTimeout> | undefined;
    const stop = desk.onChange((touched) => {
      if (!touched.includes(type)) return;
      clearTimeout(calm);
      calm = setTimeout(() => fresh.again(), CALM_MS);
    });
    return () => {
      fresh.stop();
      clearTimeout(calm);
      stop();
    };
    // A desk gives the same list for the same type.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [desk, type]);

  useEffect(() => {
    asker.current?.ask(query);
    // `key` stands for `query`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [desk, type, key]);

  const ask = useCallback((next: ListQuery<C>) => asker.current?.ask(next), []);
  return { view: shown?.type === type ? shown.view : undefined, ask };
}
