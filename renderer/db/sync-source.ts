import { timeOfStamp, witness } from "../../shared/lib/hybrid-clock.ts";
import { isRecordType, type RecordType } from "../../shared/records/index.ts";
import type { Change } from "../../shared/sync/change.ts";
import { fold, type Folded } from "../../shared/sync/fold.ts";
import type { Refusals } from "../../shared/sync/wire.ts";
import { keepContests } from "./contested.ts";
import { batchKey, dirtyKeys, markDirty } from "./dirty.ts";
import { readMeta, takeCounter, writeMeta } from "./meta.ts";
import { nextGeneration } from "./generation.ts";
import { raiseTo } from "./journal-agree.ts";
import { headOf, pageRecordsOf, stampAt } from "./packed.ts";
import type { Pages } from "./pages.ts";
import { acceptedAfterAll, keepRefused, refusedOf } from "./refused.ts";
import { compare, reissue } from "./put-back.ts";
import type { SaveContext } from "./save.ts";
import { NO_BATCH, type Batch, type Store } from "./store.ts";

interface Position {
  readonly epoch: string;
  readonly cursor: number;
}

interface SourceEvents {
  readonly pulled: (touched: readonly RecordType[]) => Promise<void>;
  readonly raised: () => void;
  readonly onChange: (listener: () => void) => () => void;
}

/** This desk's changes for the service, and the service's for this desk. */
export class StoreSyncSource {
  readonly deskId: string;
  readonly #context: SaveContext;
  readonly #pages: Pages;
  readonly #events: SourceEvents;

  constructor(context: SaveContext, deskId: string, pages: Pages, events: SourceEvents) {
    this.#context = context;
    this.deskId = deskId;
    this.#pages = pages;
    this.#events = events;
  }

