import { migrate } from "../../../shared/lib/migrate.ts";
import { registry, type Incident, type IncidentEvent } from "../../../shared/records/index.ts";
import { batchKey } from "../dirty.ts";
import type { Notice } from "../notices.ts";
import { Pages } from "../pages.ts";
import { Reader } from "../reader.ts";
import type { Dirty, Head, Store } from "../store.ts";
import { IncidentTable } from "./incident-table.ts";
import { indexedRow, type IndexedRow } from "./indexed-row.ts";
import { LoadedSegment } from "./loaded-segment.ts";
import { SEGMENT_ROWS, segmentOf } from "./segment.ts";
import { SegmentStore } from "./segment-store.ts";

/** So many rows may be young before they are kept as a segment: each opening works them out anew. */
const MOST_YOUNG = 100;

/**
 * Fills the incident table from the index that the store keeps, takes in what that has not seen yet, and keeps both in
 * step with what is written. The index is a copy: where it is missing, of another version or does not agree with the
 * store, it is made again from the history.
 */
export class IncidentLoader {
  readonly table = new IncidentTable();
  readonly #store: Store;
  readonly #pages: Pages;
  readonly #reader: Reader;
  readonly #kept: SegmentStore;

  constructor(store: Store) {
    this.#store = store;
    this.#pages = new Pages(store);
    this.#reader = new Reader(store, this.#pages);
    this.#kept = new SegmentStore(store);
  }

  /** At opening. */
  async load(): Promise<void> {
    const segments = await this.#kept.load();
    // What was young here is in a segment by now, or still said to be dirty.
    this.table.forgetYoung();
    this.table.replaceSegments(segments ?? []);
    const dirty = await this.#unseen();
    await this.#refresh();
    if (segments === undefined || !this.#agrees(dirty)) await this.#rebuild(dirty);
    else await this.#takeIn(dirty);
  }

  /** Takes in one notice; true when the table may have changed. */
  async follow(notice: Notice): Promise<boolean> {
    if (!notice.touched.some((type) => SHOWN_TYPES.has(type))) return false;
    const isSmall =
      notice.records?.every(({ type }) => type === "incident" || type === "incidentEvent") === true;
    const dirty = await this.#unseen();
    if (!isSmall || dirty.some(isBatch)) await this.#refresh();
    await this.#takeIn(dirty);
    return true;
  }

  /**
   * What the index has not seen, read before the history is: what is written in between is then in the history and
   * still dirty, and is taken in once more. The other way round it would be crossed off unseen.
   */
  async #unseen(): Promise<readonly Dirty[]> {
    return this.#store.indexDirty.toArray();
  }

  close(): void {
    this.#store.close();
  }

  /** Which imports stand, and what systems and vendors are called. */
  async #refresh(): Promise<void> {
    await this.#reader.refresh();
    this.table.show((batchId) => this.#reader.stands(batchId));
    this.table.rename({ systems: await this.#names("system"), vendors: await this.#names("vendor") });
  }

  async #names(type: "system" | "vendor"): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.#reader.all(type)).map(({ id, data }) => [id, data.name]));
  }

  /** An index that misses rows of an import, or has more than its pages, is no use. */
  #agrees(dirty: readonly Dirty[]): boolean {
    const counts = new Map<string, number>();
    for (const { batchId, segment } of this.table.segments) {
      counts.set(batchId, (counts.get(batchId) ?? 0) + segment.count);
    }
    const unseen = new Set(dirty.map(({ key }) => key));
    for (const { batchId } of this.#pages.batches()) {
      if (unseen.has(batchKey(batchId))) continue;
      const heads = this.#pages.headsOf("incident", batchId);
      if (heads.reduce((sum, head) => sum + head.count, 0) !== (counts.get(batchId) ?? 0)) return false;
    }
    return true;
  }

  async #rebuild(dirty: readonly Dirty[]): Promise<void> {
    await this.#kept.clear();
    this.table.replaceSegments([]);
    const known = new Set(dirty.map(({ key }) => key));
    const batches = [...this.#pages.batches()].map(({ batchId }) => batchKey(batchId));
    const all = [...batches, ...(await this.#ownIds())].filter((key) => !known.has(key));
    // Not in the store: nothing is crossed off there for them. A rebuilding that is cut off begins again.
    await this.#takeIn([...dirty, ...all.map((key) => ({ key, n: NOT_STORED }))]);
    await this.#kept.built();
  }

  /** Incidents that have a row of their own, or a line of their timeline has. */
  async #ownIds(): Promise<Set<string>> {
    const ids = new Set<string>(await this.#store.rowsOf("incident").toCollection().primaryKeys());
    await this.#store.rowsOf("incidentEvent").each(({ data }) => {
      if (typeof data["incidentId"] === "string") ids.add(data["incidentId"]);
    });
    return ids;
  }

