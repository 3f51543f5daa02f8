import { migrate } from "../../../shared/lib/migrate.ts";
import { registry, type RecordType } from "../../../shared/records/index.ts";
import { batchKey, idIn, kindOf, partOf, recordKey } from "../dirty.ts";
import type { Notice } from "../notices.ts";
import { versionIn } from "../packed.ts";
import type { Dirty, Head, PackedRecord } from "../store.ts";
import type { IndexSource } from "./index-source.ts";
import type { IndexedRow, ListedType } from "./listed-type.ts";
import type { LoadedSegment } from "./loaded-segment.ts";
import { loadedOf, RecordTable } from "./record-table.ts";
import { SEGMENT_ROWS } from "./segment.ts";
import { SegmentStore } from "./segment-store.ts";
import { mergedSegments, tooManySmall } from "./small-segments.ts";

/** So many rows may be young before they are kept as a segment: each opening works them out anew. */
const MOST_YOUNG = 100;

/**
 * Fills the table of one type from the index that the store keeps, takes in what that has not seen yet, and keeps both
 * in step with what is written. The index is a copy: where it is missing, of another version or does not agree with the
 * store, it is made again from the records.
 */
export class RecordLoader {
  readonly table: RecordTable;
  readonly #listed: ListedType;
  readonly #part: RecordType | undefined;
  readonly #source: IndexSource;
  readonly #kept: SegmentStore;
  /** What is dirty in the store and in the table already. */
  readonly #taken = new Map<string, number>();
  #loading = 0;

  constructor(listed: ListedType, source: IndexSource) {
    this.#listed = listed;
    this.#part = partOf(listed.type);
    this.#source = source;
    this.table = new RecordTable(listed);
    this.#kept = new SegmentStore(source.store, listed.type);
  }

  /** False while the index is read: the table then misses what is young. */
  get isWhole(): boolean {
    return this.#loading === 0;
  }

  /** At opening, and when another window has changed what is kept. */
  async load(): Promise<void> {
    this.#loading += 1;
    try {
      await this.#load();
    } finally {
      this.#loading -= 1;
    }
  }