  async newestDeskSeq(): Promise<number> {
    return readMeta(this.#context.store, "deskSeq");
  }

  /** Own changes above `mark` in `deskSeq` order: single ones from the log, packed ones from their pages. */
  async pendingChanges(mark: number, limit: number): Promise<readonly Change[]> {
    const { store } = this.#context;
    const pending: Change[] = [];
    await this.#pages.refresh();
    let next = mark + 1;
    while (pending.length < limit) {
      const room = limit - pending.length;
      const batch = this.#batchWith(next);
      const some =
        batch === undefined
          ? await this.#single(store, next, room)
          : await this.#pages.changesFrom(batch, next - batch.baseSeq, room);
      if (some.length === 0) break;
      pending.push(...some);
      next += some.length;
    }
    return pending;
  }

  async position(): Promise<Position | undefined> {
    const epoch = await readMeta(this.#context.store, "epoch");
    return epoch === "" ? undefined : { epoch, cursor: await readMeta(this.#context.store, "cursor") };
  }

  async applyPulled(changes: readonly Change[], position: Position): Promise<void> {
    const { store } = this.#context;
    const touched = new Set<RecordType>();
    const before = await this.position();
    const pageNumbers = await takeCounter(store, "pageNo", changes.length + 1);
    const apply = async (): Promise<void> => {
      let time = await readMeta(store, "time");
      let nextPage = pageNumbers;
      const again = await acceptedAfterAll(
        store,
        changes.filter(({ desk }) => desk === this.deskId),
      );
      for (const run of runsOf(changes)) {
        const type = run[0]?.type ?? "";
        // A type of a newer desk: kept out of the way here, and still on the service for when we are updated.
        if (!isRecordType(type)) continue;
        touched.add(type);
        for (const change of run) time = witness(time, change.stamp);
        if (run[0]?.batchId !== undefined && (await this.#packRun(type, run, nextPage))) {
          nextPage += 1;
          const counted = run.filter(({ id }) => again.has(id));
          if (counted.length > 0) await this.#foldRun(type, counted, again);
        } else await this.#foldRun(type, run, again);
      }
      await writeMeta(store, "time", time);
      await writeMeta(store, "epoch", position.epoch);
      await writeMeta(store, "cursor", position.cursor);
    };
    await this.#allOrNothing(apply);
    if (touched.size > 0) await this.#events.pulled([...touched]);
    // What this desk made lies there since it was made.
    const others = changes.filter(({ desk }) => desk !== this.deskId);
    await this.#context.journal?.pulled(others, before, position);
  }

  async settled(): Promise<number> {
    return readMeta(this.#context.store, "settled");
  }

  async refused(refusals: Refusals["refused"], settled: number): Promise<void> {
    const { store, now } = this.#context;
    if (refusals.length === 0 && (await this.settled()) === settled) return;
    const touched = await store.transaction("rw", store.tables, async () => {
      await this.#pages.refresh();
      const foldAnew = this.#foldAnew.bind(this);
      const parts = { store, pages: this.#pages, desk: this.deskId, nowMs: now(), foldAnew };
      return keepRefused(parts, refusals, settled);
    });
    if (touched.length > 0) await this.#events.pulled(touched);
  }

  async reconcile(theirs: AsyncIterable<readonly Change[]>, mark: number): Promise<number> {
    const { store, now, journal } = this.#context;
    const mine = { newest: await this.newestDeskSeq(), changes: this.pendingChanges.bind(this) };
    const compared = await compare(this.deskId, mine, theirs, mark);
    if (compared === undefined) return 0;
    const parts = { store, pages: this.#pages, desk: this.deskId, nowMs: now() };
    const { changes, types } = await this.#allOrNothing(async () => {
      await raiseTo(store, compared.counters);
      return reissue({ ...parts, foldAnew: this.#foldAnew.bind(this) }, compared.fork, mark);
    });
    this.#events.raised();
    if (types.length > 0) await this.#events.pulled(types);
    journal?.catchUp();
    return changes;
  }

  onChange(listener: () => void): () => void {
    return this.#events.onChange(listener);
  }

  async #allOrNothing<T>(work: () => Promise<T>): Promise<T> {
    const { store } = this.#context;
    try {
      return await store.transaction("rw", store.tables, work);
    } catch (error) {
      // What was learnt of pages that were rolled back is forgotten again.
      this.#pages.forget();
      throw error;
    }
  }

  #batchWith(deskSeq: number): Batch | undefined {
    for (const batch of this.#pages.batches()) {
      if (batch.desk === this.deskId && deskSeq >= batch.baseSeq && deskSeq < batch.baseSeq + batch.count)
        return batch;
    }
    return undefined;
  }

  async #single(store: Store, from: number, limit: number): Promise<Change[]> {
    const rows = await store.changes
      .where("[desk+deskSeq]")
      .between([this.deskId, from], [this.deskId, Infinity])
      .limit(limit)
      .toArray();
    const run: Change[] = [];
    for (const { recordKey: _key, ...change } of rows) {
      if (change.deskSeq !== from + run.length) break;
      run.push(change);
    }
    return run;
  }

  /** Folds single changes into rows; the first edit of a packed record takes it out of its page. */
  async #foldRun(
    type: RecordType,
    run: readonly Change[],
    again: ReadonlySet<string> = new Set(),
  ): Promise<void> {
    const { store, reader } = this.#context;
    for (const change of run) {
      const known = await store.changes.get(change.id);
      if (known?.stamp === change.stamp && !again.has(change.id)) continue;
      await store.changes.put({ ...change, recordKey: `${type}:${change.recordId}` });
      // One that comes again with another stamp: what was folded with the old one is folded anew.
      const isAnew = change.desk === this.deskId || known !== undefined;
      const next =
        (isAnew ? await this.#foldAnew(type, change.recordId) : undefined) ??
        fold(await reader.find(type, change.recordId), change);
      await store.rowsOf(type).put({ id: change.recordId, ...next });
      await keepContests(store, type, change.recordId, next);
      await markDirty(store, dirtyKeys(type, change.recordId, next.data));
    }
  }

  /**
   * A record from all that is known of it and counts: the log has every change but those that pages hold. Undefined where
   * that is nothing, for all of it was refused.
   */
  async #foldAnew(type: RecordType, id: string): Promise<Folded | undefined> {
    const { store } = this.#context;
    const logged = await store.changes.where("recordKey").equals(`${type}:${id}`).toArray();
    const packed = await this.#pages.firstChangeOf(type, id);
    const isOutOfDate = logged.some((change) => change.id === packed?.id);
    const all = packed === undefined || isOutOfDate ? logged : [packed, ...logged];
    const refused = await refusedOf(store, type, id);
    return all
      .filter((change) => !refused.has(change.id))
      .reduce<Folded | undefined>((record, change) => fold(record, change), undefined);
  }

  /** Keeps a run of an import's first changes as a page; false when it does not have the shape of one. */
  async #packRun(type: RecordType, run: readonly Change[], no: number): Promise<boolean> {
    const { store } = this.#context;
    const [first] = run;
    if (first?.batchId === undefined) return false;
    const batch = (await store.batches.get(first.batchId)) ?? batchFrom(first);
    const offset = first.deskSeq - batch.baseSeq;
    const fits =
      batch.desk === first.desk &&
      offset >= 0 &&
      run.every((change, at) => fitsAt(batch, change, offset + at));
    if (!fits) return false;
    // An import of this desk on its way back, as it left.
    if (batch.desk === this.deskId && offset + run.length <= batch.count) return true;
    await markDirty(store, [batchKey(type, first.batchId)]);
    const overlapping = await store.heads
      .where("batchId")
      .equals(batch.batchId)
      .filter((head) => head.offset < offset + run.length && offset < head.offset + head.count)
      .primaryKeys();
    if (overlapping.length > 0) {
      await this.#foldFresh(type, run, overlapping);
      return true;
    }
    const records = run.map((change) => ({ id: change.recordId, data: change.patch }));
    await this.#takeOutSettled(type, run);
    const gen = await nextGeneration(store, "marked");
    const head = headOf(no, type, batch.batchId, offset, first.schemaVersion, records);
    const grown = { ...batch, count: Math.max(batch.count, offset + run.length) };
    await store.heads.put({ ...head, gen });
    await store.pages.put({ no, records });
    await store.batches.put(grown);
    await this.#foldIntoRows(type, run);
    return true;
  }

  /** A page that came before, in whole or in part: what is new in it goes to rows. */
  async #foldFresh(type: RecordType, run: readonly Change[], pageNumbers: readonly number[]): Promise<void> {
    const pages = await this.#context.store.pages.bulkGet([...pageNumbers]);
    const known = new Set(pages.flatMap((page) => page?.records.map((record) => record.id) ?? []));
    await this.#foldRun(
      type,
      run.filter((change) => !known.has(change.recordId)),
    );
  }

  /** What overtook its import and was packed by itself meanwhile: a row hides it, so that it is not there twice. */
  async #takeOutSettled(type: RecordType, run: readonly Change[]): Promise<void> {
    const { store, reader } = this.#context;
    await this.#pages.together([type], async () => {
      if (this.#pages.headsOf(type, NO_BATCH).length === 0) return;
      for (const { recordId } of run) {
        const folded = await reader.find(type, recordId);
        if (folded !== undefined) await store.rowsOf(type).put({ id: recordId, ...folded });
      }
    });
  }

  /** An edit that overtook the import has made a row already: it takes in what the import says, too. */
  async #foldIntoRows(type: RecordType, run: readonly Change[]): Promise<void> {
    const table = this.#context.store.rowsOf(type);
    const rows = await table.bulkGet(run.map((change) => change.recordId));
    for (const [at, row] of rows.entries()) {
      const change = run[at];
      if (row === undefined || change === undefined) continue;
      const next = fold(row, change);
      await table.put({ id: row.id, ...next });
      await keepContests(this.#context.store, type, row.id, next);
    }
  }
}

function batchFrom(change: Change): Batch {
  const time = timeOfStamp(change.stamp);
  return {
    batchId: change.batchId ?? "",
    desk: change.desk,
    baseSeq: change.deskSeq,
    ...time,
    author: change.author,
    count: 0,
  };
}

function fitsAt(batch: Batch, change: Change, n: number): boolean {
  return change.deskSeq === batch.baseSeq + n && change.stamp === stampAt(batch, n);
}

/** Changes in their order, cut where the type or the import changes, and after every page's worth of an import. */
function runsOf(changes: readonly Change[]): Change[][] {
  const runs: Change[][] = [];
  let run: Change[] = [];
  for (const change of changes) {
    const [first] = run;
    const goesOn =
      first?.type === change.type &&
      first.batchId === change.batchId &&
      first.desk === change.desk &&
      (change.batchId === undefined || run.length < pageSizeOf(change.type));
    if (!goesOn) {
      run = [];
      runs.push(run);
    }
    run.push(change);
  }
  return runs;
}

function pageSizeOf(type: string): number {
  return isRecordType(type) ? pageRecordsOf(type) : 1;
}
