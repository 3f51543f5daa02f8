import { timeOfStamp } from "../../shared/lib/hybrid-clock.ts";
import { groupBy } from "../../shared/lib/group-by.ts";
import { isRecordType, type RecordType } from "../../shared/records/index.ts";
import type { Change } from "../../shared/sync/change.ts";
import { fold } from "../../shared/sync/fold.ts";
import { keepContests } from "./contested.ts";
import type { DeskParts } from "./desk-parts.ts";
import { batchKey, markDirty } from "./dirty.ts";
import { nextGeneration } from "./generation.ts";
import { takeCounter } from "./meta.ts";
import { headOf, pageRecordsOf, stampAt } from "./packed.ts";
import { rowsAmong } from "./rows-among.ts";
import { NO_BATCH, type Batch, type Head } from "./store.ts";

/** First changes of one import, of one type, that follow one another: a page at most. */
export interface ImportRun {
  readonly type: RecordType;
  readonly batchId: string;
  readonly changes: readonly Change[];
}

/** A run that lies in its import where its numbers say. */
interface Fitting extends ImportRun {
  readonly batch: Batch;
  readonly offset: number;
}

/**
 * Keeps the imports of other desks as they were made: as pages. All of one answer of the service at once, for each step is
 * a way to the browser's storage and back. Inside a transaction over all tables.
 */
export class PulledPages {
  readonly #parts: DeskParts;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /** Writes what can be a page; the pages that there are must be known. Gives the changes to fold one by one. */
  async keep(runs: readonly ImportRun[]): Promise<readonly Change[]> {
    const batches = new Map<string, Batch>();
    const fresh: Fitting[] = [];
    const left: Change[] = [];
    for (const run of runs) {
      const fitting = this.#fit(run, batches);
      if (fitting === undefined) left.push(...run.changes);
      else if (!this.#isOwn(fitting)) {
        const twin = fresh.find((other) => overlap(other, fitting));
        const known = this.#parts.pages.overlapping(run.batchId, fitting.offset, endOf(fitting));
        if (twin !== undefined) left.push(...run.changes.filter(({ id }) => !holds(twin, id)));
        else if (known.length > 0) left.push(...(await this.#newIn(run, known)));
        else {
          fresh.push(fitting);
          const count = Math.max(fitting.batch.count, endOf(fitting));
          batches.set(run.batchId, { ...fitting.batch, count });
        }
      }
    }
    if (fresh.length > 0) await this.#write(fresh, [...batches.values()]);
    return left;
  }

  #fit(run: ImportRun, met: ReadonlyMap<string, Batch>): Fitting | undefined {
    const [first] = run.changes;
    if (first === undefined) return undefined;
    const batch = met.get(run.batchId) ?? this.#parts.pages.batch(run.batchId) ?? batchFrom(first);
    const offset = first.deskSeq - batch.baseSeq;
    const fits =
      batch.desk === first.desk &&
      offset >= 0 &&
      run.changes.every((change, at) => fitsAt(batch, change, offset + at));
    return fits ? { ...run, batch, offset } : undefined;
  }

  /** An import of this desk on its way back, as it left. */
  #isOwn(run: Fitting): boolean {
    return run.batch.desk === this.#parts.desk && endOf(run) <= run.batch.count;
  }

  /** A page that came before, in whole or in part: what is new in it goes to rows. */
  async #newIn({ type, batchId, changes }: ImportRun, heads: readonly Head[]): Promise<readonly Change[]> {
    await markDirty(this.#parts.store, [batchKey(type, batchId)]);
    const pages = await this.#parts.store.pages.bulkGet(heads.map(({ no }) => no));
    const known = new Set(pages.flatMap((page) => page?.records.map((record) => record.id) ?? []));
    return changes.filter((change) => !known.has(change.recordId));
  }

  async #write(runs: readonly Fitting[], batches: readonly Batch[]): Promise<void> {
    const store = this.#parts.store;
    const byType = groupBy(runs, ({ type }) => type);
    for (const [type, some] of byType) await this.#takeOutSettled(type, some);
    const [firstNo, gen] = await Promise.all([
      takeCounter(store, "pageNo", runs.length),
      nextGeneration(store, "marked"),
    ]);
    const written = runs.map(({ type, batchId, offset, changes }, at) => {
      const records = changes.map((change) => ({ id: change.recordId, data: change.patch }));
      const head = headOf(firstNo + at, type, batchId, offset, changes[0]?.schemaVersion ?? 1, records);
      return { head: { ...head, gen }, page: { no: firstNo + at, records } };
    });
    const keys = runs.map(({ type, batchId }) => batchKey(type, batchId));
    // One way to the storage and back for all of them.
    await Promise.all([
      markDirty(store, keys),
      store.heads.bulkPut(written.map(({ head }) => head)),
      store.pages.bulkPut(written.map(({ page }) => page)),
      store.batches.bulkPut([...batches]),
      ...[...byType].map(([type, some]) => this.#foldIntoRows(type, some)),
    ]);
  }

  /** What overtook its import and was packed by itself meanwhile: a row hides it, so that it is not there twice. */
  async #takeOutSettled(type: RecordType, runs: readonly ImportRun[]): Promise<void> {
    if (this.#parts.pages.headsOf(type, NO_BATCH).length === 0) return;
    const ids = idsOf(runs);
    const packed = await this.#parts.pages.getMany(type, ids);
    const rows = await rowsAmong(this.#parts.store.rowsOf(type), [...packed.keys()]);
    const hidden = [...packed].filter(([id]) => !rows.has(id)).map(([id, folded]) => ({ id, ...folded }));
    if (hidden.length > 0) await this.#parts.store.rowsOf(type).bulkPut(hidden);
  }

  /** An edit that overtook the import has made a row already: it takes in what the import says, too. */
  async #foldIntoRows(type: RecordType, runs: readonly ImportRun[]): Promise<void> {
    const table = this.#parts.store.rowsOf(type);
    const rows = await rowsAmong(table, idsOf(runs));
    for (const change of rows.size === 0 ? [] : runs.flatMap((run) => run.changes)) {
      const row = rows.get(change.recordId);
      if (row === undefined) continue;
      const next = fold(row, change);
      await table.put({ id: row.id, ...next });
      await keepContests(this.#parts.store, type, row.id, next);
    }
  }
}

/** Cut where the import or the type changes, and after every page's worth. */
export function importRuns(changes: readonly Change[]): readonly ImportRun[] {
  const runs: { type: RecordType; batchId: string; changes: Change[] }[] = [];
  let before: Change | undefined;
  for (const change of changes) {
    const { type, batchId, desk } = change;
    if (batchId === undefined || !isRecordType(type)) continue;
    const run = runs.at(-1);
    const goesOn = before?.type === type && before.batchId === batchId && before.desk === desk;
    if (run !== undefined && goesOn && run.changes.length < pageRecordsOf(type)) run.changes.push(change);
    else runs.push({ type, batchId, changes: [change] });
    before = change;
  }
  return runs;
}

function idsOf(runs: readonly ImportRun[]): string[] {
  return runs.flatMap(({ changes }) => changes.map(({ recordId }) => recordId));
}

function endOf({ offset, changes }: Fitting): number {
  return offset + changes.length;
}

function overlap(a: Fitting, b: Fitting): boolean {
  return a.batchId === b.batchId && a.offset < endOf(b) && b.offset < endOf(a);
}

function holds({ changes }: ImportRun, id: string): boolean {
  return changes.some((change) => change.id === id);
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
