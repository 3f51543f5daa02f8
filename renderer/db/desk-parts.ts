import type { RecordType } from "../../shared/records/index.ts";
import type { Folded } from "../../shared/sync/fold.ts";
import type { Pages } from "./pages.ts";
import type { Store } from "./store.ts";

/** What takes in changes works on. */
export interface DeskParts {
  readonly store: Store;
  readonly pages: Pages;
  readonly desk: string;
}

/** The same for what makes records anew, because some of their changes do not count any more or have other numbers. */
export interface RefoldParts extends DeskParts {
  readonly nowMs: number;
  /** The record from all that is known of it and counts; undefined where that is nothing. */
  readonly foldAnew: (type: RecordType, id: string) => Promise<Folded | undefined>;
}
