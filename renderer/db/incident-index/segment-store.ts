import type { Dirty, Store } from "../store.ts";
import { LoadedSegment } from "./loaded-segment.ts";

/** Raised whenever a row of the index is worked out differently, or looks different in the store. */
const INDEX_VERSION = 1;
const BUILT = "indexBuilt";

/**
 * The index as the store keeps it. Several windows may keep one: each write first makes sure that this window knows
 * every segment there is, and says no where it does not; the window then reads the index anew.
 */
export class SegmentStore {
  readonly #store: Store;
  readonly #numbers = new Map<LoadedSegment, number>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Every segment kept, or undefined where there is no index of this version. */
  async load(): Promise<LoadedSegment[] | undefined> {
    this.#numbers.clear();
    const { indexSegments, indexDead, meta } = this.#store;
    const [stored, dead, built] = await this.#store.transaction(
      "r",
      [indexSegments, indexDead, meta],
      async () => [await indexSegments.toArray(), await indexDead.toArray(), await meta.get(BUILT)] as const,
    );
    // A segment that was lost, or is there twice, shows here.
    if (built?.value !== sumOf(stored.map(({ no }) => no))) return undefined;
    const deadByNo = new Map(dead.map((one) => [one.no, one.dead]));
    return stored.map(({ no, batchId, segment }) => {
      const loaded = new LoadedSegment(segment, batchId, deadByNo.get(no));
      this.#numbers.set(loaded, no);
      return loaded;
    });
  }

  async clear(): Promise<void> {
    const { indexSegments, indexDead, indexDirty, meta } = this.#store;
    await this.#store.transaction("rw", [indexSegments, indexDead, indexDirty, meta], async () => {
      await meta.delete(BUILT);
      await indexSegments.clear();
      await indexDead.clear();
    });
    this.#numbers.clear();
  }

  /** From now on what is kept is the whole index. */
  async built(): Promise<void> {
    const { indexSegments, meta } = this.#store;
    await this.#store.transaction("rw", [indexSegments, meta], async () => {
      const numbers = await indexSegments.toCollection().primaryKeys();
      await meta.put({ key: BUILT, value: sumOf(numbers) });
    });
  }

  /** New segments of single rows beside the known ones; `taken` is what they hold. False: another window was first. */
  async keep(
    fresh: readonly LoadedSegment[],
    known: readonly LoadedSegment[],
    taken: readonly Dirty[],
  ): Promise<boolean> {
    return this.#write(known, async () => {
      for (const segment of fresh) await this.#add(segment);
      await this.#forgetDirty(taken);
    });
  }

  /** The segments of one import in place of those it had. */
  async replaceBatch(
    batchId: string,
    fresh: readonly LoadedSegment[],
    taken: Dirty,
    known: readonly LoadedSegment[],
  ): Promise<boolean> {
    return this.#write(known, async () => {
      const numbers = await this.#store.indexSegments.where("batchId").equals(batchId).primaryKeys();
      await this.#store.indexSegments.bulkDelete(numbers);
      await this.#store.indexDead.bulkDelete(numbers);
      for (const segment of fresh) await this.#add(segment);
      await this.#forgetDirty([taken]);
    });
  }

  async #write(known: readonly LoadedSegment[], work: () => Promise<void>): Promise<boolean> {
    const { indexSegments, indexDead, indexDirty, meta } = this.#store;
    let isFirst = false;
    await this.#store.transaction("rw", [indexSegments, indexDead, indexDirty, meta], async () => {
      const numbers = new Set(known.map((segment) => this.#numbers.get(segment)));
      const stored = await indexSegments.toCollection().primaryKeys();
      isFirst = stored.length === numbers.size && stored.every((no) => numbers.has(no));
      if (!isFirst) return;
      await this.#keepDead(known);
      await work();
      const isBuilt = (await meta.get(BUILT)) !== undefined;
      const after = await indexSegments.toCollection().primaryKeys();
      if (isBuilt) await meta.put({ key: BUILT, value: sumOf(after) });
    });
    return isFirst;
  }

  async #add(loaded: LoadedSegment): Promise<void> {
    const { segment, batchId } = loaded;
    const no = await this.#store.indexSegments.add({ batchId, segment });
    this.#numbers.set(loaded, no);
  }

  async #keepDead(known: readonly LoadedSegment[]): Promise<void> {
    const changed = known.flatMap((loaded) => {
      const no = this.#numbers.get(loaded);
      return no !== undefined && loaded.dead.includes(1) ? [{ no, dead: loaded.dead }] : [];
    });
    await this.#store.indexDead.bulkPut(changed);
  }

  /** What changed again since stays to be taken in. */
  async #forgetDirty(taken: readonly Dirty[]): Promise<void> {
    const now = await this.#store.indexDirty.bulkGet(taken.map(({ key }) => key));
    const same = taken.filter(({ n }, at) => now[at]?.n === n);
    await this.#store.indexDirty.bulkDelete(same.map(({ key }) => key));
  }
}

/** Which segments make up the index, and in which version of it. */
function sumOf(numbers: readonly number[]): string {
  return [INDEX_VERSION, ...[...numbers].sort((a, b) => a - b)].join(" ");
}
