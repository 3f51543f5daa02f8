import { migrate } from "../../shared/lib/migrate.ts";
import { registry, type RecordData, type RecordType, type Stored } from "../../shared/records/index.ts";
import { DELETED } from "../../shared/sync/change.ts";
import { isDeleted, type Folded } from "../../shared/sync/fold.ts";
import type { Pages } from "./pages.ts";
import type { Store } from "./store.ts";

/** A record, and the import that brought it. */
export interface Brought<T extends RecordType> extends Stored<T> {
  readonly batchId: string | undefined;
}

/** Reads records wherever they lie: a row hides the packed copy, an import shows while it is committed. */
export class Reader {
  readonly #store: Store;
  readonly #pages: Pages;
  #committed = new Set<string>();

  constructor(store: Store, pages: Pages) {
    this.#store = store;
    this.#pages = pages;
  }

  /** Reads which imports stand; called at opening and whenever a batch came or went. */
  async refresh(): Promise<void> {
    await this.#pages.refresh();
    const batches = await this.#store.rowsOf("importBatch").toArray();
    this.#committed = new Set(
      batches.filter((row) => row.data["state"] === "committed" && !isDeleted(row)).map((row) => row.id),
    );
  }

  /** The record as it lies in the store, shown or not. */
  async find(type: RecordType, id: string): Promise<Folded | undefined> {
    return (await this.#store.rowsOf(type).get(id)) ?? (await this.#pages.get(type, id));
  }

  async get<T extends RecordType>(type: T, id: string): Promise<Stored<T> | undefined> {
    const folded = await this.find(type, id);
    return folded !== undefined && this.isShown(folded) ? toStored(type, id, folded) : undefined;
  }

  /** Those of these records that are not deleted, by their ids, whether the imports that brought them stand or not. */
  async findMany<T extends RecordType>(type: T, ids: readonly string[]): Promise<Map<string, Brought<T>>> {
    const rows = await this.#store.rowsOf(type).bulkGet([...ids]);
    const found = new Map<string, Brought<T>>();
    for (const [at, id] of ids.entries()) {
      const folded = rows[at] ?? (await this.#pages.get(type, id));
      if (folded === undefined || isDeleted(folded)) continue;
      found.set(id, { ...toStored(type, id, folded), batchId: folded.batchId });
    }
    return found;
  }

  async all<T extends RecordType>(type: T): Promise<Stored<T>[]> {
    const found: Stored<T>[] = [];
    for await (const records of this.each(type)) found.push(...records);
    return found;
  }

  /** Every shown record of a type, some at a time. */
  async *each<T extends RecordType>(type: T): AsyncGenerator<Stored<T>[]> {
    const rows = await this.#store.rowsOf(type).toArray();
    const own = new Set(rows.map((row) => row.id));
    yield rows.filter((row) => this.isShown(row)).map((row) => toStored(type, row.id, row));
    for await (const { batchId, head, records } of this.#pages.each(type)) {
      if (!this.#committed.has(batchId)) continue;
      const shown = own.size === 0 ? records : records.filter((record) => !own.has(record.id));
      yield shown.map((record) => asStored(type, record.id, record.data, head.schemaVersion));
    }
  }

  /** The shown records that lie in rows and never in a page. */
  async own<T extends RecordType>(type: T): Promise<Stored<T>[]> {
    const rows = await this.#store.rowsOf(type).toArray();
    return rows
      .filter((row) => row.batchId === undefined && this.isShown(row))
      .map((row) => toStored(type, row.id, row));
  }

  async childrenOf<T extends RecordType>(type: T, parentId: string): Promise<Stored<T>[]> {
    const parent: string | undefined = registry[type].parent;
    if (parent === undefined) return [];
    const indexed = registry[type].indexes.includes(parent);
    const table = this.#store.rowsOf(type);
    const rows = indexed
      ? await table.where(`data.${parent}`).equals(parentId).toArray()
      : (await table.toArray()).filter((row) => row.data[parent] === parentId);
    const own = new Set(rows.map((row) => row.id));
    const packed = await this.#pages.childrenOf(type, parentId);
    const found = rows.filter((row) => this.isShown(row)).map((row) => toStored(type, row.id, row));
    for (const { id, folded } of packed) {
      if (!own.has(id) && this.isShown(folded)) found.push(toStored(type, id, folded));
    }
    return found.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Whether an import counts. */
  stands(batchId: string): boolean {
    return this.#committed.has(batchId);
  }

  isShown(folded: Folded): boolean {
    return !isDeleted(folded) && (folded.batchId === undefined || this.#committed.has(folded.batchId));
  }
}

function toStored<T extends RecordType>(type: T, id: string, folded: Folded): Stored<T> {
  return asStored(type, id, folded.data, folded.schemaVersion);
}

function asStored<T extends RecordType>(
  type: T,
  id: string,
  raw: Readonly<Record<string, unknown>>,
  schemaVersion: number,
): Stored<T> {
  const { migrations, version } = registry[type];
  const migrated = schemaVersion < version ? migrate(migrations, schemaVersion, raw) : raw;
  // Old reads are patient: what was stored passed its schema then, and fields of newer desks ride along.
  return { type, id, data: withoutMarks(migrated) as RecordData<T> };
}

function withoutMarks(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (!Object.hasOwn(data, DELETED)) return data;
  const { [DELETED]: _deleted, ...rest } = data;
  return rest;
}