  async #takeIn(dirty: readonly Dirty[]): Promise<void> {
    const batches = dirty.filter(isBatch);
    const singles = dirty.filter((entry) => !isBatch(entry));
    for (const entry of batches) await this.#takeBatch(entry);
    await this.#takeSingles(batches.length === 0 ? singles : await this.#withOwn(singles));
    if (this.table.youngCount > MOST_YOUNG) await this.#keepYoung(singles);
  }

  /** After an import was read anew, what hides its rows is put over them again. */
  async #withOwn(singles: readonly Dirty[]): Promise<readonly Dirty[]> {
    const known = new Set(singles.map(({ key }) => key));
    const own = [...(await this.#ownIds())].filter((id) => !known.has(id) && this.table.holds(id));
    return [...singles, ...own.map((key) => ({ key, n: NOT_STORED }))];
  }

  async #takeSingles(singles: readonly Dirty[]): Promise<void> {
    const taken =
      singles.length > MANY ? await this.#takeOwn(new Set(singles.map(({ key }) => key))) : NOTHING;
    for (const { key: id } of singles) {
      if (taken.has(id)) continue;
      const incident = await this.#reader.get("incident", id);
      if (incident === undefined) {
        this.table.delete(id);
        continue;
      }
      const events = await this.#reader.childrenOf("incidentEvent", id);
      this.table.put(
        indexedRow(
          id,
          incident.data,
          events.map(({ data }) => data),
        ),
      );
    }
  }

  /** Many at once, where two readings of whole tables cost less than two readings each. Gives those it could take. */
  async #takeOwn(ids: ReadonlySet<string>): Promise<ReadonlySet<string>> {
    const eventsById = new Map<string, IncidentEvent[]>();
    for (const { data } of await this.#reader.own("incidentEvent")) {
      const timeline = eventsById.get(data.incidentId);
      if (timeline === undefined) eventsById.set(data.incidentId, [data]);
      else timeline.push(data);
    }
    const taken = new Set<string>();
    for (const { id, data } of await this.#reader.own("incident")) {
      if (!ids.has(id)) continue;
      this.table.put(indexedRow(id, data, eventsById.get(id) ?? NO_EVENTS));
      taken.add(id);
    }
    return taken;
  }

  async #keepYoung(singles: readonly Dirty[]): Promise<void> {
    const rows = this.table.young();
    const segments = chunked(rows).map((some) => new LoadedSegment(segmentOf(some), ""));
    if (await this.#kept.keep(segments, this.table.segments, singles)) {
      this.table.forgetYoung();
      this.table.replaceSegments([...this.table.segments, ...segments]);
    } else await this.load();
  }

  async #takeBatch(entry: Dirty): Promise<void> {
    const batchId = entry.key.slice(BATCH.length);
    const segments: LoadedSegment[] = [];
    const heads = this.#pages.headsOf("incident", batchId);
    const eventHeads = this.#pages.headsOf("incidentEvent", batchId);
    for (let from = 0; from < heads.length; from += HEADS_A_SEGMENT) {
      const rows = await this.#rowsOf(heads.slice(from, from + HEADS_A_SEGMENT), eventHeads);
      segments.push(new LoadedSegment(segmentOf(rows), batchId));
    }
    const others = this.table.segments.filter((segment) => segment.batchId !== batchId);
    if (await this.#kept.replaceBatch(batchId, segments, entry, this.table.segments)) {
      this.table.replaceSegments([...others, ...segments]);
    } else await this.load();
  }

  /** The rows of some pages, with the timelines that lie in pages whose incidents overlap theirs. */
  async #rowsOf(heads: readonly Head[], eventHeads: readonly Head[]): Promise<IndexedRow[]> {
    const first = heads.reduce((least, { firstId }) => (firstId < least ? firstId : least), "\uffff");
    const last = heads.reduce((most, { lastId }) => (lastId > most ? lastId : most), "");
    const near = eventHeads.filter(
      ({ firstParent, lastParent }) => firstParent <= last && lastParent >= first,
    );
    const eventsById = new Map<string, IncidentEvent[]>();
    for (const { head, records } of await this.#pages.records(near)) {
      for (const { data } of records) {
        const event = migrated("incidentEvent", head, data) as IncidentEvent;
        const timeline = eventsById.get(event.incidentId);
        if (timeline === undefined) eventsById.set(event.incidentId, [event]);
        else timeline.push(event);
      }
    }
    return (await this.#pages.records(heads)).flatMap(({ head, records }) =>
      records.map(({ id, data }) =>
        indexedRow(id, migrated("incident", head, data) as Incident, eventsById.get(id) ?? NO_EVENTS),
      ),
    );
  }
}

const MANY = 500;
const NOTHING: ReadonlySet<string> = new Set();
const BATCH = batchKey("");
const isBatch = ({ key }: Dirty): boolean => key.startsWith(BATCH);
/** No stored entry has it: those are drawn from 0 up. */
const NOT_STORED = -1;
const HEADS_A_SEGMENT = SEGMENT_ROWS / 100;
const NO_EVENTS: readonly IncidentEvent[] = [];

const SHOWN_TYPES: ReadonlySet<string> = new Set([
  "incident",
  "incidentEvent",
  "system",
  "vendor",
  "importBatch",
]);

function migrated(
  type: "incident" | "incidentEvent",
  head: Head,
  data: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { version, migrations } = registry[type];
  return head.schemaVersion < version ? migrate(migrations, head.schemaVersion, data) : data;
}

function chunked<T>(all: readonly T[]): T[][] {
  const chunks: T[][] = [];
  for (let from = 0; from < all.length; from += SEGMENT_ROWS)
    chunks.push(all.slice(from, from + SEGMENT_ROWS));
  return chunks;
}
