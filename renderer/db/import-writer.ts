import type { Label } from "../../shared/lib/define-record.ts";
import { stampOf, tick } from "../../shared/lib/hybrid-clock.ts";
import { recordId } from "../../shared/lib/ids.ts";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import { registry, type ImportBatch, type RecordData, type RecordType } from "../../shared/records/index.ts";
import { changeId, type Change } from "../../shared/sync/change.ts";
import { fold } from "../../shared/sync/fold.ts";
import type { ImportWriter, SaveFailure } from "./desk.ts";
import { batchKey, recordKey, markDirty } from "./dirty.ts";
import { readMeta, takeCounter, writeMeta } from "./meta.ts";
import { nextGeneration } from "./generation.ts";
import { headOf, pageRecordsOf } from "./packed.ts";
import { forgetUndone, type SaveContext } from "./save.ts";
import type { PackedRecord, Store } from "./store.ts";

const PAGES_A_WRITE = 20;

/** Writes an import as pages that nobody sees, until one strict commit makes them count (sync §1). */
export class PagedImport implements ImportWriter {
  readonly batchId: string;
  readonly #context: SaveContext;
  readonly #bulk: Store;
  readonly #desk: string;
  readonly #done: (touched: readonly RecordType[]) => Promise<void>;
  readonly #buffers = new Map<RecordType, PackedRecord[]>();
  readonly #types = new Set<RecordType>(["importBatch"]);
  #written = 0;

  constructor(
    context: SaveContext,
    bulk: Store,
    ids: { readonly batchId: string; readonly desk: string },
    done: (touched: readonly RecordType[]) => Promise<void>,
  ) {
    this.#context = context;
    this.#bulk = bulk;
    this.batchId = ids.batchId;
    this.#desk = ids.desk;
    this.#done = done;
  }

  async newIds(count: number): Promise<string[]> {
    const first = await takeCounter(this.#bulk, "idCounter", count);
    return Array.from({ length: count }, (_, at) => recordId(this.#desk, first + at));
  }

  async add<T extends RecordType>(
    type: T,
    records: readonly { readonly id: string; readonly data: RecordData<T> }[],
  ): Promise<void> {
    const buffer = this.#buffers.get(type) ?? [];
    this.#buffers.set(type, buffer);
    this.#types.add(type);
    for (const { id, data } of records) buffer.push({ id, data: data });
    if (buffer.length >= pageRecordsOf(type) * PAGES_A_WRITE) await this.#flush(type, false);
  }

  async commit(batch: ImportBatch, label: Label): Promise<Result<null, SaveFailure>> {
    const { store } = this.#context;
    try {
      for (const type of this.#buffers.keys()) await this.#flush(type, true);
      await store.transaction(
        "rw",
        [
          store.batches,
          store.rowsOf("importBatch"),
          store.changes,
          store.steps,
          store.meta,
          store.indexDirty,
        ],
        () => this.#commitBatch(batch, label),
      );
    } catch (error) {
      const full = error instanceof Error && error.name === "QuotaExceededError";
      return fail(
        full ? { kind: "storeFull" } : { kind: "storeFailed", detail: String(error).slice(0, 200) },
      );
    }
    await this.#done([...this.#types]);
    this.#context.journal?.catchUp();
    return ok(null);
  }

  async cancel(): Promise<void> {
    await dropPages(this.#bulk, this.batchId);
  }

  async #commitBatch(batch: ImportBatch, label: Label): Promise<void> {
    const { store, now } = this.#context;
    const [desk, author] = [this.#desk, await readMeta(store, "author")];
    const time = tick(await readMeta(store, "time"), now(), this.#written + 1);
    const baseSeq = (await readMeta(store, "deskSeq")) + 1;
    const count = this.#written;
    await store.batches.put({ batchId: this.batchId, desk, baseSeq, ...time, author, count });
    await nextGeneration(store, "all");
    const after = { ms: time.ms, counter: time.counter + count };
    const change: Change = {
      id: changeId(desk, baseSeq + count),
      desk,
      deskSeq: baseSeq + count,
      stamp: stampOf(after, desk),
      author,
      type: "importBatch",
      recordId: this.batchId,
      schemaVersion: registry.importBatch.version,
      patch: batch,
    };
    await store.rowsOf("importBatch").put({ id: this.batchId, ...fold(undefined, change) });
    await store.changes.put({ ...change, recordKey: `importBatch:${this.batchId}` });
    await writeMeta(store, "time", after);
    await writeMeta(store, "deskSeq", baseSeq + count);
    await forgetUndone(store);
    await store.steps.add({
      label,
      state: "done",
      edits: [
        { type: "importBatch", id: this.batchId, before: { state: "undone" }, after: { state: "committed" } },
      ],
    });
    await store.meta.delete(importingKey(this.batchId));
    await markDirty(store, [
      recordKey("importBatch", this.batchId),
      ...[...this.#buffers.keys()].map((type) => batchKey(type, this.batchId)),
    ]);
  }

  async #flush(type: RecordType, all: boolean): Promise<void> {
    const buffer = this.#buffers.get(type) ?? [];
    const size = pageRecordsOf(type);
    const whole = all ? buffer.length : buffer.length - (buffer.length % size);
    if (whole === 0) return;
    const pages: PackedRecord[][] = [];
    for (let from = 0; from < whole; from += size) {
      pages.push(buffer.slice(from, Math.min(from + size, whole)));
    }
    this.#buffers.set(type, buffer.slice(whole));
    const firstNo = await takeCounter(this.#bulk, "pageNo", pages.length);
    const version = registry[type].version;
    const heads = pages.map((records, at) => {
      const head = headOf(firstNo + at, type, this.batchId, this.#written, version, records);
      this.#written += records.length;
      return head;
    });
    await this.#bulk.transaction("rw", [this.#bulk.heads, this.#bulk.pages, this.#bulk.meta], async () => {
      await this.#bulk.heads.bulkAdd(heads);
      await this.#bulk.pages.bulkAdd(pages.map((records, at) => ({ no: firstNo + at, records })));
      await this.#bulk.meta.put({ key: importingKey(this.batchId), value: this.#context.now() });
    });
  }
}

const IMPORTING = "importing:";
const importingKey = (batchId: string): string => IMPORTING + batchId;
const ABANDONED_MS = 3_600_000;

/**
 * Takes away what a window that died in the middle of an import has left behind. Pages are written with the beat of
 * their import, which goes when it is committed: looking through all pages would hold up every opening.
 */
export async function dropAbandoned(store: Store, now: number): Promise<void> {
  for (const { key, value } of await store.meta.where("key").startsWith(IMPORTING).toArray())
    if (typeof value !== "number" || now - value >= ABANDONED_MS)
      await dropPages(store, key.slice(IMPORTING.length));
}

async function dropPages(store: Store, batchId: string): Promise<void> {
  const numbers = await store.heads.where("batchId").equals(batchId).primaryKeys();
  await store.transaction("rw", [store.heads, store.pages, store.meta], async () => {
    await store.pages.bulkDelete(numbers);
    await store.heads.bulkDelete(numbers);
    await store.meta.delete(importingKey(batchId));
    await nextGeneration(store, "all");
  });
}
