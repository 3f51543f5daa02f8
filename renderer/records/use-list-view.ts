import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { RecordType } from "../../shared/records/index.ts";
import type { ListIndex, ListQuery, ListView } from "../db/desk.ts";
import { useDesk } from "./use-desk.tsx";

/** Many changes in a row, as a sync brings them, are one new question. */
const CALM_MS = 150;

/**
 * The answer of a type's list to a query, asked again when what it shows changes; the last answer stays until the next
 * is there. Undefined while the list is first read. One question is on its way at a time: what is typed faster than it
 * is answered leaves out what nobody waits for any more.
 */
export function useListView<C extends string>(
  type: RecordType,
  list: ListIndex<C>,
  query: ListQuery<C>,
): ListView<C> | undefined {
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

  return shown?.type === type ? shown.view : undefined;
}

class Asker<C extends string> {
  readonly #list: ListIndex<C>;
  readonly #answered: (view: ListView<C>) => void;
  #wanted: ListQuery<C> | undefined;
  #isAsking = false;
  #isStopped = false;

  constructor(list: ListIndex<C>, answered: (view: ListView<C>) => void) {
    this.#list = list;
    this.#answered = answered;
  }

  ask(query: ListQuery<C>): void {
    this.#wanted = query;
    if (!this.#isAsking) void this.#run();
  }

  /** The same question: its answer may have changed. */
  again(): void {
    if (this.#wanted !== undefined) this.ask({ ...this.#wanted });
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #run(): Promise<void> {
    this.#isAsking = true;
    try {
      let asked: ListQuery<C> | undefined;
      do {
        asked = this.#wanted;
        if (asked === undefined) return;
        const view = await this.#list.query(asked);
        if (this.#isStopped) return;
        this.#answered(view);
      } while (asked !== this.#wanted);
    } finally {
      this.#isAsking = false;
    }
  }
}
