import type { Pages } from "./pages.ts";
import type { Reader } from "./reader.ts";
import type { Store } from "./store.ts";
import type { StoreSyncSource } from "./sync-source.ts";

/** What archives are made of and taken into. */
export interface ArchiveParts {
  readonly store: Store;
  readonly pages: Pages;
  readonly reader: Reader;
  readonly desk: string;
  readonly now: () => number;
  readonly source: () => StoreSyncSource;
  /** Smaller in tests: see `Locks`. */
  readonly workFactor?: number | undefined;
}
