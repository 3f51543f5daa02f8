import type { RecordType } from "../../../shared/records/index.ts";
import { registry } from "../../../shared/records/index.ts";
import { partOf } from "../dirty.ts";
import type { Notice } from "../notices.ts";
import type { IndexSource } from "./index-source.ts";
import type { ListedType } from "./listed-type.ts";
import { RecordLoader } from "./record-loader.ts";
import type { RecordTable } from "./record-table.ts";

/** One list that keeps up with what is written, a step at a time. */
export class FollowedList {
  readonly listed: ListedType;
  readonly #loader: RecordLoader;
  readonly #touching: ReadonlySet<RecordType>;
  /** Notices that wait for their turn, and whether one of those left it to a later one. */
  #waiting = 0;
  #skipped = false;
  /** Settles when all that was heard of is taken in; never rejects, but `#failure` says why it could not. */
  #busy: Promise<void>;
  #failure: Error | undefined;
  #searchable: Promise<void> | undefined;
  #names: { readonly revision: number; readonly byId: ReadonlyMap<string, string> } | undefined;

  constructor(listed: ListedType, source: IndexSource) {
    this.listed = listed;
    this.#loader = new RecordLoader(listed, source);
    this.#touching = new Set([listed.type, partOf(listed.type) ?? listed.type, "importBatch"]);
    this.#busy = this.#loader.load().catch((error: unknown) => this.#fail(error));
  }

  get isWhole(): boolean {
    return this.#loader.isWhole;
  }

  get table(): RecordTable {
    return this.#loader.table;
  }

  /** Takes in a notice after all that came before it; true when the list may have changed. */
  async follow(notice: Notice): Promise<boolean> {
    const isNamed = notice.touched.some((type) => this.listed.named.includes(type));
    if (!notice.touched.some((type) => this.#touching.has(type))) return isNamed;
    this.#waiting += 1;
    const taken = this.#busy
      .then(() => this.#take(notice))
      .catch((error: unknown) => {
        this.#fail(error);
        return false;
      });
    this.#busy = taken.then(() => undefined);
    return (await taken) || isNamed;
  }

  /** Resolves when all that was heard of is in the table; rejects when it could not be read. */
  async settled(): Promise<void> {
    do await this.#busy;
    while (!this.isWhole && this.#failure === undefined);
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Resolves when what search looks in is read, too. */
  async searchable(): Promise<void> {
    this.#searchable ??= this.#readSearch().finally(() => (this.#searchable = undefined));
    await this.#searchable;
  }

  /** What each record is called, by id: the same map while nothing changed. */
  names(): ReadonlyMap<string, string> {
    const { revision } = this.table;
    if (this.#names?.revision !== revision)
      this.#names = { revision, byId: this.table.names(registry[this.listed.type].title) };
    return this.#names.byId;
  }

  async #readSearch(): Promise<void> {
    while (!(await this.#loader.readSearch())) {
      this.#busy = this.#busy.then(() => this.#loader.load()).catch((error: unknown) => this.#fail(error));
      await this.settled();
    }
  }

  async #take(notice: Notice): Promise<boolean> {
    this.#waiting -= 1;
    // A first sync tells of every page: what is read anew anyway is read once for all that wait.
    if (notice.records === undefined && this.#waiting > 0) {
      this.#skipped = true;
      return false;
    }
    const whole = this.#skipped ? { touched: notice.touched } : notice;
    this.#skipped = false;
    await this.#loader.follow(whole);
    return true;
  }

  #fail(error: unknown): void {
    this.#failure = error instanceof Error ? error : new Error(String(error));
  }
}
