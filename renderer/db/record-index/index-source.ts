import { Pages } from "../pages.ts";
import { Reader } from "../reader.ts";
import type { Store } from "../store.ts";

/** The store as all lists read it: what one has learnt of imports and pages, all know. */
export class IndexSource {
  readonly store: Store;
  readonly pages: Pages;
  readonly reader: Reader;

  constructor(store: Store) {
    this.store = store;
    this.pages = new Pages(store);
    this.reader = new Reader(store, this.pages);
  }
}
