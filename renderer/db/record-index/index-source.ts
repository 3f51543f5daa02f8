import { Pages } from "../pages.ts";
import { Reader } from "../reader.ts";
import type { Store } from "../store.ts";

/** The store as all lists read it: which imports and pages there are is read once for all of them. */
export class IndexSource {
  readonly store: Store;
  readonly pages: Pages;
  readonly reader: Reader;
  #reading: Promise<void> | undefined;

  constructor(store: Store) {
    this.store = store;
    this.pages = new Pages(store);
    this.reader = new Reader(store, this.pages);
  }

  /** Which imports and pages there are may have changed. */
  stale(): void {
    this.#reading = undefined;
  }

  /** Resolves when what there was at the last `stale`, or later, is known. */
  async fresh(): Promise<void> {
    this.#reading ??= this.reader.refresh();
    await this.#reading;
  }
}
