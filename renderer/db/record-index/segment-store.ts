import type { RecordType } from "../../../shared/records/index.ts";
import { dirtyRange } from "../dirty.ts";
import type { Dirty, Store } from "../store.ts";
import { LoadedSegment } from "./loaded-segment.ts";

/** Raised whenever a row of the index is worked out differently, or looks different in the store. */
const INDEX_VERSION = 2;

/** The index as the store keeps it, and what it has not seen. */
interface Kept {
  /** Undefined where there is no index of this version that is whole. */
  readonly segments: LoadedSegment[] | undefined;
  readonly dirty: readonly Dirty[];
}

/**
 * The index of one type as the store keeps it. Several windows may keep one: each write first makes sure that this
 * window knows every segment there is, and says no where it does not; the window then reads the index anew.
 */
export class SegmentStore {
  readonly #store: Store;
  readonly #type: RecordType;
  readonly #numbers = new Map<LoadedSegment, number>();

  constructor(store: Store, type: RecordType) {
    this.#store = store;
    this.#type = type;
  }

  /** In one look: between two, another window might take what is dirty into a segment that this one does not know. */
  async load(): Promise<Kept> {
    const { indexSegments, indexDead, indexDirty, meta } = this.#store;
    this.#numbers.clear();
    return this.#store.transaction("r", [indexSegments, indexDead, indexDirty, meta], async () => {
      const [stored, dirty, built] = await Promise.all([
        indexSegments.where("type").equals(this.#type).toArray(),
        this.unseen(),
        meta.get(this.#builtKey),
      ]);
      const dead = await indexDead.bulkGet(stored.map(({ no }) => no));
      const segments = stored.map(({ no, batchId, segment }, at) => {
        const loaded = new LoadedSegment(segment, batchId, undefined, dead[at]?.dead);
        this.#numbers.set(loaded, no);
        return loaded;
      });
      // A segment that was lost, or is there twice, or rows that came to life again, show here.
      return { segments: built?.value === this.#sum(segments) ? segments : undefined, dirty };
    });
  }

  /** What was written since and is in no segment. */
  async unseen(): Promise<readonly Dirty[]> {
    return this.#store.indexDirty
      .where("key")
      .between(...dirtyRange(this.#type))
      .toArray();
  }

  /** Reads what search looks in; what another window has replaced meanwhile stays without. */
  async readSearch(segments: readonly LoadedSegment[]): Promise<void> {
    const numbers = segments.map((loaded) => this.#numbers.get(loaded) ?? NOT_STORED);
    const found = await this.#store.indexWords.bulkGet(numbers);
    for (const [at, loaded] of segments.entries()) loaded.search ??= found[at]?.search;
  }

  async clear(): Promise<void> {
    const { indexSegments, meta } = this.#store;
    await this.#store.transaction("rw", this.#tables(), async () => {
      await meta.delete(this.#builtKey);
      await this.#delete(await indexSegments.where("type").equals(this.#type).primaryKeys());
    });
    this.#numbers.clear();
  }

  /** From now on what is kept is the whole index. */
  async built(known: readonly LoadedSegment[]): Promise<void> {
    await this.#store.meta.put({ key: this.#builtKey, value: this.#sum(known) });
  }

  /** New segments of single rows beside the known ones; `taken` is what they hold. False: another window was first. */
  async keep(
    fresh: readonly LoadedSegment[],
    known: readonly LoadedSegment[],
    taken: readonly Dirty[],
  ): Promise<boolean> {
    return this.#write(known, async () => {
      for (const loaded of fresh) await this.#add(loaded);
      await this.#forgetDirty(taken);
      return [...known, ...fresh];
    });
  }

  /** Fewer segments in place of some of the known ones, with the same rows. */
  async merge(
    old: readonly LoadedSegment[],
    merged: readonly LoadedSegment[],
    known: readonly LoadedSegment[],
  ): Promise<boolean> {
    return this.#write(known, async () => {
      await this.#delete(old.flatMap((loaded) => this.#numbers.get(loaded) ?? []));
      for (const loaded of merged) await this.#add(loaded);
      return [...known.filter((loaded) => !old.includes(loaded)), ...merged];
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
      const old = this.#store.indexSegments.where("[type+batchId]").equals([this.#type, batchId]);
      await this.#delete(await old.primaryKeys());
      for (const loaded of fresh) await this.#add(loaded);
      await this.#forgetDirty([taken]);
      return [...known.filter((loaded) => loaded.batchId !== batchId), ...fresh];
    });
  }

  /** `work` gives the segments that there are after it. */
  async #write(
    known: readonly LoadedSegment[],
    work: () => Promise<readonly LoadedSegment[]>,
  ): Promise<boolean> {
    const { indexSegments, meta } = this.#store;
    let isFirst = false;
    await this.#store.transaction("rw", this.#tables(), async () => {
      const numbers = new Set(known.map((loaded) => this.#numbers.get(loaded)));
      const stored = await indexSegments.where("type").equals(this.#type).primaryKeys();
      isFirst = stored.length === numbers.size && stored.every((no) => numbers.has(no));
      if (!isFirst) return;
      await this.#keepDead(known);
      const after = await work();
      if ((await meta.get(this.#builtKey)) !== undefined) await this.built(after);
    });
    return isFirst;
  }

  async #add(loaded: LoadedSegment): Promise<void> {
    const { segment, batchId, search } = loaded;
    const no = await this.#store.indexSegments.add({ type: this.#type, batchId, segment });
    if (search !== undefined) await this.#store.indexWords.put({ no, search });
    this.#numbers.set(loaded, no);
    await this.#keepDead([loaded]);
  }

  async #delete(numbers: readonly number[]): Promise<void> {
    const { indexSegments, indexWords, indexDead } = this.#store;
    for (const table of [indexSegments, indexWords, indexDead]) await table.bulkDelete([...numbers]);
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

  #tables() {
    const { indexSegments, indexWords, indexDead, indexDirty, meta } = this.#store;
    return [indexSegments, indexWords, indexDead, indexDirty, meta];
  }

  /** Which segments make up the index, in which version of it, and how many of their rows live. */
  #sum(segments: readonly LoadedSegment[]): string {
    const numbers = segments.map((loaded) => this.#numbers.get(loaded) ?? NOT_STORED);
    const living = segments.reduce((sum, loaded) => sum + loaded.living, 0);
    return [INDEX_VERSION, living, ...numbers.sort((a, b) => a - b)].join(" ");
  }

  get #builtKey(): string {
    return `index:${this.#type}`;
  }
}

/** The store counts its segments from 1 up. */
const NOT_STORED = 0;
