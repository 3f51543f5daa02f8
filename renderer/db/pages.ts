import Dexie, { type Transaction } from "dexie";
import { must } from "../../shared/lib/must.ts";
import { registry, type RecordType } from "../../shared/records/index.ts";
import type { Change } from "../../shared/sync/change.ts";
import type { Folded } from "../../shared/sync/fold.ts";
import { readGeneration } from "./generation.ts";
import { keepHeads, readAllHeads, type AllHeads } from "./kept-heads.ts";
import { firstChange, unpacked } from "./packed.ts";
import { NO_BATCH, type Batch, type Head, type PackedRecord, type Store } from "./store.ts";

const CACHED_PAGES = 64;

/** Where a packed record lies. */
export interface Place {
  readonly head: Head;
  readonly at: number;
  readonly record: PackedRecord;
}

/**
 * Finds packed records by id and by parent without an index row for each of them. Which pages there are is kept in
 * memory and is brought up to date inside every reading (`together`): a notice from another window may come late.
 */
export class Pages {
  readonly #store: Store;
  readonly #heads = new Map<RecordType, Map<number, Head>>();
  /** The same in the order in which they were written, where somebody asked for it: found anew when heads changed. */
  readonly #sorted = new Map<RecordType, readonly Head[]>();
  readonly #cache = new Map<number, readonly PackedRecord[]>();
  readonly #batches = new Map<string, Batch>();
  /** Up to which of its records each import has pages. */
  readonly #ends = new Map<string, number>();
  /** The generation that is known here. */
  #known = NOTHING;
  /** How many heads whoever opens the store reads one by one. */
  #loose = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Reads which pages there are, where that changed. */
  async refresh(): Promise<void> {
    await this.together([], () => Promise.resolve());
  }

