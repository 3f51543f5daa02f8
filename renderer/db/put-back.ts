import { stampOf, tick } from "../../shared/lib/hybrid-clock.ts";
import { recordId } from "../../shared/lib/ids.ts";
import { isRecordType, type RecordType } from "../../shared/records/index.ts";
import { changeId, DELETED, type Change } from "../../shared/sync/change.ts";
import { fold } from "../../shared/sync/fold.ts";
import { keepContests } from "./contested.ts";
import type { RefoldParts } from "./desk-parts.ts";
import { batchKey, dirtyKeys, markDirty, recordKey } from "./dirty.ts";
import { nextGeneration } from "./generation.ts";
import { raiseCounters } from "./journal-counters.ts";
import { readMeta, takeCounter, writeMeta } from "./meta.ts";
import { headOf } from "./packed.ts";
import { isOfImport } from "./pages.ts";
import type { Batch, Head, Page, PackedRecord, Store, StoredChange } from "./store.ts";

interface OwnLog {
  readonly newest: number;
  changes(mark: number, limit: number): Promise<readonly Change[]>;
}

interface Fork {
  /** From this number on, what the desk has is not what the service has. */
  readonly fork: number;
  /** What was given out of each counter, as the service's changes show it. */
  readonly counters: ReadonlyMap<string, number>;
}

/** Undefined where the desk has under its numbers what the service has. */
export async function compare(
  desk: string,
  mine: OwnLog,
  theirs: AsyncIterable<readonly Change[]>,
  mark: number,
): Promise<Fork | undefined> {
  const counters = new Map<string, number>();
  let fork: number | undefined;
  for await (const changes of theirs) {
    raiseCounters(counters, desk, changes);
    const [first, last] = [changes[0], changes.at(-1)];
    if (fork !== undefined || first === undefined || last === undefined) continue;
    const some = await mine.changes(first.deskSeq - 1, last.deskSeq - first.deskSeq + 1);
    const bySeq = new Map(some.map((change) => [change.deskSeq, change]));
    fork = changes.find((change) => {
      const own = bySeq.get(change.deskSeq);
      return own !== undefined && !isSame(own, change);
    })?.deskSeq;
  }
  if (fork === undefined && mark <= mine.newest) return undefined;
  // What is saved while the service is read gets numbers that it knows, too.
  return { fork: Math.min(fork ?? Infinity, mine.newest + 1), counters };
}

/** One change under one number. What the service brought down has another stamp only, what it compacted fewer fields. */
function isSame(mine: Change, theirs: Change): boolean {
  return (
    mine.recordId === theirs.recordId &&
    mine.type === theirs.type &&
    mine.batchId === theirs.batchId &&
    Object.entries(theirs.patch).every(
      ([field, value]) => JSON.stringify(mine.patch[field]) === JSON.stringify(value),
    )
  );
}

export interface Reissued {
  readonly changes: number;
  readonly types: readonly RecordType[];
}

/**
 * After this desk's store was put back from an old copy: the service holds other changes under the numbers from `fork` on
 * than the desk made since. The desk's get new numbers, from above `mark`, and new times; the records that they made get
 * new ids, for the service may have others under those. Then the service's come as anybody's do, and nothing of either is
 * lost. Inside a transaction over all tables; counters are raised already.
 *
 * What the desk wrote since comes after what it wrote before, in contested fields too: it is one desk that writes.
 */
export async function reissue(parts: RefoldParts, fork: number, mark: number): Promise<Reissued> {
  const { store, pages, desk } = parts;
  await pages.refresh();
  const singles = await store.changes
    .where("[desk+deskSeq]")
    .between([desk, fork], [desk, Infinity])
    .toArray();
  const batches = [...pages.batches()].filter((batch) => batch.desk === desk && batch.baseSeq >= fork);
  const imports = await Promise.all(
    batches.map(async (batch) => ({ batch, pages: await pagesOf(store, batch) })),
  );
  const count = singles.length + batches.reduce((sum, batch) => sum + batch.count, 0);
  const types = new Set<RecordType>();
  if (count === 0) {
    await writeMeta(store, "deskSeq", Math.max(mark, await readMeta(store, "deskSeq")));
    return { changes: 0, types: [] };
  }

  const ids = await newIds(
    parts,
    singles,
    imports.flatMap((one) => one.pages),
  );
  await takeOut(parts, singles, ids, types);
  let deskSeq = mark;
  let time = tick(await readMeta(store, "time"), parts.nowMs, count);
  const again = rewriter(ids);
  const queue = [
    ...singles.map((change) => ({ at: change.deskSeq, change })),
    ...imports.map((one) => ({ at: one.batch.baseSeq, ...one })),
  ].sort((a, b) => a.at - b.at);
  for (const one of queue) {
    if ("change" in one) {
      deskSeq += 1;
      await writeAgain(parts, again.change(one.change, desk, deskSeq, stampOf(time, desk)), types);
      time = { ms: time.ms, counter: time.counter + 1 };
    } else {
      await moveImport(parts, one, again, { baseSeq: deskSeq + 1, ...time }, types);
      deskSeq += one.batch.count;
      time = { ms: time.ms, counter: time.counter + one.batch.count };
    }
  }
  await writeMeta(store, "deskSeq", deskSeq);
  await writeMeta(store, "time", time);
  // Steps speak of records by their old ids.
  await store.steps.clear();
  return { changes: count, types: [...types] };
}

type Ids = ReadonlyMap<string, string>;
interface ImportPage {
  readonly head: Head;
  readonly page: Page;
}