  /** Takes in one notice that concerns this type. */
  async follow(notice: Notice): Promise<void> {
    // Read before the records are: what is written in between is then in them and still dirty, and is taken in once
    // more. The other way round it would be crossed off unseen.
    const dirty = await this.#kept.unseen();
    if (notice.records === undefined || dirty.some(({ key }) => kindOf(key) !== "record")) {
      await this.#source.reader.refresh();
      this.table.show((batchId) => this.#source.reader.stands(batchId));
    }
    await this.#takeIn(dirty);
  }

  /**
   * Reads what search looks in, some segments at a time: other questions are answered in between. False where another
   * window has replaced a segment that stands here: the index is then read anew.
   */
  async readSearch(): Promise<boolean> {
    for (;;) {
      const missing = this.table.segments.filter(({ search }) => search === undefined).slice(0, READ_AT_ONCE);
      if (missing.length === 0) return true;
      await this.#kept.readSearch(missing);
      // What is not there any more and not asked about here either was replaced by this window.
      const standing = new Set(this.table.segments);
      if (missing.some((loaded) => loaded.search === undefined && standing.has(loaded))) return false;
    }
  }

  async #load(): Promise<void> {
    const { segments, dirty } = await this.#kept.load();
    // What was young here is in a segment by now, or still said to be dirty.
    this.table.forgetYoung();
    this.#taken.clear();
    this.table.replaceSegments(segments ?? []);
    // After what is dirty, never before: what was written in between would be crossed off unseen.
    await this.#source.reader.refresh();
    this.table.show((batchId) => this.#source.reader.stands(batchId));
    if (segments === undefined || !this.#agrees(dirty)) await this.#rebuild(dirty);
    else await this.#takeIn(dirty);
  }

  /** An index that misses rows of an import, or has more than its pages, is no use. */
  #agrees(dirty: readonly Dirty[]): boolean {
    const { type } = this.#listed;
    const counts = new Map<string, number>();
    for (const { batchId, segment } of this.table.segments)
      counts.set(batchId, (counts.get(batchId) ?? 0) + segment.count);
    const unseen = new Set(dirty.map(({ key }) => key));
    for (const { batchId } of this.#source.pages.batches()) {
      if (unseen.has(batchKey(type, batchId))) continue;
      const heads = this.#source.pages.headsOf(type, batchId);
      if (heads.reduce((sum, head) => sum + head.count, 0) !== (counts.get(batchId) ?? 0)) return false;
    }
    return true;
  }

  async #rebuild(dirty: readonly Dirty[]): Promise<void> {
    const { type } = this.#listed;
    await this.#kept.clear();
    this.table.replaceSegments([]);
    const known = new Set(dirty.map(({ key }) => key));
    const batches = [...this.#source.pages.batches()].map(({ batchId }) => batchKey(type, batchId));
    const own = [...(await this.#ownIds())].map((id) => recordKey(type, id));
    const all = [...batches, ...own].filter((key) => !known.has(key));
    // Not in the store: nothing is crossed off there for them. A rebuilding that is cut off begins again.
    await this.#takeIn([...dirty, ...all.map((key) => ({ key, n: NOT_STORED }))]);
    // Few or many, nothing says any more that they are missing: the index has to hold them.
    if (this.table.youngCount > 0) await this.#keepYoung(dirty);
    await this.#kept.built(this.table.segments);
  }

  /** Records that no import's page tells all of: they lie elsewhere, or a part of them does. */
  async #ownIds(): Promise<Set<string>> {
    const { reader } = this.#source;
    const ids = new Set((await reader.besideImports(this.#listed.type)).keys());
    if (this.#part === undefined) return ids;
    for (const owner of (await reader.besideImports(this.#part)).values()) if (owner !== "") ids.add(owner);
    return ids;
  }

  async #takeIn(dirty: readonly Dirty[]): Promise<void> {
    const fresh = dirty.filter((entry) => this.#isDue(entry));
    const batches = fresh.filter(({ key }) => kindOf(key) === "batch");
    const own = batches.length === 0 ? NONE : await this.#ownIds();
    for (const entry of batches) await this.#takeBatch(entry, own);
    const ids = fresh.flatMap(({ key }) => {
      const kind = kindOf(key);
      if (kind === "record") return [idIn(key)];
      return kind === "brought" ? this.table.idsBrought(idIn(key)) : [];
    });
    await this.#takeSingles([...new Set(ids)]);
    for (const { key, n } of fresh) this.#taken.set(key, n);
    if (this.table.youngCount > MOST_YOUNG) await this.#keepYoung(dirty);
  }

  /**
   * An import that is on its way, a page at a time, is shown when all of it is there. Until then it stays dirty: to take it
   * in whole at each page would keep a processor busy for as long as a first sync lasts.
   */
  #isDue({ key, n }: Dirty): boolean {
    if (n === NOT_STORED) return true;
    if (kindOf(key) === "batch" && !this.#source.reader.stands(idIn(key))) return false;
    return this.#taken.get(key) !== n;
  }

  async #takeSingles(ids: readonly string[]): Promise<void> {
    const taken = this.#part !== undefined && ids.length > MANY ? await this.#takeOwn(this.#part, ids) : NONE;
    for (const some of chunksOf(
      ids.filter((id) => !taken.has(id)),
      MANY,
    )) {
      await this.#source.pages.together([this.#listed.type, this.#part ?? this.#listed.type], () =>
        this.#takeSome(some),
      );
    }
  }

  async #takeSome(ids: readonly string[]): Promise<void> {
    const records = await this.#source.reader.findMany(this.#listed.type, ids);
    for (const id of ids) {
      const record = records.get(id);
      if (record === undefined) this.table.delete(id);
      else {
        const row = this.#listed.row(id, record.data, await this.#partsOf(id));
        this.table.put({ ...row, batchId: record.batchId });
      }
    }
  }

  async #partsOf(id: string): Promise<readonly Data[]> {
    if (this.#part === undefined) return [];
    return (await this.#source.reader.childrenOf(this.#part, id)).map(({ data }) => data);
  }

  /** Many at once, where two readings of whole tables cost less than two readings each. Gives those it could take. */
  async #takeOwn(part: RecordType, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const { reader } = this.#source;
    const parts = grouped(part, await reader.own(part));
    const wanted = new Set(ids);
    const taken = new Set<string>();
    for (const { id, data } of await reader.own(this.#listed.type)) {
      if (!wanted.has(id)) continue;
      this.table.put(this.#listed.row(id, data, parts.get(id) ?? []));
      taken.add(id);
    }
    return taken;
  }

  async #keepYoung(dirty: readonly Dirty[]): Promise<void> {
    const singles = dirty.filter(({ key }) => kindOf(key) !== "batch");
    const fresh = chunksOf(this.table.young(), SEGMENT_ROWS).map((rows) => loadedOf(this.#listed, rows));
    if (await this.#kept.keep(fresh, this.table.segments, singles)) {
      this.table.settle(fresh);
      for (const { key } of singles) this.#taken.delete(key);
      await this.#mergeSmall();
    } else await this.load();
  }

  /** Thousands of single edits leave many segments that hold little, each of which every question looks through. */
  async #mergeSmall(): Promise<void> {
    const small = tooManySmall(this.table.segments);
    if (small.length === 0) return;
    await this.#kept.readSearch(small.filter(({ search }) => search === undefined));
    const merged = mergedSegments(this.#listed, small);
    // Where another window has replaced one of them, this one hears of it at its next write.
    if (merged === undefined) return;
    if (await this.#kept.merge(small, merged, this.table.segments)) this.table.merge(small, merged);
    else await this.load();
  }

  /** `own` are the records that are not to be taken from the import's pages: they are dirty, or kept by themselves. */
  async #takeBatch(entry: Dirty, own: ReadonlySet<string>): Promise<void> {
    const { type } = this.#listed;
    const { pages } = this.#source;
    const batchId = idIn(entry.key);
    const partHeads = this.#part === undefined ? [] : pages.headsOf(this.#part, batchId);
    const fresh: LoadedSegment[] = [];
    for (const heads of runsOf(pages.headsOf(type, batchId))) {
      const loaded = loadedOf(this.#listed, await this.#rowsOf(heads, partHeads), batchId);
      loaded.hide(own);
      fresh.push(loaded);
    }
    // Those that were edited and lie in the pages by now are taken from there.
    for (const id of this.table.idsBrought(batchId)) if (!own.has(id)) this.table.delete(id);
    const others = this.table.segments.filter((segment) => segment.batchId !== batchId);
    if (fresh.length === 0 && others.length === this.table.segments.length) {
      await this.#kept.keep([], others, [entry]);
    } else if (await this.#kept.replaceBatch(batchId, fresh, entry, this.table.segments)) {
      this.table.replaceSegments([...others, ...fresh]);
    } else await this.load();
  }

  /** The rows of some pages, with the parts that lie in pages whose owners overlap theirs. */
  async #rowsOf(heads: readonly Head[], partHeads: readonly Head[]): Promise<IndexedRow[]> {
    const { pages } = this.#source;
    const first = heads.reduce((least, { firstId }) => (firstId < least ? firstId : least), "\uffff");
    const last = heads.reduce((most, { lastId }) => (lastId > most ? lastId : most), "");
    const near = partHeads.filter(
      ({ firstParent, lastParent }) => firstParent <= last && lastParent >= first,
    );
    const parts = new Map<string, Data[]>();
    if (this.#part !== undefined) {
      for (const { head, records } of await pages.records(near)) {
        const some = records.map((record) => ({ data: migrated(head, record) }));
        for (const [owner, found] of grouped(this.#part, some))
          parts.set(owner, [...(parts.get(owner) ?? []), ...found]);
      }
    }
    return (await pages.records(heads)).flatMap(({ head, records }) =>
      records.map((record) =>
        this.#listed.row(record.id, migrated(head, record), parts.get(record.id) ?? []),
      ),
    );
  }
}

type Data = Readonly<Record<string, unknown>>;

const MANY = 500;
const READ_AT_ONCE = 10;
const NONE: ReadonlySet<string> = new Set();
/** No stored entry has it: those are drawn from 0 up. */
const NOT_STORED = -1;

function migrated(head: Head, record: PackedRecord): Data {
  const { version, migrations } = registry[head.type];
  const { data } = record;
  const schemaVersion = versionIn(head, record);
  return schemaVersion < version ? migrate(migrations, schemaVersion, data) : data;
}

/** Parts by the record that they belong to. */
function grouped(part: RecordType, records: readonly { readonly data: Data }[]): Map<string, Data[]> {
  const owner: string = registry[part].parent ?? "";
  const groups = new Map<string, Data[]>();
  for (const { data } of records) {
    const id = data[owner];
    if (typeof id !== "string") continue;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [data]);
    else group.push(data);
  }
  return groups;
}

/** Pages side by side, a segment's worth of rows together. */
function runsOf(heads: readonly Head[]): Head[][] {
  const runs: Head[][] = [];
  let count = SEGMENT_ROWS;
  for (const head of heads) {
    if (count + head.count > SEGMENT_ROWS) {
      runs.push([]);
      count = 0;
    }
    runs.at(-1)?.push(head);
    count += head.count;
  }
  return runs;
}

function chunksOf<T>(all: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let from = 0; from < all.length; from += size) chunks.push(all.slice(from, from + size));
  return chunks;
}