  /** Puts the heads together in the store where many lie apart: not while somebody waits. */
  async keepHeads(): Promise<void> {
    if (this.#loose < MANY_LOOSE) return;
    const { meta } = this.#store;
    await this.#store.transaction("rw", meta, async () => {
      const { gen } = await readGeneration(this.#store);
      if (gen !== this.#known) return;
      this.#loose = 0;
      await keepHeads(this.#store, this.#all(), gen);
    });
  }

  /** After a transaction that wrote pages was rolled back: nothing that was read in it holds. */
  forget(): void {
    this.#known = NOTHING;
  }

  /**
   * Reads rows of these types and pages as they stand together at one moment. Inside a transaction, which must span
   * `tables()` and those rows, it is that transaction's moment.
   */
  async together<T>(types: readonly RecordType[], work: () => Promise<T>): Promise<T> {
    const all = async (): Promise<T> => {
      await this.#catchUp();
      return work();
    };
    // A transaction of another connection, such as one for bulk writes, is not ours to read in.
    const current = Dexie.currentTransaction as Transaction | null;
    if (current?.db === this.#store) return all();
    return this.#store.transaction(
      "r",
      [...types.map((type) => this.#store.rowsOf(type)), ...this.tables()],
      all,
    );
  }

  tables() {
    const { heads, pages, batches, meta } = this.#store;
    return [heads, pages, batches, meta];
  }

  /** Inside `together`, as all that follows. */
  async get(type: RecordType, id: string): Promise<Folded | undefined> {
    const [place] = await this.placesOf(type, id);
    return place === undefined ? undefined : this.unpacked(place.head, place.record, place.at);
  }

  /** Those of many records that are packed: each page that may hold one is looked for and read once. */
  async getMany(type: RecordType, ids: readonly string[]): Promise<Map<string, Folded>> {
    const sorted = [...ids].sort();
    const wanted = new Set(ids);
    const found = new Map<string, Folded>();
    for (const head of this.#of(type)) {
      const first = sorted[firstFrom(sorted, head.firstId)];
      if (first === undefined || first > head.lastId) continue;
      const records = this.#cache.get(head.no) ?? (await this.#read(head.no));
      for (const [at, record] of records.entries())
        if (wanted.has(record.id) && !found.has(record.id))
          found.set(record.id, this.unpacked(head, record, at));
    }
    return found;
  }

  /** Every copy of a record: one at most, but for what was packed here before its import came. */
  async placesOf(type: RecordType, id: string): Promise<Place[]> {
    const places: Place[] = [];
    for (const head of this.#of(type)) {
      if (id < head.firstId || id > head.lastId) continue;
      const records = this.#cache.get(head.no) ?? (await this.#read(head.no));
      const at = records.findIndex((record) => record.id === id);
      const record = records[at];
      if (record !== undefined) places.push({ head, at, record });
    }
    return places;
  }

  /** The packed records of one parent, in the order in which they were made. */
  async childrenOf(type: RecordType, parentId: string): Promise<{ id: string; folded: Folded }[]> {
    const parent: string | undefined = registry[type].parent;
    const found: { id: string; folded: Folded }[] = [];
    if (parent === undefined) return found;
    for (const head of this.#of(type)) {
      if (parentId < head.firstParent || parentId > head.lastParent) continue;
      if (head.parents?.includes(parentId) === false) continue;
      const records = this.#cache.get(head.no) ?? (await this.#read(head.no));
      records.forEach((record, at) => {
        if (record.data[parent] === parentId)
          found.push({ id: record.id, folded: this.unpacked(head, record, at) });
      });
    }
    return found;
  }

  /** All pages of a type, in the order in which they were written. */
  allHeadsOf(type: RecordType): readonly Head[] {
    let sorted = this.#sorted.get(type);
    if (sorted === undefined) {
      sorted = [...this.#of(type)].sort((a, b) => a.no - b.no);
      this.#sorted.set(type, sorted);
    }
    return sorted;
  }

  /** The pages of one import that hold records of this type, or with `NO_BATCH` those of settled ones. */
  headsOf(type: RecordType, batchId: string): readonly Head[] {
    return this.allHeadsOf(type).filter((head) => head.batchId === batchId);
  }

  /** The records of some pages, in their order; also outside `together`. */
  async records(heads: readonly Head[]): Promise<{ head: Head; records: readonly PackedRecord[] }[]> {
    const found: { head: Head; records: readonly PackedRecord[] }[] = [];
    for (const run of runsOf(heads)) {
      // One range is read several times faster than as many single keys.
      const [first, last] = [must(run[0], "a run has a first"), must(run.at(-1), "and a last")];
      const pages = await this.#store.pages.where("no").between(first.no, last.no, true, true).toArray();
      const recordsByNo = new Map(pages.map((page) => [page.no, page.records]));
      for (const head of run) found.push({ head, records: recordsByNo.get(head.no) ?? [] });
    }
    return found;
  }

  /** The first change of each packed record, in the desk's own order, from the batch's n-th record on. */
  async changesFrom(batch: Batch, n: number, limit: number): Promise<Change[]> {
    return this.together([], async () => {
      const changes: Change[] = [];
      const heads = this.#all()
        .filter((head) => head.batchId === batch.batchId && head.offset + head.count > n)
        .sort((a, b) => a.offset - b.offset);
      for (const head of heads) {
        const records = this.#cache.get(head.no) ?? (await this.#read(head.no));
        for (const [at, record] of records.entries()) {
          if (head.offset + at < n) continue;
          if (changes.length >= limit) return changes;
          changes.push(firstChange(batch, head, record, head.offset + at));
        }
      }
      return changes;
    });
  }

  batchOf(batchId: string): Batch | undefined {
    return this.#batches.get(batchId);
  }

  batches(): Iterable<Batch> {
    return this.#batches.values();
  }

  batch(batchId: string): Batch | undefined {
    return this.#batches.get(batchId);
  }

  /** Pages of an import that hold one of its records from the `from`th up to the `until`th. */
  overlapping(batchId: string, from: number, until: number): readonly Head[] {
    // An import comes from its beginning to its end: mostly there is nothing to look through.
    if (from >= (this.#ends.get(batchId) ?? 0)) return [];
    return this.#all().filter(
      (head) => head.batchId === batchId && head.offset < until && from < head.offset + head.count,
    );
  }

  /** The change that made a packed record of an import, for its history. */
  async firstChangeOf(type: RecordType, id: string): Promise<Change | undefined> {
    return this.together([], async () => {
      for (const { head, at, record } of await this.placesOf(type, id)) {
        const batch = this.#batches.get(head.batchId);
        if (batch !== undefined) return firstChange(batch, head, record, head.offset + at);
      }
      return undefined;
    });
  }

  unpacked(head: Head, record: PackedRecord, at: number): Folded {
    return unpacked(head, record, at, this.#batches.get(head.batchId));
  }

  #all(): Head[] {
    return [...this.#heads.values()].flatMap((byNo) => [...byNo.values()]);
  }

  #of(type: RecordType): Iterable<Head> {
    return this.#heads.get(type)?.values() ?? [];
  }

  /** Few generations on, only what they wrote is read; a page of theirs is no longer what is remembered of it. */
  async #catchUp(): Promise<void> {
    const generation = await readGeneration(this.#store);
    const { gen, all } = generation;
    if (gen === this.#known) return;
    const isAll = this.#known === NOTHING || gen < this.#known || all > this.#known;
    const { heads, loose } = isAll
      ? await readAllHeads(this.#store, generation)
      : await this.#newer(this.#known);
    const batches = await this.#store.batches.toArray();
    if (isAll) {
      this.#heads.clear();
      this.#cache.clear();
      this.#ends.clear();
    }
    this.#loose = loose;
    this.#sorted.clear();
    for (const head of heads) {
      const byNo = this.#heads.get(head.type) ?? new Map<number, Head>();
      this.#heads.set(head.type, byNo);
      byNo.set(head.no, head);
      this.#cache.delete(head.no);
      const end = head.offset + head.count;
      if (end > (this.#ends.get(head.batchId) ?? 0)) this.#ends.set(head.batchId, end);
    }
    this.#batches.clear();
    for (const batch of batches) this.#batches.set(batch.batchId, batch);
    this.#known = gen;
  }

  async #newer(gen: number): Promise<AllHeads> {
    const heads = await this.#store.heads.where("gen").above(gen).toArray();
    return { heads, loose: this.#loose + heads.length };
  }

  /**
   * Not awaited where the page is at hand: a hundred awaits in a row that ask the store nothing, and Dexie forgets
   * which transaction they are in.
   */
  async #read(no: number): Promise<readonly PackedRecord[]> {
    const cached = this.#cache.get(no);
    if (cached !== undefined) return cached;
    const page = must(await this.#store.pages.get(no), "a head is written with its page");
    this.#cache.set(no, page.records);
    if (this.#cache.size > CACHED_PAGES) {
      const oldest = this.#cache.keys().next().value;
      if (oldest !== undefined) this.#cache.delete(oldest);
    }
    return page.records;
  }
}

const NOTHING = -1;
const READ_AHEAD = 50;
/** Fewer are read one by one as fast. */
const MANY_LOOSE = 1000;

/** Where the first of these that is not less would stand. */
function firstFrom(sorted: readonly string[], least: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Heads whose pages lie side by side, at most a read's worth together. */
export function runsOf(heads: readonly Head[]): Head[][] {
  const runs: Head[][] = [];
  for (const head of heads) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last?.no === head.no - 1 && run.length < READ_AHEAD) run.push(head);
    else runs.push([head]);
  }
  return runs;
}

/** Whether a page holds what an import brought. */
export function isOfImport(head: Head): boolean {
  return head.batchId !== NO_BATCH;
}