async function pagesOf(store: Store, { batchId }: Batch): Promise<ImportPage[]> {
  const heads = await store.heads.where("batchId").equals(batchId).toArray();
  const found = await store.pages.bulkGet(heads.map(({ no }) => no));
  return heads.flatMap((head, at) => {
    const page = found[at];
    return page === undefined ? [] : [{ head, page }];
  });
}

/** A new id for every record that only these changes know. */
async function newIds(
  { store, pages, desk }: RefoldParts,
  singles: readonly StoredChange[],
  imported: readonly ImportPage[],
): Promise<Ids> {
  const made = new Set(imported.flatMap(({ page }) => page.records.map(({ id }) => id)));
  const forked = new Set(singles.map(({ id }) => id));
  for (const { recordKey: key, recordId: id, type } of singles) {
    if (!id.startsWith(`${desk}-`) || made.has(id) || !isRecordType(type)) continue;
    const all = await store.changes.where("recordKey").equals(key).primaryKeys();
    const places = await pages.placesOf(type, id);
    if (all.every((other) => forked.has(other)) && !places.some(({ head }) => isOfImport(head))) made.add(id);
  }
  const first = await takeCounter(store, "idCounter", made.size);
  return new Map([...made].sort().map((id, n) => [id, recordId(desk, first + n)]));
}

/** The records as they are without these changes. */
async function takeOut(
  { store, pages, foldAnew }: RefoldParts,
  singles: readonly StoredChange[],
  ids: Ids,
  types: Set<RecordType>,
): Promise<void> {
  await store.changes.bulkDelete(singles.map(({ id }) => id));
  for (const [type, id] of new Map(
    singles.map((change) => [change.recordKey, [change.type, change.recordId] as const]),
  ).values()) {
    if (!isRecordType(type)) continue;
    types.add(type);
    const before = await store.rowsOf(type).get(id);
    const next = ids.has(id) ? undefined : await foldAnew(type, id);
    const isPacked = (await pages.placesOf(type, id)).some(({ head }) => !isOfImport(head));
    if (next !== undefined) await store.rowsOf(type).put({ id, ...next });
    // Packed by itself meanwhile: a row that says "gone" hides it.
    else if (isPacked)
      await store.rowsOf(type).put({ id, data: { [DELETED]: true }, stamp: "", schemaVersion: 1 });
    else await store.rowsOf(type).delete(id);
    await keepContests(store, type, id, { versions: next?.versions ?? {} });
    for (const one of [before, next])
      if (one !== undefined) await markDirty(store, dirtyKeys(type, id, one.data));
  }
}

async function writeAgain(
  { store, pages }: RefoldParts,
  change: Change,
  types: Set<RecordType>,
): Promise<void> {
  const { type, recordId: id } = change;
  await store.changes.put({ ...change, recordKey: `${type}:${id}` });
  if (!isRecordType(type)) return;
  types.add(type);
  const next = fold((await store.rowsOf(type).get(id)) ?? (await pages.get(type, id)), change);
  await store.rowsOf(type).put({ id, ...next });
  await keepContests(store, type, id, next);
  await markDirty(store, dirtyKeys(type, id, next.data));
}

/** An import made since, under its new numbers: its pages stay where they are. */
async function moveImport(
  { store, pages }: RefoldParts,
  { batch, pages: imported }: { readonly batch: Batch; readonly pages: readonly ImportPage[] },
  again: Rewriter,
  to: Pick<Batch, "baseSeq" | "ms" | "counter">,
  types: Set<RecordType>,
): Promise<void> {
  const batchId = again.id(batch.batchId);
  await store.batches.delete(batch.batchId);
  await store.batches.put({ ...batch, ...to, batchId });
  const gen = await nextGeneration(store, "all");
  for (const { head, page } of imported) {
    const { no, type, offset, schemaVersion } = head;
    types.add(type);
    const records = page.records.map((record) => again.record(record));
    await store.pages.put({ no, records });
    await store.heads.put({ ...headOf(no, type, batchId, offset, schemaVersion, records), gen });
    await markDirty(store, [batchKey(type, batch.batchId), batchKey(type, batchId)]);
  }
  await markDirty(store, [recordKey("importBatch", batch.batchId), recordKey("importBatch", batchId)]);
  await pages.refresh();
}

interface Rewriter {
  id(id: string): string;
  record(record: PackedRecord): PackedRecord;
  change(change: StoredChange, desk: string, deskSeq: number, stamp: string): Change;
}

/** Wherever an old id stands for a record, the new one; what an author saw of the desk's own changes goes by their new times. */
function rewriter(ids: Ids): Rewriter {
  const stamps = new Map<string, string>();
  const id = (old: string): string => ids.get(old) ?? old;
  const value = (old: unknown): unknown => {
    if (typeof old === "string") return id(old);
    if (Array.isArray(old)) return old.map(value);
    if (typeof old !== "object" || old === null) return old;
    return Object.fromEntries(Object.entries(old).map(([key, one]) => [key, value(one)]));
  };
  return {
    id,
    record: (record) => ({
      id: id(record.id),
      data: value(record.first ?? record.data) as PackedRecord["data"],
    }),
    change: ({ recordKey: _key, seen, batchId, ...change }, desk, deskSeq, stamp) => {
      stamps.set(change.stamp, stamp);
      const seenNow = Object.entries(seen ?? {}).map(([field, all]) => [
        field,
        all.map((one) => stamps.get(one) ?? one),
      ]);
      return {
        ...change,
        id: changeId(desk, deskSeq),
        deskSeq,
        stamp,
        recordId: id(change.recordId),
        patch: value(change.patch) as Change["patch"],
        ...(seen === undefined ? {} : { seen: Object.fromEntries(seenNow) as NonNullable<Change["seen"]> }),
        ...(batchId === undefined ? {} : { batchId: id(batchId) }),
      };
    },
  };
}
