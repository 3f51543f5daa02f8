import { groupBy } from "../../../shared/lib/group-by.ts";
import { must } from "../../../shared/lib/must.ts";
import { registry, type RecordType } from "../../../shared/records/index.ts";
import { isDeleted } from "../../../shared/sync/fold.ts";
import { dirtyKeys, markDirty } from "../dirty.ts";
import { nextGeneration } from "../generation.ts";
import { takeCounter } from "../meta.ts";
import { headAgain, packed, repacked, settledHead } from "../packed.ts";
import type { Pages, Place } from "../pages.ts";
import { NO_BATCH, type Row, type Store } from "../store.ts";

/**
 * Makes one page of these rows, which lie in no page yet. Page, head and the end of the rows are one strict transaction:
 * cut off anywhere, either all of it happened or none. A row that was written since it was read stays. Gives how many
 * were moved.
 */
export async function packRows(
  store: Store,
  pages: Pages,
  type: RecordType,
  rows: readonly Row[],
): Promise<number> {
  return store.transaction("rw", [store.rowsOf(type), ...pages.tables()], async () => {
    const same = await unchanged(store, type, rows);
    const { version } = registry[type];
    const known = await pages.together([type], () =>
      pages.getMany(
        type,
        same.map(({ id }) => id),
      ),
    );
    const records = same.filter(({ id }) => !known.has(id)).map((row) => packed(row, version));
    if (records.length === 0) return 0;
    const no = await takeCounter(store, "pageNo", 1);
    const gen = await nextGeneration(store, "marked");
    await store.pages.put({ no, records });
    await store.heads.put(settledHead(no, type, gen, records));
    await store.rowsOf(type).bulkDelete(records.map(({ id }) => id));
    return records.length;
  });
}

/**
 * Puts edited copies back into the one page that holds their originals, in one strict transaction like `packRows`. Of
 * what is deleted the row stays and a page of settled records lets go of it; a page of an import never does, because its
 * records are its desk's first changes. Gives the rows that were moved.
 */
export async function repackRows(
  store: Store,
  pages: Pages,
  type: RecordType,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const tables = [store.rowsOf(type), ...pages.tables(), store.indexDirty];
  return store.transaction("rw", tables, async () => {
    const moved: Row[] = [];
    const placed = await pages.together([type], async () => {
      const found: { row: Row; place: Place }[] = [];
      for (const row of await unchanged(store, type, rows)) {
        const place = await solePlace(pages, type, row.id);
        if (place !== undefined) found.push({ row, place });
      }
      return found;
    });
    if (placed.length === 0) return moved;
    const gen = await nextGeneration(store, "marked");
    for (const [no, edited] of groupBy(placed, ({ place }) => place.head.no)) {
      const { head } = must(edited[0], "a group has a first").place;
      const page = must(await store.pages.get(no), "a head is written with its page");
      const rowsById = new Map(edited.map(({ row }) => [row.id, row]));
      const records = page.records.flatMap((record) => {
        const row = rowsById.get(record.id);
        if (row === undefined) return [record];
        if (isDeleted(row)) return head.batchId === NO_BATCH ? [] : [record];
        moved.push(row);
        return [repacked(head, record, row)];
      });
      await store.pages.put({ no, records });
      await store.heads.put(headAgain(head, gen, records));
    }
    await store.rowsOf(type).bulkDelete(moved.map(({ id }) => id));
    // A list that was reading this page meanwhile may have the record as it was.
    await markDirty(
      store,
      moved.flatMap(({ id, data }) => dirtyKeys(type, id, data)),
    );
    return moved;
  });
}

/** Where a row's original lies. One that was packed here before its import came has two, and stays a row for good. */
async function solePlace(pages: Pages, type: RecordType, id: string): Promise<Place | undefined> {
  const places = await pages.placesOf(type, id);
  return places.length === 1 ? places[0] : undefined;
}

async function unchanged(store: Store, type: RecordType, rows: readonly Row[]): Promise<Row[]> {
  const now = await store.rowsOf(type).bulkGet(rows.map(({ id }) => id));
  return rows.filter((row, at) => JSON.stringify(row) === JSON.stringify(now[at]));
}
