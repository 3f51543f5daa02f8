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
  /** Attachments, wherever this machine keeps them. */
  readonly getBlob: (sha256: string) => Promise<Uint8Array | undefined>;
  readonly putBlob: (bytes: Uint8Array) => Promise<string>;
  /** Smaller in tests: see `Locks`. */
  readonly workFactor?: number | undefined;
}
