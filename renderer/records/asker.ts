import type { ListIndex, ListQuery, ListView } from "../db/desk.ts";

/**
 * Puts one question to a list at a time: what is typed faster than it is answered leaves out what nobody waits for any
 * more, and what is asked already is not asked twice.
 */
export class Asker<C extends string> {
  readonly #list: Pick<ListIndex<C>, "query">;
  readonly #answered: (view: ListView<C>) => void;
  #wanted: ListQuery<C> | undefined;
  #key = "";
  #isAsking = false;
  #isStopped = false;

  constructor(list: Pick<ListIndex<C>, "query">, answered: (view: ListView<C>) => void) {
    this.#list = list;
    this.#answered = answered;
  }

  ask(query: ListQuery<C>): void {
    const key = JSON.stringify(query);
    if (key === this.#key) return;
    this.#key = key;
    this.#want(query);
  }

  /** The same question: its answer may have changed. */
  again(): void {
    if (this.#wanted !== undefined) this.#want({ ...this.#wanted });
  }

  #want(query: ListQuery<C>): void {
    this.#wanted = query;
    if (!this.#isAsking) void this.#run();
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
